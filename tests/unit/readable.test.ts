import { expect, test } from 'vitest';
import { entryFormat } from '../../admin/entry/format.ts';
import { readable } from '../../admin/room/readable.ts';

const format = entryFormat('articles', { today: '2026-10-20', departmentNames: new Map() });
const file = `---
title: Phòng tiếp dân
date: 2026-10-19
genre: brief
fields: [tthc]
sources:
  - title: Kế hoạch 58
    number: 58/KH-UBND
---

Nội dung bài.
`;

test('a file is read as its form names things, then its text', () => {
  const lines = readable('articles', format, file).split('\n');
  expect(lines).toContain('Tên bài: Phòng tiếp dân');
  expect(lines).toContain('Thể loại: Tin');
  expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(2);
  expect(lines.at(-1) || lines.at(-2)).toBe('Nội dung bài.');
  expect(lines.join()).not.toMatch(/genre|title|brief/);
});

test('a file that cannot be read is shown as it is', () => {
  expect(readable('articles', format, '---\na: [\n---\n')).toContain('a: [');
});
