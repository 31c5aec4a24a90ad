import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { closingText, isRole, LONGEST_ROLE } from '../../src/core/view/closing-wording.ts';
import { closable, close } from '../ledger/close.ts';
import type { LedgerContext } from '../ledger/context.ts';
import { entryList } from '../ledger/entry-list.ts';
import { compare, entryHistory } from '../ledger/history.ts';
import { Presence } from '../ledger/presence.ts';
import { permitOpening } from '../ledger/read.ts';
import { diskFull, Refusal } from '../ledger/refusal.ts';
import { adopt, setStatus } from '../ledger/review.ts';
import { withdraw } from '../ledger/withdraw.ts';
import type { Seams } from '../seams.ts';
import { type Asking, audited } from './audited.ts';
import { answerCms } from './cms.ts';
import { type PublicationParts, publicationOf } from './publication.ts';
import { cmsRequest } from './request.ts';

/** What the routes of the ledger work with. */
export interface LedgerRoutes extends Omit<PublicationParts, 'ledger'> {
  /** The ledger; opened, and made when there is none, by the first request. */
  ledger: () => Promise<LedgerContext>;
  seams: Seams;
}

/** An entry with sixty pictures, in base64. */
const BODY_LIMIT = 120 * 1024 * 1024;

const name = z.object({ collection: z.string().max(200), slug: z.string().max(200) });
const reasoned = name.extend({ comment: z.string().trim().min(1).max(4_000) });
const withdrawal = name.extend({ reason: z.string().trim().min(1).max(600) });
const adoption = name.extend({ draft: z.string().max(64), published: z.string().max(64) });
const closing = z.object({ month: z.string().max(20), by: z.string().trim().optional() });
const publication = z.object({
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
});

const ROLE_REFUSED = `Ghi một chức danh, nhiều nhất ${LONGEST_ROLE} ký tự, không ghi tên người.`;

/**
 * The ledger's routes, below the editors' room: Decap's protocol at `/api/cms`, and beside it
 * what Decap's protocol has no words for. Refusals are answered as `{ error }`, with whatever
 * the form can show beside it.
 */
export function ledgerRoutes(room: FastifyInstance, options: LedgerRoutes): void {
  const { ledger, seams } = options;
  const presence = new Presence();
  room.register(async (routes) => {
    routes.setErrorHandler((error, request, reply) => answerError(error, request, reply));

    routes.post('/api/cms', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const asking = askingOf(seams, request);
      const wanted = read(cmsRequest, request.body);
      const answer = await answerCms({ ledger: await ledger(), seams, asking }, wanted);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
    });

    routes.get('/api/entries', async (request) => {
      const { person } = askingOf(seams, request);
      const [, text = ''] = request.url.split('?');
      const query = new URLSearchParams(text);
      const collection = query.get('collection') ?? '';
      return entryList(await ledger(), person, { collection, query, asOf: options.asOf() });
    });

    routes.get('/api/history', async (request) => {
      const { person } = askingOf(seams, request);
      const { collection, slug } = read(name, request.query);
      return entryHistory(await ledger(), person, collection, slug);
    });

    routes.get('/api/comparison', async (request) => {
      const { person } = askingOf(seams, request);
      const { collection, slug } = read(name, request.query);
      return compare(await ledger(), person, collection, slug);
    });

    routes.post('/api/adopt', async (request) => {
      const asking = askingOf(seams, request);
      const { collection, slug, ...seen } = read(adoption, request.body);
      const event = { action: 'draft.save', target: `${collection}/${slug}` } as const;
      await audited(seams, asking, event, async () =>
        adopt(await ledger(), asking.person, { collection, id: slug }, seen),
      );
      return { message: 'Bản nháp đã tiếp nối bản đang đăng.' };
    });

    routes.post('/api/return', async (request) => {
      const asking = askingOf(seams, request);
      const { collection, slug, comment } = read(reasoned, request.body);
      const event = { action: 'draft.return', target: `${collection}/${slug}` } as const;
      await audited(seams, asking, event, async () =>
        setStatus(await ledger(), asking.person, { collection, id: slug }, 'draft', comment),
      );
      return { message: 'Đã trả lại bài.' };
    });

    routes.post('/api/withdraw', async (request) => {
      const asking = askingOf(seams, request);
      const { collection, slug, reason } = read(withdrawal, request.body);
      const event = { action: 'withdraw', target: `${collection}/${slug}` } as const;
      const commit = await audited(seams, asking, event, async () =>
        withdraw(await ledger(), asking.person, { collection, id: slug }, reason),
      );
      return { message: 'Đã gỡ bài, đang dựng lại trang.', commit };
    });

    routes.get('/api/close', async (request) => {
      const { person } = askingOf(seams, request);
      return { months: await closable(await ledger(), person) };
    });

    routes.post('/api/close', async (request) => {
      const asking = askingOf(seams, request);
      const { month, by } = read(closing, request.body);
      const event = { action: 'month.close', target: month } as const;
      const done = await audited(seams, asking, event, async () => {
        if (by && !isRole(by)) throw new Refusal(422, ROLE_REFUSED);
        return close(await ledger(), asking.person, { month, ...(by && { by }) });
      });
      const message = `Đã khóa sổ ${closingText(done.closing)}, đang dựng lại trang.`;
      return { message, commit: done.commit };
    });

    routes.post('/api/presence', async (request) => {
      const { person } = askingOf(seams, request);
      const { collection, slug } = read(name, request.body);
      await permitOpening(await ledger(), person, collection, slug);
      return { others: presence.report(`${collection}/${slug}`, person) };
    });

    routes.get('/api/publish-status', async (request) => {
      askingOf(seams, request);
      const { commit } = read(publication, request.query);
      return publicationOf({ ...options, ledger: await ledger() }, commit);
    });
  });
}

function askingOf({ personOf }: Seams, request: FastifyRequest): Asking {
  const person = personOf(request);
  if (!person) throw new Refusal(401, 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi lưu lần nữa.');
  return { person, address: request.ip };
}

/** Reads what was sent; a request of another shape is refused, naming what is wrong in it. */
function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.') || 'yêu cầu');
  const named = [...new Set(fields)].join(', ');
  throw new Refusal(
    422,
    `Máy chủ không hiểu yêu cầu (${named}). Hãy mở lại mục từ danh sách; nếu vẫn vậy, tải lại trang.`,
  );
}

function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { code, statusCode } = thrown as { code?: string; statusCode?: number };
  const error = code === 'ENOSPC' || code === 'EDQUOT' ? diskFull() : thrown;
  if (error instanceof Refusal) {
    return reply.code(error.status).send({ error: error.message, ...error.details });
  }
  if (statusCode === 413) {
    return reply
      .code(413)
      .send({ error: 'Nội dung gửi lên quá lớn. Hãy giảm cỡ ảnh rồi lưu lại.' });
  }
  if (statusCode !== undefined && statusCode < 500) {
    return reply.code(statusCode).send({ error: 'Máy chủ không hiểu yêu cầu này.' });
  }
  const told = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${request.method} ${request.routeOptions.url}: ${told}\n`);
  return reply.code(500).send({
    error: 'Máy chủ gặp lỗi nên có thể chưa lưu. Giữ nguyên cửa sổ này rồi lưu lại sau ít phút.',
  });
}
