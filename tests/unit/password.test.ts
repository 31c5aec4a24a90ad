import { describe, expect, test } from 'vitest';
import { COMMON_WORDS, RUNS } from '../../server/people/common-words.ts';
import {
  COST,
  hashPassword,
  oneTimePassword,
  verifyPassword,
} from '../../server/people/password.ts';
import { passwordFault } from '../../server/people/password-rules.ts';
import { TEST_COST } from '../support/editors-room.ts';

describe('hashes', () => {
  test('the real cost is one that OWASP names, and is noted in the hash', async () => {
    const kept = await hashPassword('ba con mèo xanh');
    expect(kept).toMatch(/^scrypt\$65536\$8\$2\$[\w-]{22}\$[\w-]{43}$/);
    expect(COST.N * COST.r * COST.p).toBeGreaterThanOrEqual(2 ** 17 * 8);
    expect(await verifyPassword('ba con mèo xanh', kept)).toBe(true);
    expect(await verifyPassword('ba con mèo xánh', kept)).toBe(false);
  });

  test('equal passwords are kept differently; accents may be composed or not', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => hashPassword('đường về', TEST_COST)));
    expect(a).not.toBe(b);
    expect(await verifyPassword('đường về'.normalize('NFD'), a ?? '')).toBe(true);
  });

  test('a flood of them is worked off, each with its own answer', async () => {
    const kept = await hashPassword('x', TEST_COST);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => verifyPassword(i % 2 ? 'x' : 'y', kept)),
    );
    expect(answers).toEqual(Array.from({ length: 40 }, (_, i) => i % 2 === 1));
  });

  test('a scheme that is not known opens nothing', async () => {
    await expect(verifyPassword('x', 'plain$x')).rejects.toThrow('plain');
  });

  test('one-time passwords are long, clear to read, and never the same', () => {
    const made = new Set(Array.from({ length: 200 }, oneTimePassword));
    expect(made.size).toBe(200);
    for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  });
});

describe('rules', () => {
  const known = ['lan.nt', 'Nguyễn Thị Lan', 'lan@uongbi.vn', 'uong-bi', 'Phường Uông Bí'];

  test('more than a thousand of the commonest are refused', () => {
    const endings = ['123456', '2026', '@2026', '1234567890', '!@#', '', '12345678'];
    const built = COMMON_WORDS.flatMap((word) =>
      endings.flatMap((end) => [
        `${word}${end}`,
        `${word.toUpperCase()}${word}${end}`,
        word.replace(/a/g, '@').replace(/o/g, '0') + end,
      ]),
    );
    const listed = [
      ...['123456789012', '111111111111', 'qwertyuiop[]', '1q2w3e4r5t6y', 'qazwsxedcrfv'],
      ...['password1234', 'P@ssw0rd1234', 'Password@123', 'iloveyou1234', 'letmein12345'],
      ...['Matkhau@2026', 'mật khẩu 123456', 'Quản trị 2026!', 'Anh yêu em 123', 'hanhchinh2026'],
      ...[
        'abcdefghijklmnop',
        'asdfghjklasdf',
        'aaaabbbbccccdddd',
        'Vietnam@123456',
        'UBNDphuong2026',
      ],
      ...RUNS.map((run) => `${run.slice(0, 8)}12345`),
    ];
    const long = [...built, ...listed].filter((one) => [...one].length >= 12);
    expect(new Set(long).size).toBeGreaterThan(1000);
    expect(long.filter((one) => passwordFault(one, []) === undefined)).toEqual([]);
  });

  test.each([
    ['uongbi 2026 uongbi', 'dễ đoán'],
    ['NguyenThiLan1990', 'dễ đoán'],
    ['ngắn quá', '8 ký tự'],
    ['x'.repeat(201), '200'],
    ['lalalalalalala', 'lặp lại'],
    ['', '0 ký tự'],
  ])('«%s» is refused', (password, words) => {
    expect(passwordFault(password, known)).toContain(words);
  });

  test.each([
    'ba con mèo xanh lội suối',
    'correct horse battery staple',
    'Trời mưa bong bóng phập phồng',
    'k7wm-3fqh-x9tc-pd4r',
    'thuyền giấy trôi 47 bến',
  ])('«%s» may be used', (password) => {
    expect(passwordFault(password, known)).toBeUndefined();
  });
});
