import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a ward full of articles is made with. */
export interface ManyArticles {
  /** Folder that becomes the content. */
  folder: string;
  count: number;
  /** First and last year of the articles. */
  years?: readonly [number, number];
}

const DEPARTMENTS = ['vhxh', 'vp', 'kt'];
const FIELDS = ['tthc', 'the-che', 'bo-may', 'cong-vu', 'tai-chinh-cong', 'chinh-quyen-so'];
const CHANNELS = ['loudspeaker', 'facebook', 'zalo', 'upper-portal'];
const DOINGS = [
  'Hướng dẫn nộp hồ sơ đăng ký khai sinh trực tuyến',
  'Trả kết quả thủ tục hành chính qua bưu chính công ích',
  'Tổ công nghệ số cộng đồng giúp người dân cài ứng dụng',
  'Niêm yết công khai thủ tục hành chính lĩnh vực đất đai',
  'Tiếp công dân định kỳ và giải quyết phản ánh, kiến nghị',
  'Tập huấn chữ ký số cho cán bộ, công chức',
  'Rà soát, cắt giảm giấy tờ phải nộp khi chứng thực',
];
const PLACES = ['thôn Đoài', 'thôn Đông', 'khu phố Ngõ Chùa', 'chợ Bến', 'nhà văn hóa trung tâm'];

/**
 * A ward of as many articles as wanted, spread evenly over the years; the same for the same
 * numbers on every machine. Everything else is the seed's.
 */
export function writeManyArticles({ folder, count, years = [2007, 2026] }: ManyArticles): void {
  cpSync('seeds/thuong-phuc', folder, { recursive: true });
  const [first, last] = years;
  const days = (last - first + 1) * 12 * 28;
  for (let at = 0; at < count; at += 1) {
    const day = Math.floor((at * days) / count);
    const year = first + Math.floor(day / 336);
    const month = two((Math.floor(day / 28) % 12) + 1);
    const date = `${year}-${month}-${two((day % 28) + 1)}`;
    const target = path.join(folder, 'articles', String(year), month);
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, `bai-${String(at).padStart(5, '0')}.md`), text(at, date));
  }
}

function text(at: number, date: string): string {
  const doing = DOINGS[at % DOINGS.length];
  const place = PLACES[(at >> 3) % PLACES.length];
  const channel = CHANNELS[at % CHANNELS.length];
  const review = at % 10 === 0 ? `reviewBy: ${Number(date.slice(0, 4)) + 2}${date.slice(4)}\n` : '';
  const told = Array.from({ length: 6 }, (_, line) => paragraph(at, line)).join('\n\n');
  return `---
title: "${doing} tại ${place}, đợt ${at + 1}"
date: ${date}
department: ${DEPARTMENTS[at % DEPARTMENTS.length]}
genre: ${at % 3 === 0 ? 'story' : 'brief'}
fields: [${FIELDS[at % FIELDS.length]}]
summary: "${doing}: ai được hưởng, cần giấy tờ gì, nộp ở đâu và bao giờ có kết quả."
placements:
  - { channel: ${channel}, sent: ${date} }
${review}sample: true
---
${told}
`;
}

/** Sentences that differ from article to article, so that none is taken for another's copy. */
function paragraph(at: number, line: number): string {
  const number = (at * 7919 + line * 104_729) % 99_991;
  const words = Array.from({ length: 24 }, (_, word) => {
    const pick = (number * (word + 3) + at * (word + 11)) % WORDS.length;
    return WORDS[pick];
  });
  return `Đợt ${at + 1}, việc thứ ${line + 1}: ${words.join(' ')} ${number}.`;
}

const WORDS = [
  ...'hồ sơ người dân phường xã giấy tờ trực tuyến kết quả thời hạn nộp nhận trả lệ phí'.split(' '),
  ...'công khai niêm yết rà soát cắt giảm hướng dẫn tiếp nhận bưu chính chứng thực khai sinh'.split(
    ' ',
  ),
];

function two(value: number): string {
  return String(value).padStart(2, '0');
}
