import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { GOOD_PASSWORD } from './editors-room.ts';

/** Somebody at the editors' room, in a browser of their own. */
export interface Visitor {
  page: Page;
  /** What the browser complained of. */
  complaints: string[];
}

/** Waits for a value: the machine that runs the tests may be busy with others. */
export const soon = <T>(value: () => T) => expect.poll(value, { timeout: 60_000 });

/** Signs somebody in, as people do; every question of the browser is answered with yes. */
export async function enter(browser: Browser, origin: string, id: string): Promise<Visitor> {
  const viewport = { width: 1366, height: 768 };
  const page = await (await browser.newContext({ viewport, locale: 'vi-VN' })).newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(90_000);
  page.on('console', (message) => {
    if (/Content.Security.Policy|EvalError/i.test(message.text())) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, origin, id);
  return { page, complaints };
}

/** Signs somebody in and waits for the first list. */
export async function signIn(page: Page, origin: string, id: string): Promise<void> {
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('Tên đăng nhập').fill(id);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(GOOD_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: 'Tin, bài', exact: true }).waitFor();
}

/** Gives a Word file to the open form, past the window in which the system shows its folders. */
export function chooseWord(page: Page, name: string, buffer: Uint8Array): Promise<void> {
  const file = { name, mimeType: '', buffer: Buffer.from(buffer) };
  return page.locator('#room-word').setInputFiles(file);
}

/** Goes to a place of the room, by its own program's address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

/** Opens the form of an entry as it stands now. */
export async function openForm(page: Page, entry: string): Promise<void> {
  await goTo(page, `#/collections/${entry}`);
  await page.reload();
  await field(page, 'Tên bài').waitFor();
}

/** A field by its name; blocks in a text may have fields of the same name before it. */
export const field = (page: Page, label: string) =>
  page.getByLabel(label, { exact: false }).first();

/** Types into a field. Decap puts the cursor of a field at its end once it has the focus. */
export async function typeInto(target: ReturnType<typeof field>, text: string): Promise<void> {
  await target.click();
  await target.fill(text);
}

/** Picks a choice of one of Decap's lists by what a person reads. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await field(page, label).click();
  await page.getByRole('option', { name: choice }).first().click();
}

/** Saves the form and waits until the room says so. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('.room-news', { hasText: 'Đã lưu bản nháp.' }).waitFor();
  await page.getByText('Đã lưu mọi thay đổi').waitFor();
}

/** Moves the draft that is open to another status. */
export async function moveTo(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Trạng thái: ${from}` }).click();
  await page.getByRole('menuitem', { name: to }).click();
  await page.getByRole('button', { name: `Trạng thái: ${to}` }).waitFor();
}

/** Publishes the draft that is open. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đăng', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Đăng ngay' }).click();
}

/** What the room's server answers to a request of the page. */
export async function askServer(
  page: Page,
  route: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json', 'x-cchc': '1' };
      const answer = await fetch(`api/${to}`, {
        headers,
        ...(sent === undefined ? {} : { method: 'POST', body: sent }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    [route, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
}

/** Sends one action of Decap's protocol past every button. */
export function askCms(page: Page, action: string, params: unknown) {
  return askServer(page, 'cms', { branch: 'main', action, params });
}
