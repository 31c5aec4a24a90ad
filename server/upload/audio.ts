import { ContentFault } from './refused.ts';

const RECORD_ANEW = 'Hãy ghi hoặc xuất lại tệp âm thanh bằng chương trình ghi âm.';

/** Refuses a recording that is a page, a program or a film as well. */
export function checkAudio(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1');
  if (/<(script|html|svg|iframe|!doctype)/i.test(text) || text.includes('%PDF-')) {
    throw new ContentFault('Tệp âm thanh có kèm nội dung khác.', RECORD_ANEW);
  }
  // The end of an archive that was put behind the sound.
  if (text.lastIndexOf('PK\x05\x06') >= 0 && text.includes('PK\x01\x02')) {
    throw new ContentFault('Tệp âm thanh có kèm tệp nén.', RECORD_ANEW);
  }
  if (/hdlr.{8}vide/s.test(text)) {
    throw new ContentFault('Đây là tệp phim, không phải tệp âm thanh.', RECORD_ANEW);
  }
}
