import { describe, expect, test } from 'vitest';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { PlanEntry } from '../../src/core/store/store.ts';
import { planPage } from '../../src/core/view/plan-page.ts';
import { planProgress } from '../../src/core/view/plan-progress.ts';
import { monthPromise } from '../../src/core/view/promise.ts';
import { taskAnchor } from '../../src/core/view/task-link.ts';
import { edition } from '../support/editions.ts';
import { item, on } from '../support/quota-cases.ts';
import { SEED_NAMES, type SeedName } from '../support/seeds.ts';

async function planOf(
  seed: SeedName,
  asOf = '2026-06-15',
  made: Parameters<typeof edition>[2] = [],
) {
  const here = await edition(seed, asOf, made);
  const [entry] = here.plans;
  if (!entry) throw new Error(`${seed} has no plan on ${asOf}`);
  return planPage(here, entry);
}

describe('a plan', () => {
  test('says its rules as sentences', async () => {
    const sentences = [
      ...(await planOf('uong-bi')).rules.slice(0, 2),
      ...(await planOf('thuong-phuc')).rules,
    ].map(({ sentence }) => sentence);
    expect(sentences).toMatchInlineSnapshot(`
      [
        "Mỗi đơn vị trong các phòng chuyên môn, đơn vị sự nghiệp thuộc phường: ít nhất 02 tin/bài phát trên truyền thanh, mỗi tháng, tính từ tháng 3 năm 2026.",
        "Mỗi đơn vị trong các phòng chuyên môn, đơn vị sự nghiệp thuộc phường: đếm số tin/bài đăng trên trang thông tin điện tử, trong năm.",
        "Phòng Văn hoá – Xã hội (tính cả tin/bài của Văn phòng HĐND và UBND xã): ít nhất 02 tin/bài đăng trên trang thông tin điện tử, mỗi tháng, tính từ tháng 4 năm 2026.",
        "Các phòng chuyên môn thuộc UBND xã, tính chung: ít nhất 02 tin/bài đăng trên trang thông tin điện tử, mỗi tháng, tính từ tháng 4 năm 2026.",
        "Trung tâm dịch vụ tổng hợp xã và Phòng Văn hoá – Xã hội, tính chung: ít nhất 02 tin/bài phát trên truyền thanh, mỗi tháng, tính từ tháng 4 năm 2026.",
        "Phòng Văn hoá – Xã hội (tính cả tin/bài của các phòng chuyên môn thuộc UBND xã): ít nhất 01 tin/bài mới, chưa từng đăng tải, gửi tới trang CCHC cấp trên, mỗi tháng, tính từ tháng 4 năm 2026.",
        "Phòng Kinh tế và Ban quản lý dự án đầu tư và hạ tầng, tính chung: ít nhất 01 tin/bài mới, chưa từng đăng tải, đăng trên trang thông tin điện tử, mỗi tháng, tính từ tháng 4 năm 2026.",
        "Trung tâm dịch vụ tổng hợp xã: ít nhất 01 lần phát trên truyền thanh, mỗi tuần, tính từ tuần 11 năm 2026.",
        "Các cơ quan, đơn vị thuộc UBND xã, tính chung: đếm số tin/bài đăng trên Zalo, Facebook, YouTube hoặc TikTok, trong năm.",
        "Phòng Văn hoá – Xã hội: ít nhất 01 hoạt động (tập huấn, bồi dưỡng), trong quý III năm 2026.",
        "Văn phòng HĐND và UBND xã: ít nhất 01 hoạt động (đối thoại với người dân, doanh nghiệp), trong quý III năm 2026.",
        "Phòng Văn hoá – Xã hội: ít nhất 01 hoạt động (cuộc thi), trong quý IV năm 2026.",
        "Trung tâm dịch vụ tổng hợp xã: đếm số tin/bài đăng trên Facebook, mỗi tháng, tính từ tháng 4 năm 2026.",
      ]
    `);
  });

  test('shows blank numbers and dates as blank', async () => {
    expect((await planOf('thach-khoi')).heading.reference).toBe(
      'Bản kế hoạch không ghi số, tháng 1 năm 2026, bản kế hoạch không ghi ngày',
    );
    expect((await planOf('uong-bi')).heading.reference).toBe('Số 58/KH-UBND, ngày 23/02/2026');
  });

  test('lists every task once, under the part it stands in, each with its own anchor', async () => {
    for (const seed of SEED_NAMES) {
      const { taskGroups } = await planOf(seed, '2026-12-31');
      const anchors = taskGroups.flatMap(({ rows }) => rows.map(({ anchor }) => anchor));
      expect(new Set(anchors).size, seed).toBe(anchors.length);
      expect(
        taskGroups.every(({ where }) => /^(Phụ lục|Mục )/.test(where)),
        seed,
      ).toBe(true);
    }
    expect(taskAnchor('I.2.đ')).not.toBe(taskAnchor('I.2.d'));
  });

  test('puts what was published for a task beside it', async () => {
    const made = [item('minh-chung', 'vp', '2026-05-01', { tasks: ['58-kh-ubnd-2026/3'] })];
    const { store, asOf, plans } = await edition('uong-bi', '2026-06-15', made);
    const progress = planProgress(store, countQuotas(store, asOf), plans[0] as PlanEntry);
    expect(progress.sentence).toMatch(/^Tính đến 15\/6\/2026: 0\/\d+ nhiệm vụ/);
    const row = progress.tasks.get('3');
    expect(row?.evidence.map(({ title }) => title)).toEqual(['Bài mang tên minh-chung']);
    expect(row?.badge?.name).toBe('Chậm');
    const numbers = (await planOf('uong-bi')).taskGroups.flatMap(({ rows }) =>
      rows.map(({ no }) => no),
    );
    expect([...progress.tasks.keys()].sort()).toEqual(numbers.sort());
  });

  test('does not exist before its issue', async () => {
    expect((await edition('uong-bi', '2026-02-22')).plans).toEqual([]);
  });
});

describe('the promise of a month', () => {
  const aired = (slug: string, department: string) =>
    item(slug, department, '2026-06-01', on('loudspeaker', { aired: '2026-06-05' }));

  test('adds up what is lacking; one who did more does not cover for another', async () => {
    const here = await edition('uong-bi', '2026-06-15', [
      ...['a', 'b', 'c'].map((slug) => aired(slug, 'vp')),
      aired('d', 'kt'),
    ]);
    const promise = monthPromise(here.store, countQuotas(here.store, here.asOf));
    expect(promise).toMatchObject({
      name: 'Tháng 6 năm 2026',
      details: { address: '/can-bo/chi-tieu/' },
      plan: { address: '/ke-hoach/58-kh-ubnd-2026/' },
    });
    expect(promise.rows).toMatchObject([
      { done: 4, required: 8, lacking: 5, kept: false, stateText: 'Còn thiếu 5' },
    ]);
  });

  test('tells what is lost with its week from what can still be done', async () => {
    const here = await edition('thuong-phuc', '2026-05-20');
    // Three weeks are over, one runs, and one has not begun.
    const { rows } = monthPromise(here.store, countQuotas(here.store, here.asOf));
    expect(rows.at(-1)).toMatchObject({ required: 4, stateText: 'Thiếu 3 và còn thiếu 1' });
  });

  test('has no row in a month before the rule begins, nor where there is no rule', async () => {
    for (const [seed, asOf] of [
      ['uong-bi', '2026-02-25'],
      ['thach-khoi', '2026-06-15'],
    ] as const) {
      const here = await edition(seed, asOf);
      const promise = monthPromise(here.store, countQuotas(here.store, asOf));
      expect(promise.rows).toEqual([]);
      expect(promise.sentence).not.toBe('');
    }
  });
});
