import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastify from 'fastify';
import { parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { previewRoute } from '../../server/api/preview.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { loadWard } from '../../src/reader/ward.ts';

const ward = await loadWard('src/content', { production: false });
const server = fastify();
previewRoute(server, { path: '/xem', published: async () => ward.store, asOf: () => '2026-10-20' });

async function preview(payload: object) {
  const answer = await server.inject({ method: 'POST', url: '/xem', payload });
  return {
    status: answer.statusCode,
    ...(answer.json() as { html?: string; script?: string; error?: string }),
  };
}

const kinds = [
  'articles',
  'activities',
  'practices',
  'procedureChanges',
  'questions',
  'plans',
] as const;
const entries = ward.entries.filter(({ collection }) => kinds.some((kind) => kind === collection));

describe('every entry of the ward', () => {
  test.each(kinds)('of %s is shown with its title and its body', async (kind) => {
    const own = entries.filter(({ collection }) => collection === kind);
    expect(own.length).toBeGreaterThan(0);
    for (const { id, file, raw } of own) {
      const read = readEntry(file, await readFile(path.join('src/content', file), 'utf8'));
      const body = ('entry' in read && read.entry.body?.source) || '';
      const { status, html = '' } = await preview({ collection: kind, id, data: raw.data, body });
      expect([file, status]).toEqual([file, 200]);
      const { title } = raw.data as { title: string };
      const text = serialize(parse(html)).replace(/<[^>]*>/g, '');
      expect(text).toContain(title.replaceAll('&', '&amp;'));
      expect(html).toContain('class="spread"');
    }
  });
});

describe('what an editor types', () => {
  const data = {
    title: 'Bài <script>alert(1)</script> thử',
    date: '2026-10-19',
    department: 'vhxh',
    genre: 'brief',
    summary: '<img src=x onerror=alert(1)>',
  };
  const hostile =
    '<script>alert(1)</script>\n\n[xem](javascript:alert(1))\n\n<b onclick="x()">a</b>';

  test.each([
    ['a whole entry', data],
    ['an unfinished one', { title: data.title, summary: data.summary }],
  ])('of %s never becomes markup that runs', async (_, typed) => {
    const { html = '' } = await preview({ collection: 'articles', data: typed, body: hostile });
    expect(html).not.toMatch(/<[a-z]+[^>]*\son[a-z]+=/i);
    expect(html).not.toMatch(/<script|javascript:/i);
    expect(html).toContain('alert(1)');
  });

  test('pictures keep the path as typed, for some are not saved yet', async () => {
    const { html } = await preview({ collection: 'articles', data, body: '![Ảnh](anh.jpg)' });
    expect(html).toContain('src="anh.jpg"');
  });

  test('of an article is shown as it will be read aloud, too; of a practice it is not', async () => {
    const body = 'Mở cửa lúc **7:30** tại UBND.\n\n<script>x</script>';
    const { script = '' } = await preview({ collection: 'articles', data, body });
    expect(script).toContain('<li class="script-opens">Mở cửa lúc bảy giờ ba mươi');
    expect(script).toContain('Ủy ban nhân dân');
    expect(script).not.toContain('<script>');
    const { script: none } = await preview({ collection: 'practices', data, body });
    const unfinished = await preview({ collection: 'articles', data: { title: 'Bài' }, body });
    expect([none, unfinished.script]).toEqual(['', '']);
  });

  test('requests of another shape are refused in Vietnamese', async () => {
    expect(await preview({ collection: 'x', data: {} })).toMatchObject({
      status: 422,
      error: 'Chưa xem trước được: yêu cầu không đúng dạng.',
    });
  });
});
