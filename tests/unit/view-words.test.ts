import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { contrast, PAPERS } from '../../src/core/text/color.ts';
import { accentOf } from '../../src/core/view/accent.ts';
import { spanText } from '../../src/core/view/card.ts';
import { contactOf, telephone } from '../../src/core/view/contact.ts';
import { dueText } from '../../src/core/view/due-wording.ts';
import { enumerate } from '../../src/core/view/names.ts';
import { menuAt } from '../../src/core/view/navigation.ts';
import { amountText } from '../../src/core/view/practice.ts';
import { readSeed, SEED_NAMES } from '../support/seeds.ts';

const wards = await Promise.all(
  SEED_NAMES.map(async (name) => (await readSeed(name)).store.ward.accent),
);

describe('words', () => {
  test('spans say the year once', () => {
    expect(spanText('2026-06-01', '2026-06-30')).toBe('01/6 – 30/6/2026');
    expect(spanText('2026-12-28', '2027-01-03')).toBe('28/12/2026 – 03/01/2027');
    expect(spanText('2026-06-01', '2026-06-01')).toBe('01/6/2026');
  });

  test('numbers are written as in Vietnamese', () => {
    expect([amountText(27, '%'), amountText(7.5, 'phút'), amountText(1234567)]).toEqual([
      '27%',
      '7,5 phút',
      '1.234.567',
    ]);
  });

  test('time limits keep the words of the plan and add the day they come to', () => {
    const task = (due: object) => ({ due: { inclusive: true, ...due } }) as never;
    expect(dueText(task({ kind: 'unstated' }))).toEqual({ text: 'Kế hoạch không ghi' });
    expect(
      dueText(task({ kind: 'fixed', text: 'Chậm nhất ngày 28/02/2026', date: '2026-02-28' })),
    ).toEqual({ text: 'Chậm nhất ngày 28/02/2026' });
    expect(
      dueText(
        task({ kind: 'relative', text: 'Trong 10 ngày', date: '2026-03-16', inclusive: false }),
      ),
    ).toEqual({ text: 'Trong 10 ngày', computed: 'Trước ngày 16/3/2026' });
    expect(dueText(task({ kind: 'window', from: '2026-Q3', to: '2026-Q3' })).text).toBe(
      'Quý III năm 2026',
    );
  });

  test('a telephone number can be dialled when it is nothing else', () => {
    expect(telephone('0203 3854.123')).toEqual({ text: '0203 3854.123', url: 'tel:02033854123' });
    expect(telephone('0203 3854 123 (Văn phòng)')).toEqual({ text: '0203 3854 123 (Văn phòng)' });
  });

  test('a ward names what it has not told', async () => {
    const { store } = await readSeed('thuong-phuc');
    expect(contactOf(store.ward)).toMatchObject({
      office: [],
      hotlines: [],
      missing:
        'Xã chưa cung cấp địa chỉ trụ sở, điện thoại, thư điện tử và giờ làm việc cho chuyên mục này.',
    });
    expect(enumerate(['một'])).toBe('một');
  });

  test('the menu marks the page and the section it stands in', () => {
    const marks = (address: string) =>
      menuAt(address).flatMap(({ label, current }) => (current ? [[label, current]] : []));
    expect(marks('/')).toEqual([['Trang chủ', 'page']]);
    expect(marks('/thu-tuc/abc/')).toEqual([['Thủ tục', 'true']]);
    expect(marks('/can-bo/chi-tieu/2026-06/')).toEqual([['Cán bộ', 'true']]);
  });
});

describe('the accent', () => {
  test.each([...wards, '#ffee00', '#ffffff', '#000000', '#808080', '#00ff00'])(
    '%s can be read in both schemes',
    (color) => {
      const { light, onLight, dark, onDark } = accentOf(color);
      for (const paper of PAPERS.light) expect(contrast(light, paper)).toBeGreaterThanOrEqual(4.5);
      for (const paper of PAPERS.dark) expect(contrast(dark, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onLight, light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onDark, dark)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('a good accent is left alone', () => {
    for (const color of wards) expect(accentOf(color).light).toBe(color);
  });

  test('the papers are those of the style sheet, and its other inks can be read on them', async () => {
    const css = await readFile(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    for (const [at, scheme] of (['light', 'dark'] as const).entries()) {
      const value = (name: string) =>
        new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)?.[
          at + 1
        ] ?? '';
      expect([value('paper'), value('surface')]).toEqual(PAPERS[scheme]);
      for (const [ink, paper] of [
        ['ink', 'paper'],
        ['soft', 'paper'],
        ['soft', 'surface'],
        ['alert', 'paper'],
        ['alert', 'alert-surface'],
      ] as const) {
        expect(contrast(value(ink), value(paper)), `${scheme} ${ink}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
