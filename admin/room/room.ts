import type { Me } from '../backend/me.ts';
import { ask } from '../backend/server.ts';
import type { BackendEvents, SavedEntry } from '../backend/ward-backend.ts';
import type { EntryFormat } from '../entry/format.ts';
import { type OnRefused, savedValues } from '../entry/save.ts';
import type { Choices } from '../forms/choices.ts';
import { type EditedCollection, isEdited } from '../forms/collections.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { closeMonth } from './close-month.ts';
import { conflictPanel } from './conflict.ts';
import { type CountsFor, countsForPanel } from './counts-for.ts';
import { button, dom } from './dom.ts';
import { faultsPanel } from './faults.ts';
import { whenDecapMoves } from './open-form.ts';
import { type Owed, owedLabel, owedPanel } from './owed.ts';
import { cleanPastes } from './paste.ts';
import { isArticleForm, isForm, type OpenEntry, openEntry } from './place.ts';
import { reportPresence } from './presence.ts';
import { followPublication } from './publication.ts';
import { readable } from './readable.ts';
import { reviewButtons } from './review.ts';
import { standingPanel } from './standing.ts';
import { wordButton } from './word-import.ts';

/** What the rest of the editors' room tells its furniture. */
export interface Room {
  events: BackendEvents;
  refused: OnRefused;
}

/** What the furniture is made from. */
export interface RoomParts {
  addresses: RoomAddresses;
  formatOf: (name: EditedCollection) => EntryFormat;
  choices: Choices;
}

/**
 * Puts up what stands beside Decap: a bar below it with what is owed, who else is here and
 * where one can go, and a drawer for what takes more than a line.
 */
export function furnish({ addresses, formatOf, choices }: RoomParts): Room {
  const news = dom('p', { class: 'room-news', role: 'status', 'aria-live': 'polite' });
  const others = dom('p', { class: 'room-others', role: 'status' });
  const review = dom('span', { class: 'room-review' });
  const account = dom('div', {});
  const tools = dom('span', {});
  const owedButton = button('Còn thiếu', () => void showOwed(), 'room-owed');
  const drawer = drawerOf();
  document.body.append(
    drawer.element,
    dom('footer', { class: 'room-bar' }, owedButton, tools, others, news, review, account),
  );
  const say = (text: string) => news.replaceChildren(text);
  const voice = { say, show: drawer.show };
  const word = wordButton(voice);
  cleanPastes(voice);

  async function loadOwed(): Promise<Owed> {
    const owed = await ask<Owed>(addresses.owed);
    owedButton.textContent = owedLabel(owed);
    // Who only keeps the settings owes nothing.
    owedButton.hidden = owed.departments.length === 0;
    return owed;
  }

  async function showOwed(): Promise<void> {
    try {
      drawer.show(owedPanel(await loadOwed()));
    } catch (error) {
      say(String(error));
    }
  }

  /** Says what was done, and follows the site to it when something was published. */
  function done({ message, commit }: { message: string; commit?: string }): void {
    say(message);
    if (commit) void follow(commit).catch(() => undefined);
  }

  async function follow(commit: string | undefined): Promise<void> {
    await followPublication(addresses.publishStatus, commit, news);
    await loadOwed();
  }

  async function closeAMonth(): Promise<void> {
    try {
      const closed = await closeMonth(addresses.close);
      if (closed === 'none') say('Không có tháng nào chờ khóa sổ.');
      else if (closed) done(closed);
    } catch (error) {
      say(String(error));
    }
  }

  async function showStanding(entry: OpenEntry): Promise<void> {
    const panel = await standingPanel(addresses.history, entry);
    if (panel) drawer.show(panel);
  }

  async function showCounts({ collection, slug, raw }: SavedEntry): Promise<void> {
    if (!isEdited(collection)) return;
    const { data, body } = savedValues(collection, formatOf(collection).fromFile(raw));
    try {
      const asked = { collection, id: slug, data, body };
      drawer.show(countsForPanel(await ask<CountsFor>(addresses.countsFor, asked)));
    } catch {
      // What it counts for is help, not part of saving.
      drawer.hide();
    }
  }

  let known: string | undefined;
  const events: BackendEvents = {
    signedIn: (me) => {
      // Decap asks for the person more than once; everything is put in its place at the first time.
      if (known === JSON.stringify(me)) return;
      known = JSON.stringify(me);
      account.replaceChildren(accountMenu(me, addresses, () => void closeAMonth()));
      const buttonsFor = reviewButtons(addresses, me.may, { say, done });
      const offerReview = () => {
        const entry = openEntry(window.location.hash);
        const buttons = entry ? buttonsFor(entry) : [];
        // Who stands on a button that stays keeps their place.
        const same = buttons.every((one, at) => one === review.children[at]);
        if (!same || buttons.length !== review.children.length) review.replaceChildren(...buttons);
      };
      const offer = () => {
        const { hash } = window.location;
        const entry = openEntry(hash);
        offerReview();
        tools.replaceChildren(...(isArticleForm(hash) ? word : []));
        if (entry) void showStanding(entry).catch(() => undefined);
        if (!isForm(hash)) drawer.hide();
      };
      window.addEventListener('hashchange', offer);
      whenDecapMoves(offerReview);
      offer();
      reportPresence(addresses.presence, others);
      void loadOwed().catch(() => undefined);
    },
    saved: (entry) => {
      say('Đã lưu bản nháp.');
      void showCounts(entry);
    },
    published: (commit) => void follow(commit).catch(() => undefined),
    hidden: (reason) => {
      const entry = openEntry(window.location.hash);
      if (!entry) return;
      say(reason);
      window.location.hash = `#/collections/${entry.collection}`;
    },
    conflict: (conflict) => {
      const { collection = '' } = conflict;
      const read = (file: string) =>
        isEdited(collection)
          ? readable({ collection, format: formatOf(collection), choices }, file)
          : file;
      drawer.show(conflictPanel(conflict, read, () => window.location.reload()));
    },
  };
  return {
    events,
    refused: (faults) => {
      if (faults.length > 0) drawer.show(faultsPanel(faults));
    },
  };
}

function accountMenu(
  { name, may }: Me,
  addresses: RoomAddresses,
  closeMonths: () => void,
): HTMLElement {
  const link = (label: string, href: string) =>
    dom('a', { href, target: '_blank', rel: 'noopener' }, label);
  const menu = dom(
    'details',
    { class: 'room-account' },
    dom('summary', {}, name),
    dom(
      'nav',
      { 'aria-label': 'Phòng biên tập' },
      link('Xem trang', addresses.home),
      may.close && button('Khóa sổ tháng …', closeMonths),
      may.people && link('Người dùng', addresses.people),
      may.audit && link('Nhật ký', addresses.log),
      link('Đổi mật khẩu', addresses.password),
      // A form, for the server answers with the page one goes on to.
      dom(
        'form',
        { method: 'post', action: addresses.signOut },
        dom('button', { type: 'submit' }, 'Đăng xuất'),
      ),
    ),
  );
  // Whatever else is clicked, the menu has had its turn.
  document.addEventListener('click', ({ target }) => {
    const inSummary = target instanceof Element && target.closest('.room-account summary');
    if (!inSummary) menu.removeAttribute('open');
  });
  return menu;
}

function drawerOf() {
  const content = dom('div', {});
  const hide = () => element.setAttribute('hidden', '');
  const element = dom(
    'aside',
    { class: 'room-drawer', 'aria-label': 'Thông tin thêm', hidden: true },
    button('Đóng', hide, 'room-close'),
    content,
  );
  return {
    element,
    hide,
    show: (panel: HTMLElement) => {
      content.replaceChildren(panel);
      element.removeAttribute('hidden');
    },
  };
}
