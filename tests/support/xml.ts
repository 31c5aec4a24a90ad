import type { Page } from 'playwright-core';

/** Reads XML as strictly as a browser does: a mistake is an error, not a guess. */
export function readXml(page: Page, text: string) {
  return page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    const fault = document.querySelector('parsererror')?.textContent ?? '';
    const textOf = (parent: Element | null, name: string) =>
      parent?.querySelector(`:scope > ${name}`)?.textContent ?? '';
    const channel = document.querySelector('rss > channel');
    return {
      fault,
      root: document.documentElement.tagName,
      version: document.documentElement.getAttribute('version'),
      channel: ['title', 'link', 'description', 'language'].map((name) => textOf(channel, name)),
      self: document
        .getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')[0]
        ?.getAttribute('href'),
      items: [...document.querySelectorAll('item')].map((item) => ({
        title: textOf(item, 'title'),
        link: textOf(item, 'link'),
        guid: textOf(item, 'guid'),
        pubDate: textOf(item, 'pubDate'),
      })),
      urls: [...document.querySelectorAll('url')].map((url) => ({
        loc: textOf(url, 'loc'),
        lastmod: textOf(url, 'lastmod'),
      })),
    };
  }, text);
}
