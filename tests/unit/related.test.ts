import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/core/view/card.ts';
import { relatedCards } from '../../src/core/view/related.ts';

/** Enough pieces of office prose that its phrases are common, and one pair of things rare. */
const TITLES = [
  'Đăng ký hộ kinh doanh trên địa bàn phường',
  'Tọa đàm gỡ vướng cho hộ kinh doanh nhỏ',
  'Chứng thực bản sao từ bản chính trên địa bàn phường',
  'Nhận kết quả tại nhà trên địa bàn phường',
  'Họp khu phố trên địa bàn phường',
  'Sao y bản chính: chứng thực bản sao mất bao lâu',
  'Lịch tiếp công dân trên địa bàn phường',
  'Phát động phong trào trồng cây',
];

const near = (at: number, titles = TITLES, count = 4) => {
  const cards = titles.map((title, n) => ({ title, address: `/${n}/` }) as Card);
  return relatedCards(cards, `/${at}/`, count).map(({ address }) => Number(address.at(1)));
};

describe('what stands below a piece', () => {
  test.each([
    [0, 1],
    [1, 0],
    [2, 5],
    [5, 2],
  ])('%i is nearest to %i, of the same matter', (at, other) => {
    expect(near(at)[0]).toBe(other);
  });

  test('never itself, and nothing for the sake of a list', () => {
    for (const at of TITLES.keys()) expect(near(at)).not.toContain(at);
    expect(near(7)).toEqual([]);
    // A phrase of office is not a matter: five share it.
    expect(near(4)).toEqual([]);
    expect(near(9)).toEqual([]);
  });

  test('nothing that the page has told of already, and the next one in its place', () => {
    const cards = TITLES.map((title, n) => ({ title, address: `/${n}/` }) as Card);
    const pair = [...cards, { title: TITLES[0], address: '/8/' } as Card];
    expect(relatedCards(pair, '/0/', 1).map(({ address }) => address)).toEqual(['/8/']);
    expect(relatedCards(pair, '/0/', 1, ['/8/']).map(({ address }) => address)).toEqual(['/1/']);
  });

  test('where a tone mark stands makes no difference, nor does the form of the letters', () => {
    const titles = ['Bảo vệ hoà bình', 'Ngày hội bảo vệ hòa bình'.normalize('NFD'), ...TITLES];
    expect(near(0, titles)[0]).toBe(1);
  });

  test('no more than asked for', () => {
    const titles = [...Array(6).fill('Tập huấn chữ ký số'), ...TITLES];
    expect(near(0, titles, 4)).toHaveLength(4);
  });
});
