import { expect, test } from 'vitest';
import { atMost } from '../../src/at-most.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('lets so many run at once, all of them in their order, and gives what each gave', async () => {
  const gate = atMost(3);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (at: number) => async () => {
    begun.push(at);
    running += 1;
    most = Math.max(most, running);
    for (let waited = 0; waited <= at % 4; waited += 1) await turn();
    running -= 1;
    return at * 2;
  };
  const all = Array.from({ length: 20 }, (_, at) => at);
  expect(await Promise.all(all.map((at) => gate(work(at))))).toEqual(all.map((at) => at * 2));
  expect(begun).toEqual(all);
  expect(most).toBe(3);
});

test('work that fails gives its place to the next', async () => {
  const gate = atMost(1);
  const failing = gate(async () => {
    throw new RangeError('broken');
  });
  const next = gate(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await gate(async () => 'again')).toBe('again');
});
