import { type Day, daysBetween } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { CONTRACT_VERSION, contract, type PublishedResult } from './contract.ts';

/** A file or address as it was read, or why it could not be. */
export type RollupInput = { source: string; text: string } | { source: string; failure: string };

/** A file that is left out, and why. */
export interface Rejected {
  source: string;
  reason: string;
}

/** A file that takes part. */
export interface Accepted {
  source: string;
  file: PublishedResult;
}

/** A file whose numbers are older than this says nothing of today. */
const STALE_DAYS = 31;

/** Sorts out what can be used: every broken, old or repeated file is named, none stops the rest. */
export function sortSources(
  inputs: readonly RollupInput[],
  asOf: Day,
): { accepted: Accepted[]; rejected: Rejected[] } {
  const read = inputs.map((input) => ({ source: input.source, ...readInput(input, asOf) }));
  const accepted: Accepted[] = [];
  const rejected: Rejected[] = read.flatMap(({ source, reason }) =>
    reason === undefined ? [] : [{ source, reason }],
  );
  for (const { source, file } of read) {
    if (!file) continue;
    const index = accepted.findIndex((one) => one.file.ward.id === file.ward.id);
    const other = accepted[index];
    if (!other) accepted.push({ source, file });
    else if (other.file.asOf >= file.asOf) rejected.push(repeated(source, file, other.source));
    else {
      rejected.push(repeated(other.source, other.file, source));
      accepted[index] = { source, file };
    }
  }
  return { accepted, rejected };
}

function repeated(source: string, { ward }: PublishedResult, kept: string): Rejected {
  return {
    source,
    reason: `trùng mã «${ward.id}» (${ward.name}) với ${kept}; chỉ giữ bản ấy`,
  };
}

function readInput(input: RollupInput, asOf: Day): { file?: PublishedResult; reason?: string } {
  if ('failure' in input) return { reason: input.failure };
  let value: unknown;
  try {
    value = JSON.parse(input.text);
  } catch {
    return { reason: 'không phải JSON, hoặc tệp bị cắt ngang' };
  }
  const version = versionOf(value);
  if (version !== CONTRACT_VERSION) {
    return {
      reason: `phiên bản ${version ?? 'không ghi'}; chương trình này đọc phiên bản ${CONTRACT_VERSION}`,
    };
  }
  const parsed = contract.safeParse(value);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') || 'gốc';
    return { reason: `sai cấu trúc ở ${at}` };
  }
  const reason = ageReason(parsed.data.asOf, asOf);
  return reason ? { reason } : { file: parsed.data };
}

function ageReason(date: Day, asOf: Day): string | undefined {
  if (date > asOf) {
    return `số liệu đến ${shortDate(date)}, sau ngày tổng hợp ${shortDate(asOf)}; chọn ngày với --as-of`;
  }
  return daysBetween(date, asOf) > STALE_DAYS
    ? `số liệu cũ, đến ${shortDate(date)}, quá ${STALE_DAYS} ngày trước ngày tổng hợp ${shortDate(asOf)}`
    : undefined;
}

function versionOf(value: unknown): string | number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  const { version } = value;
  if (typeof version === 'number') return version;
  return typeof version === 'string' ? version.replace(/[^\w.-]/g, '').slice(0, 20) : undefined;
}
