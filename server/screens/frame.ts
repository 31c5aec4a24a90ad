import { addresses } from '../../src/core/address.ts';
import type { Person } from '../people/person.ts';
import { may } from '../people/policy.ts';
import { type Html, html } from './html.ts';

/** What every screen of the room knows. */
export interface ScreenContext {
  /** Name of the ward: `Phường Uông Bí`. */
  ward: string;
  /** An address of the section below the path it lives under. */
  href: (address: string) => string;
  /** Who looks at it; nobody on the way in. */
  person?: Person;
}

/** A whole screen as text. */
export function screen(context: ScreenContext, title: string, address: string, body: Html): string {
  const { ward, href, person } = context;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Phòng biên tập ${ward}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${href('/favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${href(STYLE_ADDRESS)}">
</head>
<body>
<a class="skip-link" href="#noi-dung">Đến nội dung chính</a>
<header class="room-head"><div class="frame">
<a class="room-name" href="${href(addresses.admin())}"><span>${ward}</span> Phòng biên tập</a>
${person && menu(context, person, address)}
</div></header>
<main id="noi-dung" class="frame" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.markup;
}

/** Where the style sheet of the screens stands. */
export const STYLE_ADDRESS = addresses.roomAsset('phong.css');

function menu({ href }: ScreenContext, person: Person, here: string): Html {
  const links = [
    [addresses.admin(), 'Bài viết'],
    ...(may(person, 'people.manage') ? [] : [[addresses.people(), 'Người dùng']]),
    ...(may(person, 'audit.read') ? [] : [[addresses.auditLog(), 'Nhật ký']]),
    [addresses.password(), 'Đổi mật khẩu'],
  ] as const;
  const items = links.map(([address = '', label = '']) => {
    const current = here === address && html` aria-current="page"`;
    return html`<li><a href="${href(address)}"${current}>${label}</a></li>`;
  });
  return html`<nav class="room-menu" aria-label="Phòng biên tập"><ul>${items}</ul>
<form method="post" action="${href(addresses.signOut())}">
<span class="room-person">${person.name}</span>
<button type="submit" class="button-quiet">Đăng xuất</button>
</form></nav>`;
}
