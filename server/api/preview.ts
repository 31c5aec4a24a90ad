import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Day } from '../../src/core/calendar/day.ts';
import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import type { Store } from '../../src/core/store/store.ts';
import { renderBody } from '../../src/markdown/body.ts';
import { passagesOf } from '../../src/markdown/passages.ts';
import { previewOf } from '../../src/render/preview/preview.ts';

/** What the preview needs of the server around it. */
export interface PreviewParts {
  /** Path at which it is registered, e.g. `/admin/api/preview`. */
  path: string;
  /** The published ward; `undefined` while its content is broken. */
  published: () => Promise<Store | undefined>;
  asOf: () => Day;
}

const request = z.strictObject({
  collection: z.enum(Object.keys(COLLECTIONS) as [CollectionName, ...CollectionName[]]),
  id: z.string().max(300).default(''),
  /** The fields of the form, as they would be saved. */
  data: z.record(z.string(), z.unknown()),
  body: z.string().max(500_000).default(''),
});

/**
 * Shows an entry as the site will, and an article as it will be read aloud: the same view models, the same Markdown, the same
 * sanitiser. Nothing is kept. Pictures bear the path as typed, for some are not saved yet.
 */
export function previewRoute(server: FastifyInstance, { path, published, asOf }: PreviewParts) {
  server.post(path, async ({ body }, reply) => {
    const typed = request.safeParse(body);
    if (!typed.success) {
      return reply.code(422).send({ error: 'Chưa xem trước được: yêu cầu không đúng dạng.' });
    }
    const store = await published();
    if (!store) {
      const error = 'Nội dung đang đăng có lỗi nên chưa xem trước được.';
      return reply.code(503).send({ error });
    }
    const text = typed.data.body.normalize('NFC');
    const { html: bodyHtml } = renderBody(text, (src) => ({ src }));
    return previewOf(store, asOf(), { ...typed.data, bodyHtml, passages: passagesOf(text) });
  });
}
