import { expect, test } from 'vitest';
import { entryFormat } from '../../admin/entry/format.ts';
import { readable } from '../../admin/room/readable.ts';

const format = entryFormat('articles', { today: '2026-10-20', departmentNames: new Map() });
const choices = { department: [{ value: 'vhxh', label: 'Phòng Văn hóa' }] };
const words = { collection: 'articles', format, choices } as const;
const file = `---
title: Phòng tiếp dân
date: 2026-10-19
department: vhxh
genre: brief
fields: [tthc]
sources:
  - title: Kế hoạch 58
    number: 58/KH-UBND
---

Nội dung bài.
`;

test('a file is read as its form names things, then its text', () => {
  const lines = readable(words, file).split('\n');
  expect(lines).toContain('Tên bài: Phòng tiếp dân');
  expect(lines).toContain('Thể loại: Tin');
  expect(lines).toContain('Đơn vị: Phòng Văn hóa');
  expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(2);
  expect(lines.at(-1) || lines.at(-2)).toBe('Nội dung bài.');
  expect(lines.join()).not.toMatch(/genre|title|brief|vhxh/);
});

test('a file that cannot be read is shown as it is', () => {
  expect(readable(words, '---\na: [\n---\n')).toContain('a: [');
});
