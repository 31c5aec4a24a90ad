import CMS from 'decap-cms-core';
import { vi } from 'decap-cms-locales';
import { guardBackups } from '../backend/backup.ts';
import { registerForges } from '../backend/forges.ts';
import { whoAmI } from '../backend/me.ts';
import { wardBackend } from '../backend/ward-backend.ts';
import { registerBlocks } from '../blocks/register.ts';
import { type EntryFormat, entryFormat } from '../entry/format.ts';
import { beforeSave, type SaveEvent } from '../entry/save.ts';
import { EDITED, type EditedCollection, formatName } from '../forms/collections.ts';
import { keepFilters } from '../list/list-place.ts';
import { listFromServer } from '../list/server-lists.ts';
import { registerPreviews } from '../preview/register.ts';
import { furnish } from '../room/room.ts';
import { type Phrases, vietnamese } from '../vietnamese/phrases.ts';
import { today } from './clock.ts';
import { type CmsSettings, roomAddresses } from './cms-settings.ts';
import { decapConfig } from './config.ts';
import { leaveShell } from './shell.ts';
import { registerWidgets } from './widgets.ts';

/** Reads what the site tells the room, puts Decap together and starts it. */
export async function openRoom(): Promise<void> {
  const answer = await fetch('cms.json');
  if (!answer.ok) throw new Error('Chưa có tệp cms.json: dựng lại trang rồi mở lại.');
  const told = (await answer.json()) as Omit<CmsSettings, 'origin'>;
  const settings: CmsSettings = { ...told, origin: window.location.origin };
  const addresses = roomAddresses(settings.base);
  const own = settings.backend.name === 'proxy';
  // What the server would refuse is not offered.
  const rights = own ? (await whoAmI(addresses)).may.content : undefined;
  const formats = formatsFor(settings);
  const formatOf = (name: EditedCollection) => formats[name];
  const room = furnish({ addresses, formatOf, choices: settings.choices });
  guardBackups();
  if (own) listFromServer(addresses.entries);
  keepFilters();
  choosePane();
  registerWidgets();
  registerBlocks();
  registerPreviews(settings, addresses);
  for (const name of EDITED) {
    const format = formats[name];
    CMS.registerCustomFormat(formatName(name), extensionOf(name), format);
  }
  CMS.registerLocale('vi', vietnamese(vi as Phrases) as never);
  CMS.registerBackend('proxy', wardBackend({ addresses, formatOf, events: room.events }) as never);
  registerForges();
  const check = beforeSave(() => settings.choices, room.refused);
  CMS.registerEventListener({
    name: 'preSave',
    handler: (event: unknown) => check(event as SaveEvent) as never,
  });
  leaveShell();
  CMS.init({ config: decapConfig(settings, rights) as never });
}

/** Where Decap keeps which pane stands beside the form, and the width that has room for one. */
const PANE = 'cms.right-pane';
const WIDE = '(min-width: 60rem)';

/** The preview stands beside a form at first, and nothing does on a phone. */
function choosePane(): void {
  if (!window.matchMedia(WIDE).matches) localStorage.setItem(PANE, 'none');
  else if (!localStorage.getItem(PANE)) localStorage.setItem(PANE, 'preview');
}

function formatsFor({ choices }: CmsSettings): Record<EditedCollection, EntryFormat> {
  const names = (choices.department ?? []).map(({ value, label }) => [value, label] as const);
  const facts = { today: today(), departmentNames: new Map(names) };
  return Object.fromEntries(EDITED.map((name) => [name, entryFormat(name, facts)])) as never;
}

function extensionOf(name: EditedCollection): string {
  return name === 'pages' ? 'mdx' : 'yaml';
}
