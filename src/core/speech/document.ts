import { readYear } from './day.ts';
import type { Lexicon } from './lexicon.ts';
import { readInteger } from './number.ts';
import { romanValue } from './roman.ts';

/**
 * Number and symbol of a document are said by what they mean: `58/KH-UBND` is «kế hoạch số năm
 * mươi tám của Ủy ban nhân dân» (docs/adr/0014). Only within a symbol are these letters certain.
 */

/** Kinds of document, by the letters of Nghị định 30/2020/NĐ-CP and of the Party's documents. */
const TYPES: Readonly<Record<string, string>> = {
  NQ: 'nghị quyết',
  QĐ: 'quyết định',
  CT: 'chỉ thị',
  QC: 'quy chế',
  QyĐ: 'quy định',
  TC: 'thông cáo',
  TB: 'thông báo',
  HD: 'hướng dẫn',
  CTr: 'chương trình',
  KH: 'kế hoạch',
  PA: 'phương án',
  ĐA: 'đề án',
  DA: 'dự án',
  BC: 'báo cáo',
  BB: 'biên bản',
  TTr: 'tờ trình',
  CĐ: 'công điện',
  CV: 'công văn',
  GM: 'giấy mời',
  KL: 'kết luận',
  NĐ: 'nghị định',
  TT: 'thông tư',
  TTLT: 'thông tư liên tịch',
  VBHN: 'văn bản hợp nhất',
};

/** Bodies that issue documents, beside those of the dictionary. */
const ISSUERS: Readonly<Record<string, string>> = {
  CP: 'Chính phủ',
  TTg: 'Thủ tướng Chính phủ',
  TW: 'Trung ương',
  ĐU: 'Đảng ủy',
  ĐCT: 'Đảng Chính phủ',
  BCĐ: 'Ban Chỉ đạo',
  VPCP: 'Văn phòng Chính phủ',
  BNV: 'Bộ Nội vụ',
  BTP: 'Bộ Tư pháp',
  BTC: 'Bộ Tài chính',
  BCA: 'Bộ Công an',
  BXD: 'Bộ Xây dựng',
  BYT: 'Bộ Y tế',
  BCT: 'Bộ Công Thương',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
  BTTTT: 'Bộ Thông tin và Truyền thông',
  TTCP: 'Thanh tra Chính phủ',
  SNV: 'Sở Nội vụ',
};

/** What a symbol says: the kind of document and who issued it, each where it is known. */
export interface SymbolMeaning {
  type?: string;
  issuer?: string;
  /** Parts that nobody has told how to read. */
  unknown: string[];
}

/** The kind of document that letters stand for within a symbol. */
export function typeName(letters: string): string | undefined {
  return TYPES[letters];
}

/** Takes `KH-UBND`, `NQ/TW` or `QH15` apart. */
export function symbolMeaning(symbol: string, lexicon: Lexicon): SymbolMeaning {
  const [first = '', ...others] = symbol.split(/[-/]/);
  const type = TYPES[first];
  const [body = ''] = type ? others : [first];
  if (!body) return { ...(type && { type }), unknown: [] };
  const issuer = issuerName(body, lexicon);
  if (issuer) return { ...(type && { type }), issuer, unknown: [] };
  return { ...(type && { type }), issuer: digitsSaid(body), unknown: [body] };
}

/** Number and year as they are said: `số sáu mươi ba năm hai nghìn không trăm mười`. */
export function readDocumentNumber(number: string, part: string, year: string): string {
  const said = `số ${readInteger(number)}${part && ` chấm ${readInteger(part)}`}`;
  return year ? `${said} ${readYear(year)}` : said;
}

/** Whether a text names a kind of document near its end, so that it need not be said again. */
export function namesType(before: string, type: string): boolean {
  return before.toLowerCase().includes(type);
}

/** A part that nobody has told how to read: its letters stay, its digits are said. */
function digitsSaid(part: string): string {
  return part.replace(/\d+/g, (digits) => ` ${readInteger(digits)}`).trim();
}

function issuerName(body: string, lexicon: Lexicon): string | undefined {
  const [, assembly = '', term = ''] = /^(QH|UBTVQH)(\d{1,2}|[IVX]+)$/.exec(body) ?? [];
  if (assembly) {
    const name = assembly === 'QH' ? 'Quốc hội' : 'Ủy ban Thường vụ Quốc hội';
    return `${name} khóa ${readInteger(String(romanValue(term) ?? term))}`;
  }
  return ISSUERS[body] ?? lexicon.of(body);
}
