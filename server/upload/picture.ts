import sharp, { type Sharp } from 'sharp';
import { ContentFault } from './refused.ts';

/** Longest side of a picture that is kept; the site never shows one larger. */
const LONGEST_SIDE = 2000;
/** More pixels than any camera here takes; a small file can claim any number of them. */
const MOST_PIXELS = 80_000_000;

/** How each kind is written anew: small, with nothing lost that an eye would miss. */
const WRITERS = {
  jpeg: (image: Sharp) => image.jpeg({ quality: 85, mozjpeg: true }),
  png: (image: Sharp) => image.png({ compressionLevel: 9 }),
  webp: (image: Sharp) => image.webp({ quality: 85 }),
  avif: (image: Sharp) => image.avif({ quality: 60, effort: 2 }),
} as const;

export type PictureKind = keyof typeof WRITERS;

/**
 * A picture drawn anew from its pixels: upright, no larger than needed, and without anything else
 * the file held (place and time of the shot, camera, other files behind it).
 */
export async function redrawn(bytes: Uint8Array, kind: PictureKind): Promise<Uint8Array> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format, width, height, compression } = await image.metadata();
    if (width * height > MOST_PIXELS) throw tooManyPixels();
    const found: string = format === 'heif' && compression === 'av1' ? 'avif' : format;
    if (found !== kind) {
      throw new ContentFault(
        `Nội dung là ảnh ${found}, không đúng đuôi tệp.`,
        'Hãy mở ảnh và lưu lại đúng loại.',
      );
    }
    const fitted = image
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await WRITERS[kind](fitted).toBuffer());
  } catch (error) {
    if (error instanceof ContentFault) throw error;
    if (/pixel limit/i.test(String(error))) throw tooManyPixels();
    throw new ContentFault(
      'Không đọc được ảnh: tệp bị hỏng hoặc bị cắt cụt.',
      'Hãy chép lại ảnh từ máy gốc, hoặc mở ảnh và lưu thành tệp mới.',
    );
  }
}

function tooManyPixels(): ContentFault {
  return new ContentFault(
    `Ảnh có quá ${MOST_PIXELS / 1_000_000} triệu điểm ảnh.`,
    'Hãy thu nhỏ ảnh, cạnh dài khoảng 2000 điểm ảnh là đủ.',
  );
}
