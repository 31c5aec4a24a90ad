import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { type Airing, airingsBetween } from '../report/posts.ts';
import { lexiconOf } from '../speech/lexicon.ts';
import { durationText, paceOf } from '../speech/pace.ts';
import type { Passage } from '../speech/passage.ts';
import { type ScriptLine, spokenLines } from '../speech/script-line.ts';
import { isRecording } from '../store/media.ts';
import { type ArticleEntry, hasSamples, type Store, slugOf } from '../store/store.ts';
import { type Edition, isWithdrawn } from './edition.ts';
import { departmentLink, wardInSentence } from './names.ts';
import { areasText } from './report-lists.ts';

/** An article as a text to be read aloud on the loudspeakers. */
export interface Script {
  /** `Đài truyền thanh phường Uông Bí`. */
  station: string;
  /** Title of the article, as written. */
  title: string;
  /** What stands at the head, in order; without a text there is room for a pen. */
  head: HeadLine[];
  lines: ScriptLine[];
  /** A sentence that names what nobody has told how to read; absent when all can be read. */
  unread?: string;
  history: AiringHistory;
  /** Recordings of the text, by the paths of their files. */
  recordings: { label: string; file: string }[];
  /** What paper must say beside the text: that it is a sample. */
  marks: string[];
}

/** One thing known, or to be filled in, at the head of a script. */
export interface HeadLine {
  term: string;
  text?: string;
}

/** When and where the text was heard. */
export interface AiringHistory {
  rows: AiringRow[];
  /** `Đã phát 4 lượt, cộng 20 phút.`; says so when it was never aired. */
  summary: string;
}

/** One airing, in words. */
export interface AiringRow {
  day: Day;
  date: string;
  time: string;
  areas: string;
  minutes: string;
}

/** Longer than the days that files can hold. */
const EVER = { from: '0000-01-01', until: '9999-12-31' };

/** The articles that have a script: all that have a text to read. */
export function scriptArticles({ articlePages, asOf }: Edition): ArticleEntry[] {
  return articlePages.filter((entry) => !isWithdrawn(entry, asOf));
}

/** The place of an article in its address, as routes take it. */
export function routeOf({ id, data }: ArticleEntry): { year: string; month: string; slug: string } {
  return { year: data.date.slice(0, 4), month: data.date.slice(5, 7), slug: slugOf(id) };
}

/** The script of an article, from the passages of its body. */
export function scriptOf(
  { store, asOf }: Edition,
  entry: ArticleEntry,
  passages: readonly Passage[],
): Script {
  const { data } = entry;
  const { lines, unknown } = spokenLines(
    [
      { kind: 'heading', text: data.title },
      { kind: 'paragraph', text: data.summary ?? '' },
      ...passages,
    ],
    lexiconOf(store.ward.dictionary),
  );
  return {
    station: `Đài truyền thanh ${wardInSentence(store.ward)}`,
    title: data.title,
    head: headOf(store, asOf, entry, lines),
    lines,
    ...(unknown.length > 0 && { unread: unreadText(unknown) }),
    history: historyOf(airingsBetween([entry], { ...EVER, until: asOf })),
    recordings: recordingsOf(entry),
    marks: hasSamples(store) ? ['NỘI DUNG MẪU, không phải thông tin chính thức'] : [],
  };
}

function headOf(
  store: Store,
  asOf: Day,
  entry: ArticleEntry,
  lines: readonly ScriptLine[],
): HeadLine[] {
  const { data } = entry;
  const speed = store.ward.readingSpeed;
  const { syllables, seconds } = paceOf(
    lines.map(({ text }) => text),
    speed,
  );
  return [
    broadcastDate(entry, asOf),
    { term: 'Thời lượng ước tính', text: durationText(seconds) },
    { term: 'Số tiếng', text: `${syllables} (đọc ${speed} tiếng một phút)` },
    { term: 'Đơn vị', text: departmentLink(store, data.department).label },
    { term: 'Người biên tập', text: data.editor },
    { term: 'Người duyệt', text: data.approver },
    { term: 'Người đọc' },
  ].map(({ term, text }) => (text === undefined ? { term } : { term, text }));
}

/** The first airing, or the one that is planned next; otherwise room to fill it in. */
function broadcastDate(entry: ArticleEntry, asOf: Day): HeadLine {
  const [first] = airingsBetween([entry], EVER);
  if (!first) return { term: 'Ngày phát' };
  const text = `${shortDate(first.date)}${first.time ? `, ${first.time}` : ''}`;
  return { term: first.date <= asOf ? 'Phát lần đầu' : 'Dự kiến phát', text };
}

function historyOf(airings: readonly Airing[]): AiringHistory {
  return {
    rows: airings.map((airing) => ({
      day: airing.date,
      date: shortDate(airing.date),
      time: airing.time ?? '',
      areas: areasText(airing),
      minutes: airing.minutes === undefined ? '' : String(airing.minutes),
    })),
    summary: historyText(airings),
  };
}

function historyText(airings: readonly Airing[]): string {
  if (airings.length === 0) return 'Chưa ghi lượt phát nào.';
  const timed = airings.flatMap(({ minutes }) => minutes ?? []);
  const total = timed.reduce((sum, minutes) => sum + minutes, 0);
  const untimed = airings.length - timed.length;
  const parts = [
    `Đã phát ${airings.length} lượt`,
    ...(total > 0 ? [`cộng ${total} phút`] : []),
    ...(untimed > 0 ? [`${untimed} lượt chưa ghi thời lượng`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function unreadText(unknown: readonly string[]): string {
  return `Chưa có cách đọc: ${unknown.join(', ')}. Thêm vào từ điển chữ viết tắt của phường, xã để bản đọc ghi đủ lời.`;
}

/** Recordings among the article's files and among the proofs of its airings, each once. */
function recordingsOf({ data }: ArticleEntry): { label: string; file: string }[] {
  const proofs = data.placements
    .filter(({ channel }) => channel === 'loudspeaker')
    .flatMap(({ evidence }) => evidence);
  const found = new Map<string, { label: string; file: string }>();
  for (const { label, file } of [...data.attachments, ...proofs]) {
    if (file && isRecording(file) && !found.has(file)) found.set(file, { label, file });
  }
  return [...found.values()];
}
