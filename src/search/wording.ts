import type { Results } from './section-search.ts';

/** What the status line says of a search; read out by screen readers. */
export function statusOf(query: string, { results, repaired }: Results, shown: number): string {
  if (results.length === 0) return `Không tìm thấy nội dung nào cho “${query}”.`;
  const instead = repaired ? `Không thấy “${query}”. ` : '';
  const of = shown < results.length ? ` trong ${results.length}` : '';
  return `${instead}${shown}${of} kết quả cho “${repaired ?? query}”.`;
}

/** When the browser does not run the full-text index. */
export const NAMES_ONLY =
  'Trình duyệt này không chạy được phần tìm trong toàn văn. Kết quả dưới đây tìm theo tên, số hiệu văn bản, mã thủ tục và ngày.';
