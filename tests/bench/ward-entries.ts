import { addDays, type Day, monthOf } from '../../src/core/calendar/day.ts';
import type { WardFile } from './ward.ts';
import type { WordWalk } from './word-walk.ts';

/** When a made-up entry is dated, and its number, which decides its variations. */
export interface Drawn {
  year: number;
  date: Day;
  at: number;
}

/** What a made-up article is made of. */
export interface Means {
  random: () => number;
  walk: WordWalk;
  /** How many pictures there are to choose from. */
  pictures: number;
}

const DEPARTMENTS = ['vhxh', 'vp', 'kt', 'ttcudv'];
const FIELDS = ['tthc', 'the-che', 'chinh-quyen-so', 'kinh-te-xa-hoi'];
const TOPICS = ['dich-vu-cong', 'quy-hoach', 'dau-tu', 'ho-kinh-doanh', 'phi-le-phi'];
const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;

/** An article of about 350 words; every third has a table, every tenth a picture. */
export function benchArticle(drawn: Drawn, { random, walk, pictures }: Means): WardFile {
  const { date, at } = drawn;
  const slug = `bai-${String(at).padStart(5, '0')}`;
  const picture = `/anh/anh-${Math.floor(random() * pictures)}.jpg`;
  const head = [
    `title: "${walk.phrase(11)}"`,
    `date: ${date}`,
    `department: ${pick(DEPARTMENTS, at)}`,
    ...(at % 7 === 3 ? [`coordinators: [${pick(DEPARTMENTS, at + 1)}]`] : []),
    `genre: ${pick(['brief', 'story', 'story', 'reportage'], at)}`,
    `fields: [${pick(FIELDS, at)}]`,
    `topics: [${pick(TOPICS, at)}]`,
    `summary: "${walk.sentence(24)}"`,
    ...(at % 10 === 0 ? ['image:', `  src: ${picture}`, `  alt: "${walk.phrase(7)}"`] : []),
    ...placements(drawn),
    ...(at % 5 === 0 ? [`tasks: [${drawn.year}/1]`] : []),
    'sources:',
    '  - { title: "Cổng Dịch vụ công quốc gia", url: "https://dichvucong.gov.vn/" }',
    ...(at % 97 === 11
      ? [`withdrawn: { date: ${addDays(date, 9)}, reason: "Đã có bài khác thay thế." }`]
      : []),
  ];
  const body = [
    walk.sentence(45),
    `## ${walk.phrase(6)}`,
    ...[40, 45].map(walk.sentence),
    ...(at % 3 === 0 ? [table(walk)] : []),
    [12, 10, 14, 9].map((length) => `- ${walk.sentence(length)}`).join('\n'),
    `## ${walk.phrase(5)}`,
    ...[50, 40, 45].map(walk.sentence),
    `Xem thêm trên [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn/).`,
  ];
  return {
    file: `articles/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.md`,
    text: `---\n${head.join('\n')}\n---\n${body.join('\n\n')}\n`,
  };
}

/** An activity with a result. */
export function benchActivity({ year, date, at }: Drawn, walk: WordWalk): WardFile {
  const head = [
    `title: "${walk.phrase(10)}"`,
    `kind: ${pick(['training', 'meeting', 'visual'], at)}`,
    'place: "Nhà văn hóa khu phố"',
    'participants: 60',
    `fields: [${pick(FIELDS, at)}]`,
    `summary: "${walk.sentence(20)}"`,
    `result: "${walk.sentence(20)}"`,
    `date: ${date}`,
    `department: ${pick(DEPARTMENTS, at)}`,
  ];
  return {
    file: `activities/viec-${year}-${monthOf(date).slice(5)}-${at}.md`,
    text: `---\n${head.join('\n')}\n---\n${walk.sentence(60)}\n`,
  };
}

function placements({ date, at }: Drawn): string[] {
  const loud = [
    '  - channel: loudspeaker',
    `    sent: ${date}`,
    '    airings:',
    `      - { date: ${addDays(date, 2)}, time: "17:00", minutes: 4 }`,
    `      - { date: ${addDays(date, 9)}, time: "05:30", minutes: 4 }`,
  ];
  const portal = [
    '  - channel: upper-portal',
    `    sent: ${date}`,
    `    published: ${addDays(date, 3)}`,
  ];
  const lines = [...(at % 5 < 3 ? loud : []), ...(at % 4 === 0 ? portal : [])];
  return lines.length > 0 ? ['placements:', ...lines] : [];
}

function table(walk: WordWalk): string {
  const rows = [1, 2, 3, 4].map(
    (row) => `| ${walk.phrase(4)} | ${row * 3} ngày | ${walk.phrase(3)} |`,
  );
  return ['| Thủ tục | Thời hạn | Nơi nhận |', '|---|---|---|', ...rows].join('\n');
}
