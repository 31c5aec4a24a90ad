import { addresses } from '../../src/core/address.ts';
import { type ScreenContext, screen } from './frame.ts';
import { html } from './html.ts';

/** Says why something was not done, and leads back. */
export function refusalScreen(context: ScreenContext, message: string): string {
  const body = html`<p class="lead">${message}</p>
<p><a class="button" href="${context.href(addresses.admin())}">Về phòng biên tập</a></p>`;
  return screen(context, 'Chưa thực hiện được', '', body);
}
