import { type Day, yearOf } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { longDate, monthName, shortDate } from '../calendar/wording.ts';
import { isProvisional, type Report } from '../report/report.ts';
import type { Plan } from '../schema/plan.ts';
import { WARD_KINDS } from '../schema/vocabulary.ts';
import type { Ward } from '../schema/ward.ts';
import type { ReportForm } from './report-document.ts';

const SUBJECT = 'Kết quả thông tin, tuyên truyền cải cách hành chính';
/** Room for a number, a day and a month to be written in. */
const ROOM = '\u00a0'.repeat(8);
const SHORT_ROOM = '\u00a0'.repeat(5);

/** What stands around the text: head, title, recipients and signature. */
export function reportForm({ store, span, asOf, sample, provisional, plans }: Report): ReportForm {
  const { ward } = store;
  const plan = plans[0]?.data;
  const mark = provisional ? ' (tạm tính)' : '';
  return {
    title: `Báo cáo ${lower(SUBJECT)} ${span.name}${mark}`,
    subject: `${SUBJECT} ${span.name}`,
    marks: [
      ...(provisional ? [`TẠM TÍNH, số liệu đến ${longDate(span.until)}`] : []),
      ...(sample ? ['SỐ LIỆU MẪU, không phải số liệu chính thức'] : []),
    ],
    superior: ward.parent ? ['ỦY BAN NHÂN DÂN', upper(ward.parent)] : [],
    authority: authorityLines(ward),
    number: `Số:${ROOM}/BC-UBND`,
    placeAndDate: `${placeOf(ward)}, ngày${SHORT_ROOM}tháng${SHORT_ROOM}năm ${yearOf(asOf)}`,
    annexNote: `(Kèm theo Báo cáo số${ROOM}/BC-UBND ngày${SHORT_ROOM}tháng${SHORT_ROOM}năm ${yearOf(asOf)} của ${ward.authority})`,
    signer: signerLines(plan),
    recipients: plan?.recipients ?? [],
  };
}

/** The paragraphs before the first section: what is reported on, and of which days. */
export function openingOf({ store, span, asOf, plans }: Report): string[] {
  const { authority } = store.ward;
  const plan = plans[0]?.data;
  const base = plan ? `Thực hiện ${planText(plan)}, ` : '';
  const sentence = `${base}${authority} báo cáo ${lower(SUBJECT)} (CCHC) ${span.name} như sau:`;
  const days = `Số liệu tính từ ${longDate(span.from)} đến ${longDate(span.until)}, lấy từ chuyên mục CCHC ${longDate(asOf)}.`;
  return [sentence, days];
}

/** The sentence that ends a report. */
export function closingOf({ store, span }: Report): string {
  return `Trên đây là báo cáo ${lower(SUBJECT)} ${span.name} của ${store.ward.authority}./.`;
}

/** What the name of a report's file is made of. */
export interface FileFacts {
  ward: Pick<Ward, 'id'>;
  period: Pick<Period, 'label' | 'to'>;
  asOf: Day;
  sample: boolean;
}

/** File name of a report without its ending; one that is not final says why. */
export function reportFileName({ ward, period, asOf, sample }: FileFacts): string {
  const days = period.label.replace('..', '_').toLowerCase();
  const provisional = isProvisional(period, { asOf, sample });
  return `bao-cao-${ward.id}-${days}${provisional ? '-tam-tinh' : ''}${sample ? '-so-lieu-mau' : ''}`;
}

function planText({ title, number, date, issuedMonth, issuer }: Plan): string {
  const blank = '…………/KH-UBND';
  return `Kế hoạch số ${number ?? blank} ${issuedText(date, issuedMonth)}của ${issuer} (${title})`;
}

function issuedText(date: Day | undefined, month: string | undefined): string {
  if (date) return `ngày ${shortDate(date)} `;
  return month ? `ngày …… ${monthName(month)} ` : '';
}

/** `Ủy ban nhân dân phường Uông Bí` in two lines, as it stands at the head of documents. */
function authorityLines({ authority, name }: Ward): string[] {
  const at = authority.toLocaleLowerCase('vi').lastIndexOf(name.toLocaleLowerCase('vi'));
  if (at <= 0) return [upper(authority)];
  return [upper(authority.slice(0, at).trim()), upper(authority.slice(at))];
}

/** The place of a document: the ward's own name without its kind. */
function placeOf({ kind, name }: Ward): string {
  const noun = WARD_KINDS[kind];
  const starts = name.toLocaleLowerCase('vi').startsWith(`${noun} `);
  return starts ? name.slice(noun.length + 1) : name;
}

/** `TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH` in lines. */
function signerLines(plan: Plan | undefined): string[] {
  return (plan?.signerRole ?? '')
    .split(',')
    .map((line) => upper(line.trim()))
    .filter(Boolean);
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
