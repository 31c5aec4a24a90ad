/** Units that follow a number, with how they are said. */
export const UNITS: Readonly<Record<string, string>> = {
  '%': 'phần trăm',
  '‰': 'phần nghìn',
  km: 'ki-lô-mét',
  km2: 'ki-lô-mét vuông',
  m: 'mét',
  m2: 'mét vuông',
  m3: 'mét khối',
  cm: 'xăng-ti-mét',
  mm: 'mi-li-mét',
  ha: 'héc-ta',
  kg: 'ki-lô-gam',
  g: 'gam',
  ml: 'mi-li-lít',
  kW: 'ki-lô-oát',
  kWh: 'ki-lô-oát giờ',
  KB: 'ki-lô-bai',
  MB: 'mê-ga-bai',
  GB: 'gi-ga-bai',
  '°C': 'độ xê',
  '°': 'độ',
  đ: 'đồng',
  VNĐ: 'đồng',
  VND: 'đồng',
  USD: 'đô la Mỹ',
};

/** Units that follow a stroke: `đồng/m2`, `km/h`. */
const PER: Readonly<Record<string, string>> = { ...UNITS, h: 'giờ' };

const LONGEST_FIRST = Object.keys(UNITS)
  .toSorted((a, b) => b.length - a.length)
  .map((unit) => (/[\p{L}\d]$/u.test(unit) ? `${unit}(?![\\p{L}\\d])` : unit))
  .join('|');

/** A unit, and what it is counted per, right after a number. */
export const UNIT_PATTERN = `(?:\\s?(${LONGEST_FIRST})(?:/(${LONGEST_FIRST}|h(?![\\p{L}\\d])))?)?`;

/** A unit and what it is counted per: `đồng trên mét vuông`; `''` for none. */
export function readUnit(unit: string, per: string): string {
  const head = UNITS[unit];
  if (!head) return '';
  return per ? `${head} trên ${PER[per] ?? per}` : head;
}
