import { fileTypeFromBuffer } from 'file-type';
import { checkAudio } from './audio.ts';
import { checkName } from './name.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';
import { redrawn } from './picture.ts';
import { ContentFault, UploadRefused } from './refused.ts';

const MEGABYTE = 1024 * 1024;

/** How the files of one ending are taken in. */
interface Intake {
  /** Media types that the content itself may say it is. */
  found: readonly string[];
  /** Largest size as it arrives, in megabytes. */
  most: number;
  /** Checks it, and returns the bytes that are kept; throws a `ContentFault`. */
  take: (bytes: Uint8Array) => Promise<Uint8Array>;
}

const picture = (kind: Parameters<typeof redrawn>[1], found: string): Intake => ({
  found: [found],
  most: 25,
  take: (bytes) => redrawn(bytes, kind),
});

const office = (kind: Parameters<typeof checkOffice>[1], found: string): Intake => ({
  found: [found],
  most: 20,
  take: async (bytes) => {
    checkOffice(bytes, kind);
    return bytes;
  },
});

const audio = (...found: string[]): Intake => ({
  found,
  most: 60,
  take: async (bytes) => {
    checkAudio(bytes);
    return bytes;
  },
});

const pdf: Intake = {
  found: ['application/pdf'],
  most: 30,
  take: async (bytes) => {
    await checkPdf(bytes);
    return bytes;
  },
};

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** One row for each ending of `MEDIA_TYPES`; a test holds the two together. */
export const INTAKES: ReadonlyMap<string, Intake> = new Map([
  ['.jpg', picture('jpeg', 'image/jpeg')],
  ['.jpeg', picture('jpeg', 'image/jpeg')],
  ['.png', picture('png', 'image/png')],
  ['.webp', picture('webp', 'image/webp')],
  ['.avif', picture('avif', 'image/avif')],
  ['.pdf', pdf],
  ['.docx', office('docx', `${OPEN_XML}.wordprocessingml.document`)],
  ['.xlsx', office('xlsx', `${OPEN_XML}.spreadsheetml.sheet`)],
  ['.odt', office('odt', 'application/vnd.oasis.opendocument.text')],
  ['.mp3', audio('audio/mpeg')],
  // Telephones call their recordings films without a picture.
  ['.m4a', audio('audio/x-m4a', 'audio/mp4', 'video/mp4')],
  ['.ogg', audio('audio/ogg', 'audio/ogg; codecs=opus')],
  ['.wav', audio('audio/wav')],
]);

/**
 * The gate that every uploaded file passes: by its name, its size, what its content says it is,
 * and what it holds. Returns the bytes to keep, which for pictures are drawn anew. Throws
 * `UploadRefused`, in Vietnamese. `path` is below the content folder, with `/`.
 */
export async function acceptUpload(
  path: string,
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array }> {
  try {
    const ending = checkName(path);
    const intake = INTAKES.get(ending);
    if (!intake) throw new ContentFault(`Loại tệp «${ending}» không được nhận.`, '');
    checkSize(bytes, intake.most);
    await checkKind(bytes, ending, intake.found);
    return { bytes: await intake.take(bytes) };
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error;
    throw new UploadRefused(path, error.message, error.remedy);
  }
}

function checkSize(bytes: Uint8Array, most: number): void {
  if (bytes.length === 0) throw new ContentFault('Tệp rỗng.', 'Hãy chọn lại tệp.');
  if (bytes.length > most * MEGABYTE) {
    const size = (bytes.length / MEGABYTE).toFixed(1).replace('.', ',');
    throw new ContentFault(
      `Tệp nặng ${size} MB, quá ${most} MB.`,
      'Hãy giảm kích thước rồi tải lại.',
    );
  }
}

/** The name says what a file is called, the content says what it is; they must agree. */
async function checkKind(
  bytes: Uint8Array,
  ending: string,
  wanted: readonly string[],
): Promise<void> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found && wanted.includes(found.mime)) return;
  throw new ContentFault(
    `Nội dung ${found ? `là ${found.mime}` : 'không nhận ra được'}, không phải tệp ${ending}.`,
    'Hãy lưu lại đúng loại tệp; đổi đuôi tên tệp không đổi được loại tệp.',
  );
}
