import type { Issue } from '../core/issue/issue.ts';

/** The list of issues as an editor reads it in a terminal: what, where, and what to do. */
export function issuesText(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  if (issues.length === 0) return 'Nội dung hợp lệ: không có lỗi, không có cảnh báo.';
  const blocks = issues.map((one) => {
    const where = [one.file, one.line && `dòng ${one.line}`, one.field].filter(Boolean).join(', ');
    const kind = one.severity === 'error' ? 'LỖI' : 'CẢNH BÁO';
    return `${kind} [${one.code}] ${where}\n  ${one.message}\n  Cách sửa: ${one.remedy}\n  Xem thêm: docs/errors/${one.code}.md`;
  });
  return `${blocks.join('\n\n')}\n\nTổng cộng: ${errors} lỗi, ${warnings} cảnh báo.`;
}
