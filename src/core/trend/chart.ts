/**
 * Charts as exact shapes: every length is its number times one unit, so that a drawing can be
 * tested like a table. No markup and no colours here.
 */

/** One part of a column, or a bar, with the number it stands for. */
export interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
  value: number;
  /** Which series it belongs to, from 0. */
  series: number;
}

/** A text in a chart, by the middle, start or end of its baseline. */
export interface Mark {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A drawing: its box, its shapes and texts, and the lines behind them. */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  marks: Mark[];
  /** Horizontal lines with their numbers, the base line first. */
  lines: { y: number; x1: number; x2: number; text: string }[];
}

/** A column of a chart: its parts from the base up; none where nothing is known yet. */
export interface Point {
  label: string;
  values: readonly number[] | undefined;
}

/** As wide as a phone's text column, so that it is never made smaller. */
export const CHART_WIDTH = 320;

const PLOT = { left: 22, top: 16, height: 120, bottom: 18 };
const BAR = { row: 36, label: 13, top: 19, height: 11, room: 40 };

/** Columns that stand on one base line; each holds its series one on the other. */
export function columnDrawing(points: readonly Point[]): Drawing {
  const totals = points.map(({ values }) => sum(values ?? []));
  const { top, step } = scaleOf(Math.max(0, ...totals));
  const unit = PLOT.height / top;
  const base = PLOT.top + PLOT.height;
  const slot = (CHART_WIDTH - PLOT.left) / Math.max(1, points.length);
  const width = round(slot * 0.68);
  const columns = points.map(({ label, values }, index) => {
    const x = round(PLOT.left + slot * index + (slot - width) / 2);
    return { label, values, x, middle: round(x + width / 2), total: totals[index] ?? 0 };
  });
  return {
    width: CHART_WIDTH,
    height: base + PLOT.bottom,
    shapes: columns.flatMap(({ x, values }) => stack(values ?? [], { x, width, base, unit })),
    marks: columns.flatMap(({ label, values, middle, total }): Mark[] => [
      { x: middle, y: base + 13, text: label, anchor: 'middle' },
      ...(values && total > 0
        ? [
            {
              x: middle,
              y: round(base - total * unit - 4),
              text: `${total}`,
              anchor: 'middle' as const,
            },
          ]
        : []),
    ]),
    lines: Array.from({ length: top / step + 1 }, (_, index) => ({
      y: round(base - index * step * unit),
      x1: PLOT.left,
      x2: CHART_WIDTH,
      text: `${index * step}`,
    })),
  };
}

/**
 * Bars one under the other, each with its name above it and its number behind it, as `text`
 * writes it where a plain number would not do.
 */
export function barDrawing(
  bars: readonly { label: string; value: number; text?: string }[],
): Drawing {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const unit = (CHART_WIDTH - BAR.room) / most;
  const placed = bars.map((bar, index) => ({ ...bar, y: index * BAR.row }));
  return {
    width: CHART_WIDTH,
    height: bars.length * BAR.row,
    shapes: placed
      .filter(({ value }) => value > 0)
      .map(({ value, y }) => ({
        x: 0,
        y: y + BAR.top,
        width: round(value * unit),
        height: BAR.height,
        value,
        series: 0,
      })),
    marks: placed.flatMap(({ label, value, text = `${value}`, y }): Mark[] => [
      { x: 0, y: y + BAR.label, text: label, anchor: 'start' },
      { x: round(value * unit) + 5, y: y + BAR.top + 10, text, anchor: 'start' },
    ]),
    lines: [],
  };
}

/** The top of a scale and the step of its lines: whole numbers, at most five steps. */
export function scaleOf(most: number): { top: number; step: number } {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  const step = steps.find((one) => most / one <= 5) ?? Math.ceil(most / 5);
  return { top: Math.max(1, Math.ceil(most / step)) * step, step };
}

function stack(
  values: readonly number[],
  { x, width, base, unit }: { x: number; width: number; base: number; unit: number },
): Shape[] {
  return values.flatMap((value, series): Shape[] => {
    const below = sum(values.slice(0, series));
    const y = round(base - (below + value) * unit);
    return value > 0 ? [{ x, y, width, height: round(value * unit), value, series }] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
