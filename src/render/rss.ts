import { getRssString } from '@astrojs/rss';
import type { Feed, FeedItem } from '../core/view/feed.ts';

/** What XML 1.0 cannot hold even as an entity; pasted texts bring it along. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A feed as an RSS 2.0 file. The same feed gives the same bytes. */
export async function rssFile(
  { name, description, address, page, sample, items }: Feed,
  full: (address: string) => string,
): Promise<string> {
  const mark = sample ? ' (SỐ LIỆU MẪU)' : '';
  const xml = await getRssString({
    title: clean(`${name}${mark}`),
    description: clean(`${description}${mark}`),
    site: full(page),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>vi</language><atom:link href="${escaped(full(address))}" rel="self" type="application/rss+xml" />`,
    items: items.map((item) => ({
      title: clean(`${sample ? '[MẪU] ' : ''}${item.title}`),
      link: full(item.address),
      ...(item.lines.length > 0 && { description: clean(paragraphs(item)) }),
      categories: item.categories.map(clean),
      // The library writes dates in UTC, where the start of a day here is the day before.
      customData: `<pubDate>${startOfDay(item.day)}</pubDate>`,
    })),
  });
  return `${xml}\n`;
}

/** The start of a day in Việt Nam as RFC 822 writes it. */
export function startOfDay(day: string): string {
  const date = Temporal.PlainDate.from(day);
  const number = String(date.day).padStart(2, '0');
  return `${WEEKDAYS[date.dayOfWeek - 1]}, ${number} ${MONTHS[date.month - 1]} ${date.year} 00:00:00 +0700`;
}

/** Readers take descriptions for HTML, so what is plain text here must be escaped once more. */
function paragraphs({ lines }: FeedItem): string {
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function clean(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}
