/**
 * Browsers keep `crypto.randomUUID` to secure contexts, and Decap calls it while it loads. On
 * the plain HTTP of an office network the same is made from `getRandomValues`, which they
 * give everywhere. Imported before anything of Decap's.
 */
if (typeof crypto.randomUUID !== 'function') {
  crypto.randomUUID = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
    return `${parts[0]}-${parts[1]}-${parts[2]}-${parts[3]}-${hex.slice(20)}`;
  };
}
