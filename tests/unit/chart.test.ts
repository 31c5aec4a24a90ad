import { describe, expect, test } from 'vitest';
import { barDrawing, CHART_WIDTH, columnDrawing, scaleOf } from '../../src/core/trend/chart.ts';

describe('the scale', () => {
  test.each([
    [0, 1, 1],
    [1, 1, 1],
    [4, 4, 1],
    [5, 5, 1],
    [6, 6, 2],
    [7, 8, 2],
    [11, 15, 5],
    [51, 60, 20],
    [99, 100, 20],
    [4321, 5000, 1000],
    [123_456, 123_460, 24_692],
  ])('of %i ends at %i in steps of %i', (most, top, step) => {
    expect(scaleOf(most)).toEqual({ top, step });
    expect(top % step).toBe(0);
    expect(top / step).toBeLessThanOrEqual(5);
    expect(top).toBeGreaterThanOrEqual(most);
  });
});

describe('columns', () => {
  const drawing = columnDrawing([
    { label: '1', values: [3, 1] },
    { label: '2', values: [0, 0] },
    { label: '3', values: [0, 4] },
    { label: '4', values: undefined },
  ]);
  const base = drawing.lines[0]?.y ?? 0;

  test('every length is its number times one unit', () => {
    const unit = 30;
    expect(drawing.shapes.map(({ value, series, height }) => [value, series, height])).toEqual([
      [3, 0, 3 * unit],
      [1, 1, 1 * unit],
      [4, 1, 4 * unit],
    ]);
  });

  test('a column stands on the base line, its parts one on the other', () => {
    const [low, high, other] = drawing.shapes;
    expect((low?.y ?? 0) + (low?.height ?? 0)).toBe(base);
    expect((high?.y ?? 0) + (high?.height ?? 0)).toBe(low?.y);
    expect(high?.x).toBe(low?.x);
    expect(other?.y).toBe(high?.y);
  });

  test('zero has no shape and no number; what is not known has no shape either', () => {
    const numbers = drawing.marks.filter(({ y }) => y < base).map(({ text }) => text);
    expect(numbers).toEqual(['4', '4']);
    expect(drawing.marks.filter(({ y }) => y > base).map(({ text }) => text)).toEqual([
      ...['1', '2', '3', '4'],
    ]);
  });

  test('lines stand at whole numbers, as high as those numbers', () => {
    expect(drawing.lines.map(({ text, y }) => [text, base - y])).toEqual([
      ...[
        ['0', 0],
        ['1', 30],
        ['2', 60],
        ['3', 90],
        ['4', 120],
      ],
    ]);
  });

  test('twelve columns stay apart and inside', () => {
    const year = columnDrawing(
      Array.from({ length: 12 }, (_, index) => ({ label: `${index + 1}`, values: [index + 1] })),
    );
    const edges = year.shapes.map(({ x, width }) => [x, x + width]);
    for (const [index, [left = 0, right = 0]] of edges.entries()) {
      expect(right).toBeGreaterThan(left);
      expect(left).toBeGreaterThan(edges[index - 1]?.[1] ?? 0);
      expect(right).toBeLessThanOrEqual(CHART_WIDTH);
    }
    expect(Math.min(...year.shapes.map(({ y }) => y))).toBeGreaterThan(10);
  });

  test('nothing at all is drawn as nothing, not as an error', () => {
    expect(columnDrawing([{ label: '1', values: [0] }]).shapes).toEqual([]);
    expect(barDrawing([])).toMatchObject({ shapes: [], marks: [], height: 0 });
  });
});

describe('bars', () => {
  const drawing = barDrawing([
    { label: 'Một', value: 10 },
    { label: 'Hai', value: 5 },
    { label: 'Ba', value: 0 },
  ]);

  test('are as long as their numbers, and leave room for the longest number', () => {
    const [first, second] = drawing.shapes;
    expect(drawing.shapes).toHaveLength(2);
    expect(first?.width).toBe((second?.width ?? 0) * 2);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(CHART_WIDTH - 30);
  });

  test('each has its name above it and its number behind it, 0 too', () => {
    expect(drawing.marks.map(({ text }) => text)).toEqual(['Một', '10', 'Hai', '5', 'Ba', '0']);
    const [name, number] = drawing.marks;
    const [bar] = drawing.shapes;
    expect(name?.y).toBeLessThan(bar?.y ?? 0);
    expect(number?.x).toBeGreaterThan(bar?.width ?? 0);
  });
});
