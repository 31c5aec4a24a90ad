import { addresses } from '../address.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { Card } from './card.ts';
import { cardsOfKind, type Edition } from './edition.ts';
import { type IndexSeries, indexSeries } from './index-series.ts';
import { lateFilesPage } from './late-file.ts';
import type { Link } from './link.ts';
import { monthPromise } from './promise.ts';

/** How many answers the hub shows. */
const NEWEST = 3;

/** The pages of what the ward lays open, for their trails and the site map. */
export const OPENNESS_PAGES = {
  hub: { label: 'Công khai', address: addresses.openness() },
  indices: { label: 'Chỉ số', address: addresses.indices() },
  lateFiles: { label: 'Hồ sơ trễ hạn', address: addresses.lateFiles() },
  questions: { label: 'Hỏi đáp', address: addresses.questions() },
} as const satisfies Record<string, Link>;

/** What the ward lays open, in one page. */
export interface Openness {
  /** What the plan asks for this month, and how far it has come. */
  promise: string;
  plan?: Link;
  /** The newest month of late files; absent while none was entered. */
  late?: string;
  indices: Pick<IndexSeries, 'id' | 'name' | 'scope' | 'latest'>[];
  questions: readonly Card[];
  /** `Xem cả 12 câu trả lời`; absent where the hub shows them all. */
  moreQuestions?: Link;
}

/** The hub of openness. */
export function opennessOf(edition: Edition, quotas: QuotaResult): Openness {
  const { sentence, plan } = monthPromise(edition.store, quotas);
  const { sentence: late } = lateFilesPage(edition);
  const questions = cardsOfKind(edition.cards, 'questions');
  return {
    promise: sentence,
    ...(plan && { plan }),
    ...(late && { late }),
    indices: indexSeries(edition),
    questions: questions.slice(0, NEWEST),
    ...(questions.length > NEWEST && {
      moreQuestions: {
        label: `Xem cả ${questions.length} câu trả lời`,
        address: addresses.questions(),
      },
    }),
  };
}
