const VALUES = { I: 1, V: 5, X: 10, L: 50, C: 100 } as const;

/** Only the way of writing that texts use: at most three alike, one smaller before a larger. */
const FORM = /^(?=[IVXLC])C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/;

/** The value of a Roman numeral up to 399; `undefined` when it is none. */
export function romanValue(text: string): number | undefined {
  if (!FORM.test(text)) return undefined;
  const values = [...text].map((letter) => VALUES[letter as keyof typeof VALUES]);
  return values.reduce((sum: number, value, index) => {
    return value < (values[index + 1] ?? 0) ? sum - value : sum + value;
  }, 0);
}
