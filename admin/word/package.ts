import { Inflate, strFromU8, zipSync } from 'fflate';
import { ImportRefusal } from './notice.ts';

/** The parts of a Word file by name, each read no further than the limits allow. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const MB = 1024 * 1024;
/** What an article of a ward never reaches; beyond it a file is a mistake or an attack. */
export const LIMITS = { file: 20 * MB, part: 40 * MB, text: 15 * MB, total: 80 * MB, parts: 2000 };

const STEP = 16 * 1024;
/** Only these hold what an article needs; embedded programs and documents are left outside. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/(?!embeddings\/|activeX\/|fonts\/))/;
const SAVE_AS =
  'Mở tệp bằng Word, chọn «Lưu thành» (Save As) loại «Word Document (.docx)» rồi nhập lại.';

/** One file of the archive as its directory names it. */
interface Listed {
  name: string;
  method: number;
  packed: Uint8Array;
}

/** Opens a .docx. Throws an `ImportRefusal` for everything else, and for what is too large. */
export function openPackage(bytes: Uint8Array, name: string): Parts {
  refuseOtherKinds(bytes, name);
  if (bytes.length > LIMITS.file) {
    throw new ImportRefusal(
      `Tệp «${name}» lớn quá ${LIMITS.file / MB} MB. Nén bớt ảnh trong Word (Nén ảnh, 150 ppi) rồi nhập lại.`,
    );
  }
  const listed = directoryOf(bytes, name);
  if (listed.some((one) => /vbaProject|vbaData/i.test(one.name))) refuseMacros(name);
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  for (const one of listed.filter((each) => WANTED.test(each.name))) {
    const part = unpack(one, one.name.endsWith('.xml') ? LIMITS.text : LIMITS.part, name);
    total += part.length;
    if (total > LIMITS.total) refuseSize(name);
    parts[one.name] = part;
  }
  if (!parts['word/document.xml'] || !parts['[Content_Types].xml']) {
    throw new ImportRefusal(`Tệp «${name}» không phải là văn bản Word. ${SAVE_AS}`);
  }
  refuseActiveParts(parts, name);
  return parts;
}

/** The text of a part; `''` when there is none. */
export function textOf(parts: Parts, name: string): string {
  const part = parts[name];
  return part ? strFromU8(part) : '';
}

/** A sound archive of the same parts, which nothing in it can make grow. */
export function repacked(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { level: 0 });
}

function refuseOtherKinds(bytes: Uint8Array, name: string): void {
  const head = strFromU8(bytes.subarray(0, 8), true);
  if (/\.(docm|dotm)$/i.test(name)) refuseMacros(name);
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    throw new ImportRefusal(
      `Tệp «${name}» là văn bản Word đời cũ (.doc) hoặc có mật khẩu. ${SAVE_AS}`,
    );
  }
  if (head.startsWith('%PDF')) {
    throw new ImportRefusal(
      `Tệp «${name}» là PDF, không lấy được chữ cho đúng. Hãy nhập tệp Word gốc.`,
    );
  }
  if (!head.startsWith('PK\x03\x04')) {
    throw new ImportRefusal(`Tệp «${name}» không phải là văn bản Word (.docx). ${SAVE_AS}`);
  }
}

function refuseActiveParts(parts: Parts, name: string): void {
  if (/macroEnabled/i.test(textOf(parts, '[Content_Types].xml'))) refuseMacros(name);
  for (const part of Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one))) {
    // Office writes no document type; one can make a text grow without end.
    if (/<!(DOCTYPE|ENTITY)/i.test(textOf(parts, part))) {
      throw new ImportRefusal(
        `Tệp «${name}» có phần không do Word tạo ra nên không được nhập. ${SAVE_AS}`,
      );
    }
  }
}

function refuseMacros(name: string): never {
  throw new ImportRefusal(`Tệp «${name}» có macro nên không được nhập. ${SAVE_AS}`);
}

function refuseSize(name: string): never {
  throw new ImportRefusal(`Tệp «${name}» phình quá lớn khi mở nên không được nhập. ${SAVE_AS}`);
}

function broken(name: string): never {
  throw new ImportRefusal(`Tệp «${name}» bị hỏng, không mở được. ${SAVE_AS}`);
}

/** The directory at the end of the archive; sizes in it are not believed. */
function directoryOf(bytes: Uint8Array, name: string): Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50)
    end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) broken(name);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) refuseSize(name);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) broken(name);
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    if (start + 30 > bytes.length) broken(name);
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const entry = {
      name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(data, data + view.getUint32(at + 20, true)),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

function unpack({ method, packed }: Listed, most: number, name: string): Uint8Array {
  if (method === 0 && packed.length <= most) return packed;
  if (method !== 8) broken(name);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    broken(name);
  }
  if (size > most) refuseSize(name);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
