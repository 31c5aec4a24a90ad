import { addresses } from '../../src/core/address.ts';
import { shortDate } from '../../src/core/calendar/wording.ts';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditEvent } from '../audit/event.ts';
import type { AuditPage } from '../audit/page.ts';
import { type ScreenContext, screen } from './frame.ts';
import { type Html, html } from './html.ts';

/** The audit log with its filters; the filters are links and forms, so that they can be shared. */
export function auditScreen(context: ScreenContext, page: AuditPage): string {
  const address = addresses.auditLog();
  const { filter } = page;
  const body = html`<form class="filters" method="get" action="${context.href(address)}" role="search">
${choice('thang', 'Tháng', filter.month, page.months)}
${choice('nguoi', 'Người', filter.person, [['', 'Mọi người'], ...page.people])}
${choice('viec', 'Việc', filter.action, [['', 'Mọi việc'], ...Object.entries(AUDIT_ACTIONS)])}
${choice('ket-qua', 'Kết quả', filter.outcome, [['', 'Mọi kết quả'], ...Object.entries(AUDIT_OUTCOMES)])}
<button type="submit" class="button-quiet">Lọc</button>
</form>
<p class="lead">${page.sentence}</p>
${
  page.events.length > 0 &&
  html`<div class="table-scroll"><table class="table table-stack audit-table">
<thead><tr><th scope="col">Lúc</th><th scope="col">Người</th><th scope="col">Việc</th><th scope="col">Kết quả</th></tr></thead>
<tbody>${page.events.map(row)}</tbody></table></div>`
}
${(page.newer || page.older) && pages(context, page)}`;
  return screen(context, 'Nhật ký', address, body);
}

function row({ time, person, address, action, target, outcome, detail }: AuditEvent): Html {
  return html`<tr><th scope="row"><time datetime="${time}">${shortDate(time.slice(0, 10))} ${time.slice(11, 19)}</time></th>
<td data-label="Người">${person ?? 'Không rõ'}<span class="person-id">${address}</span></td>
<td data-label="Việc">${AUDIT_ACTIONS[action]}${target && html`<span class="person-id">${target}</span>`}</td>
<td data-label="Kết quả"><span class="outcome outcome-${outcome}">${AUDIT_OUTCOMES[outcome]}</span>${detail && html`<span class="person-id">${detail}</span>`}</td></tr>`;
}

function choice(
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
): Html {
  const list = options.map(
    ([id, text]) => html`<option value="${id}"${id === value && html` selected`}>${text}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${list}</select></div>`;
}

function pages({ href }: ScreenContext, { newer, older }: AuditPage): Html {
  const link = (query: string | undefined, label: string) =>
    query && html`<a href="${href(`${addresses.auditLog()}?${query}`)}">${label}</a>`;
  return html`<nav class="pages" aria-label="Các trang nhật ký">${link(newer, 'Mới hơn')} ${link(older, 'Cũ hơn')}</nav>`;
}
