import { ask } from '../backend/server.ts';
import type { BackendEvents, Me, SavedEntry } from '../backend/ward-backend.ts';
import type { EntryFormat } from '../entry/format.ts';
import { type OnRefused, savedValues } from '../entry/save.ts';
import { type EditedCollection, isEdited } from '../forms/collections.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { conflictPanel } from './conflict.ts';
import { type CountsFor, countsForPanel } from './counts-for.ts';
import { button, dom } from './dom.ts';
import { faultsPanel } from './faults.ts';
import { type Owed, owedLabel, owedPanel } from './owed.ts';
import { cleanPastes } from './paste.ts';
import { isArticleForm, openEntry } from './place.ts';
import { reportPresence } from './presence.ts';
import { followPublication } from './publication.ts';
import { reviewButtons } from './review.ts';
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
}

/**
 * Puts up what stands beside Decap: a bar below it with what is owed, who else is here and
 * where one can go, and a drawer for what takes more than a line.
 */
export function furnish({ addresses, formatOf }: RoomParts): Room {
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
    return owed;
  }

  async function showOwed(): Promise<void> {
    try {
      drawer.show(owedPanel(await loadOwed()));
    } catch (error) {
      say(String(error));
    }
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

  const events: BackendEvents = {
    signedIn: (me) => {
      account.replaceChildren(accountMenu(me, addresses));
      const buttons = reviewButtons(addresses, me.may, say);
      const follow = () => {
        const { hash } = window.location;
        review.replaceChildren(...(openEntry(hash) ? buttons : []));
        tools.replaceChildren(...(isArticleForm(hash) ? word : []));
      };
      window.addEventListener('hashchange', follow);
      follow();
      reportPresence(addresses.presence, others);
      void loadOwed().catch(() => undefined);
    },
    saved: (entry) => {
      say('Đã lưu bản nháp.');
      void showCounts(entry);
    },
    published: (commit) => {
      void followPublication(addresses.publishStatus, commit, news).then(() => loadOwed());
    },
    conflict: (conflict) => drawer.show(conflictPanel(conflict, () => window.location.reload())),
  };
  return {
    events,
    refused: (faults) => {
      if (faults.length > 0) drawer.show(faultsPanel(faults));
    },
  };
}

function accountMenu({ name, may }: Me, addresses: RoomAddresses): HTMLElement {
  const link = (label: string, href: string) =>
    dom('a', { href, target: '_blank', rel: 'noopener' }, label);
  return dom(
    'details',
    { class: 'room-account' },
    dom('summary', {}, name),
    dom(
      'nav',
      { 'aria-label': 'Phòng biên tập' },
      link('Xem trang', addresses.home),
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
