import type { RollupCell, RollupView } from '../core/rollup/view.ts';

/** Name of the style sheet that lies beside the page. */
export const ROLLUP_STYLES = 'tong-hop.css';

/** The province's view as one static page without scripts; its texts come from other places. */
export function rollupHtml(view: RollupView): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(view.title)}</title>
<link rel="stylesheet" href="${ROLLUP_STYLES}">
</head>
<body>
<main>
<h1>${escaped(view.title)}</h1>
${view.marks.map((mark) => `<p class="mark">${escaped(mark)}</p>`).join('\n')}
<p class="sentence">${escaped(view.sentence)}</p>
${rejectedList(view)}
${matrix(view)}
${trend(view)}
<section>
<h2>Cách đọc</h2>
${view.notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
</section>
</main>
</body>
</html>
`;
}

function rejectedList({ rejected }: RollupView): string {
  if (rejected.length === 0) return '';
  const items = rejected.map(
    ({ source, reason }) => `<li><code>${escaped(source)}</code>: ${escaped(reason)}</li>`,
  );
  return `<section class="rejected">
<h2>${rejected.length} tệp không dùng được</h2>
<ul>
${items.join('\n')}
</ul>
</section>`;
}

function matrix({ kinds, rows }: RollupView): string {
  if (rows.length === 0) return '';
  const heads = kinds.map(
    ({ label, wards }) =>
      `<th scope="col">${escaped(label)}<span class="note">${escaped(wards)}</span></th>`,
  );
  const body = rows.map(
    ({ rank, ward, name, all, kinds: cells }) =>
      `<tr><td>${rank}</td><th scope="row">${wardLink(ward.source, name)}</th>${[all, ...cells].map(cell).join('')}</tr>`,
  );
  return `<section>
<h2>Phường, xã theo loại chỉ tiêu, thấp nhất trước</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Phường, xã theo loại chỉ tiêu">
<table>
<thead><tr><th scope="col">TT</th><th scope="col">Phường, xã</th><th scope="col">Tất cả</th>${heads.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function trend({ months, trends }: RollupView): string {
  if (months.length === 0) return '';
  const heads = months.map(
    ({ short, name }) => `<th scope="col"><abbr title="${escaped(name)}">${short}</abbr></th>`,
  );
  const body = trends.map(
    ({ name, cells }) =>
      `<tr><th scope="row">${escaped(name)}</th>${cells.map(cell).join('')}</tr>`,
  );
  return `<section>
<h2>Theo tháng mà kỳ kết thúc</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Theo tháng">
<table>
<thead><tr><th scope="col">Phường, xã</th>${heads.join('')}</tr></thead>
<tbody>
<tr class="all"><th scope="row">Tất cả</th>${months.map((one) => cell(one.cell)).join('')}</tr>
${body.join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function cell({ text, note, tone }: RollupCell): string {
  const beside = note ? `<span class="note">${escaped(note)}</span>` : '';
  return `<td class="${tone}">${escaped(text)}${beside}</td>`;
}

/** The published data of a ward, where it was read from an address. */
function wardLink(source: string, name: string): string {
  return /^https?:\/\//.test(source)
    ? `<a href="${escaped(source)}">${escaped(name)}</a>`
    : escaped(name);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
