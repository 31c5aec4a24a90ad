/** Old one-byte Vietnamese codes, whose letters only look right in fonts made for them. */
export type LegacyCode = 'TCVN3' | 'VNI';

const LEGACY_FONT = /w:(?:ascii|hAnsi|cs)="(\.Vn|VNI[- ]|Vni[- ])/i;
/** Letters that Unicode Vietnamese has and the old codes cannot have. */
const MODERN = /[ăĂđĐơƠưƯẠ-ỹ]/gu;
/** Signs of other scripts right beside letters: `b¸o`, `®iÖn`. */
const TCVN3 = /\p{L}[\u00a8-\u00bf\u00c6-\u00cb\u00cd-\u00d2\u00d6-\u00d8]|[®µ¸¶·¹¨¾»¼½©«¬]\p{L}/gu;
/** A vowel with its mark written after it: `vaø`, `thoâng`, `ñöôïc`. */
const VNI = /[aeouyAEOUY][ùøûïâêáàåäéèëúüÙØÛÏÂÊÁÀÅÄ](?![\u0300-\u036f])|ñ|ö[ôa-z]/gu;

/** Most letters that a text in an old code may have of the new one, against those of the old. */
const SHARE = 0.2;

/** The old code a plain text is written in; `undefined` for Unicode. */
export function legacyCodeOf(text: string, leastHits = 4): LegacyCode | undefined {
  const composed = text.normalize('NFC');
  const modern = composed.match(MODERN)?.length ?? 0;
  const hits = { TCVN3: composed.match(TCVN3)?.length ?? 0, VNI: composed.match(VNI)?.length ?? 0 };
  const code = hits.TCVN3 >= hits.VNI ? 'TCVN3' : 'VNI';
  return hits[code] >= leastHits && modern <= hits[code] * SHARE ? code : undefined;
}

/** The old code of a Word text; its fonts tell where few words do. */
export function legacyCodeOfWord(documentXml: string, stylesXml: string): LegacyCode | undefined {
  const text = wordsOf(documentXml);
  for (const [run] of documentXml.matchAll(/<w:r[ >][\s\S]*?<\/w:r>/g)) {
    if (!LEGACY_FONT.test(run)) continue;
    const code = legacyCodeOf(wordsOf(run), 1);
    if (code) return code;
  }
  return legacyCodeOf(text, LEGACY_FONT.test(stylesXml) ? 1 : 4);
}

/** What to tell an editor whose text is in an old code. */
export function legacyMessage(code: LegacyCode): string {
  return `Chữ trong văn bản dùng bảng mã cũ (${code}), đăng lên sẽ thành ký tự lạ. Chuyển sang Unicode trước: trong Unikey bấm Ctrl+Shift+F6, chọn nguồn ${code === 'TCVN3' ? 'TCVN3 (ABC)' : 'VNI Windows'}, đích Unicode; hoặc nhờ cán bộ công nghệ thông tin.`;
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(' ');
}
