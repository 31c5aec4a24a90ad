/** Longest side of a picture that is uploaded, in pixels: twice what the widest page shows. */
const LONGEST = 2000;
const QUALITY = 0.85;
/** What a browser can write as well as read. */
const WRITABLE = ['image/jpeg', 'image/png', 'image/webp'];

/**
 * A picture without metadata and no larger than pages need, in its own format. Whatever is not
 * a picture the browser can write is returned as it is; the server looks at everything again.
 */
export async function preparedPicture(file: Blob): Promise<Blob> {
  if (!WRITABLE.includes(file.type)) return file;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return file;
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? file), file.type, QUALITY);
  });
}

/** The bytes of a file in base64, as Decap's protocol sends them. */
export async function base64(file: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(',') + 1);
}
