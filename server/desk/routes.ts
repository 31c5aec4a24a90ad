import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addresses } from '../../src/core/address.ts';
import type { Day } from '../../src/core/calendar/day.ts';
import { countQuotas, type QuotaResult } from '../../src/core/quota/result.ts';
import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import type { Store } from '../../src/core/store/store.ts';
import { countsForView } from '../../src/core/view/counts-for.ts';
import { type OwedView, owedView } from '../../src/core/view/owed.ts';
import type { Person } from '../people/person.ts';
import { may } from '../people/policy.ts';
import type { Room } from '../people/room.ts';
import { draftEntry } from './draft-entry.ts';

const BROKEN =
  'Nội dung đang xuất bản có lỗi nên chưa đếm được chỉ tiêu. Hãy báo cán bộ công nghệ thông tin.';

const draft = z.strictObject({
  collection: z.enum(Object.keys(COLLECTIONS) as [CollectionName, ...CollectionName[]]),
  /** Id of an entry that exists; a new one has none yet. */
  id: z.string().max(300).optional(),
  /** The fields of the form, as they would be saved. */
  data: z.record(z.string(), z.unknown()),
  body: z.string().max(500_000).default(''),
});

/** What the editors' program asks of the plan: what is owed, and what an entry will count for. */
export function deskRoutes(room: FastifyInstance, { address, published, asOf }: Room): void {
  const counts = counter(asOf);
  room.get(address.route(addresses.roomApi('owed')), async ({ person }, reply) => {
    const store = await published();
    if (!store) return reply.code(503).send({ error: BROKEN });
    const seen = person ? departmentsSeenBy(person, store) : [];
    return linked(owedView(store, counts(store), seen), address.href);
  });
  const url = address.route(addresses.roomApi('counts-for'));
  room.post(url, async ({ person, body }, reply) => {
    const typed = draft.safeParse(body);
    if (!typed.success || !person) {
      const error = 'Cần gửi loại nội dung, các mục của biểu mẫu và thân bài.';
      return reply.code(422).send({ error });
    }
    const read = draftEntry(typed.data);
    if ('issues' in read) return reply.code(422).send(read);
    const refusal = may(person, 'draft.read', read.target);
    if (refusal) return reply.code(403).send({ error: refusal });
    const store = await published();
    if (!store) return reply.code(503).send({ error: BROKEN });
    return countsForView(store, counts(store), read.entry);
  });
}

/** The panel with addresses that its reader can open, below the path the section lives under. */
function linked(view: OwedView, href: (address: string) => string): OwedView {
  const departments = view.departments.map((one) => ({
    ...one,
    channels: one.channels.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => ({ ...row, address: href(row.address) })),
    })),
  }));
  return { ...view, departments };
}

/** Editors and publishers see who is behind anywhere; a contributor the own department. */
function departmentsSeenBy({ roles, department }: Person, store: Store): string[] {
  if (roles.includes('editor') || roles.includes('publisher')) {
    return store.departments.map(({ id }) => id);
  }
  return department === undefined ? [] : [department];
}

/** Counts a ward once for a date, however many editors ask. */
function counter(asOf: () => Day): (store: Store) => QuotaResult {
  let last: { store: Store; result: QuotaResult } | undefined;
  return (store) => {
    const day = asOf();
    if (last?.store !== store || last.result.asOf !== day) {
      last = { store, result: countQuotas(store, day) };
    }
    return last.result;
  };
}
