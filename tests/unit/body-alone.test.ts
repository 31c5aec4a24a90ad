/** A body that stands alone is made HTML of while it is checked: the same as its page would make. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectBody, renderBody } from '../../src/markdown/body.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { SEEDS } from '../support/seeds.ts';

const made = (markdown: string) => inspectBody(markdown, 1, false, true).html;

describe('a body that stands alone', () => {
  test('gives what its page would make, in every sample', () => {
    const files = globSync('samples/**/*.md', { cwd: SEEDS });
    const bodies = files.flatMap((file) => {
      const read = readEntry(
        file.replace(/^samples\//, ''),
        readFileSync(path.join(SEEDS, file), 'utf8'),
      );
      return 'entry' in read && read.entry.body ? [read.entry.body.source] : [];
    });
    expect(bodies.length).toBeGreaterThan(40);
    const alone = bodies.filter((body) => made(body) !== undefined);
    expect(alone.length).toBeGreaterThan(20);
    expect(alone.map(made)).toEqual(alone.map((body) => renderBody(body).html));
  });

  test.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n'],
    ['an address elsewhere', '[Cổng](https://dichvucong.gov.vn/) và <https://a.vn>'],
    ['a place of its own', '[Lên đầu](#dau)'],
    ['footnotes', 'Chữ[^1].\n\n[^1]: Chú thích.\n'],
    ['what is not HTML to publish', '<script>alert(1)</script>\n\n<b onclick="x()">đậm</b>'],
    ['nothing', ''],
    ['a block that nobody knows', ':::la\nChữ\n:::\n'],
    ['more quotes than can be parsed', '>'.repeat(9000)],
  ])('may hold %s', (_, body) => {
    expect(made(body)).toBe(renderBody(body).html);
  });

  test.each([
    ['a picture', '![Ảnh](anh.jpg)'],
    ['a link within the section', 'Xem [bài](/tin-bai/).'],
    ['a file', '[Mẫu](mau.pdf)'],
    ['a block', '::thu-tuc{ma="1.001190"}'],
  ])('holds no %s', (_, body) => {
    expect(made(body)).toBeUndefined();
  });

  test('is not made HTML of where nobody wants it', () => {
    expect(inspectBody('Chữ', 1, false)).not.toHaveProperty('html');
    expect(inspectBody('Chữ', 1, true, true)).not.toHaveProperty('html');
  });
});
