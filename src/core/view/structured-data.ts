import { addresses } from '../address.ts';
import { heldOn } from '../schema/activity.ts';
import type { Department } from '../schema/departments.ts';
import { REFORM_FIELDS } from '../schema/vocabulary.ts';
import type { Ward } from '../schema/ward.ts';
import type {
  ActivityEntry,
  ArticleEntry,
  PracticeEntry,
  ProcedureChangeEntry,
} from '../store/store.ts';
import { hasSamples, type Store } from '../store/store.ts';
import { firstDay } from './card.ts';
import { activityPages, type Edition, isWithdrawn } from './edition.ts';
import type { Link } from './link.ts';
import { wardInSentence } from './names.ts';
import { procedureAnchor } from './procedure-register.ts';
import { type Change, ceases, changesOf } from './procedure-state.ts';
import { departmentPages } from './shelf.ts';

/** One thing as schema.org describes it. */
export type Thing = { '@type': string } & Record<string, unknown>;

/** What a description needs from outside the content. */
export interface ThingLinks {
  /** Turns an address of the section into one for other programs. */
  link: (address: string) => string;
  /** Address of the picture drawn for a page, root-relative and without `BASE`. */
  picture: (address: string) => string;
}

type Describe = (links: ThingLinks) => Thing[];

const described = new WeakMap<Edition, Map<string, Describe>>();

/**
 * What search engines are told of the page at an address, beside its trail; empty for lists and
 * for withdrawn articles. Samples say so in words that every kind of thing may carry.
 */
export function thingsAt(edition: Edition, address: string, links: ThingLinks): Thing[] {
  const known = described.get(edition) ?? describe(edition);
  described.set(edition, known);
  const things = known.get(address)?.(links) ?? [];
  return hasSamples(edition.store)
    ? things.map((thing) => ({ ...thing, disambiguatingDescription: 'SỐ LIỆU MẪU' }))
    : things;
}

/** The way from the home page to a page. */
export function breadcrumbList(
  trail: readonly Link[],
  here: Link,
  { link }: Pick<ThingLinks, 'link'>,
): Thing {
  const steps = [{ label: 'Trang chủ', address: addresses.home() }, ...trail, here];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: link(address),
    })),
  };
}

function describe(edition: Edition): Map<string, Describe> {
  const { store, asOf, practices, procedureChanges } = edition;
  const articles = edition.articlePages.filter((entry) => !isWithdrawn(entry, asOf));
  const changes = Map.groupBy(changesOf(procedureChanges, asOf), ({ entry }) => entry.id);
  return new Map<string, Describe>([
    [addresses.home(), (links) => [website(store, links), authority(store, links)]],
    ...articles.map((entry): [string, Describe] => [
      addresses.article(entry),
      (links) => [newsArticle(edition, entry, links)],
    ]),
    ...practices.map((entry): [string, Describe] => [
      addresses.practice(entry.id),
      (links) => [practiceArticle(store, entry, links)],
    ]),
    ...procedureChanges.map((entry): [string, Describe] => [
      addresses.procedureChange(entry.id),
      (links) => services(store, entry, changes.get(entry.id) ?? [], links),
    ]),
    ...activityPages(edition).map((entry): [string, Describe] => [
      addresses.activity(entry.id),
      (links) => [event(store, entry, links)],
    ]),
    ...departmentPages(edition).map(({ department }): [string, Describe] => [
      addresses.department(department.id),
      (links) => [organization(store, department, links)],
    ]),
  ]);
}

function website({ ward }: Store, { link }: ThingLinks): Thing {
  return {
    '@type': 'WebSite',
    name: `Cải cách hành chính ${wardInSentence(ward)}`,
    url: link(addresses.home()),
    inLanguage: 'vi',
    publisher: publisher(ward),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${link(addresses.search())}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

function authority({ ward }: Store, { link }: ThingLinks): Thing {
  return {
    ...publisher(ward),
    url: ward.portal ?? link(addresses.home()),
    areaServed: place(ward),
    ...(ward.address && { address: ward.address }),
    ...(ward.phone && { telephone: ward.phone }),
    ...(ward.email && { email: ward.email }),
    ...(ward.hotlines.length > 0 && {
      contactPoint: ward.hotlines.map(({ label, phone }) => ({
        '@type': 'ContactPoint',
        contactType: label,
        telephone: phone,
      })),
    }),
  };
}

function newsArticle(
  { store, asOf }: Edition,
  entry: ArticleEntry,
  { link, picture }: ThingLinks,
): Thing {
  const { data } = entry;
  const address = addresses.article(entry);
  const corrections = data.corrections.filter(({ date }) => date <= asOf);
  const modified = [data.date, ...corrections.map(({ date }) => date)].sort().at(-1);
  const source = data.origin.kind === 'repost' ? data.origin.source : undefined;
  return {
    '@type': 'NewsArticle',
    headline: data.title,
    ...(data.summary && { description: data.summary }),
    url: link(address),
    mainEntityOfPage: link(address),
    image: [link(picture(address))],
    datePublished: data.date,
    dateModified: modified,
    inLanguage: 'vi',
    isAccessibleForFree: true,
    articleSection: data.fields.map((field) => REFORM_FIELDS[field]),
    author: unit(store, data.department, link),
    publisher: publisher(store.ward),
    ...(source && {
      isBasedOn: {
        '@type': 'CreativeWork',
        name: source.title,
        ...(source.url && { url: source.url }),
      },
    }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment',
        datePublished: date,
        text,
      })),
    }),
  };
}

function practiceArticle(
  store: Store,
  { id, data }: PracticeEntry,
  { link, picture }: ThingLinks,
): Thing {
  const address = addresses.practice(id);
  return {
    '@type': 'Article',
    headline: data.title,
    ...(data.summary && { description: data.summary }),
    url: link(address),
    mainEntityOfPage: link(address),
    image: [link(picture(address))],
    datePublished: data.date,
    inLanguage: 'vi',
    author: data.departments.map((department) => unit(store, department, link)),
    publisher: publisher(store.ward),
  };
}

/** The procedures that an announcement leaves in being; what it does away with is no service. */
function services(
  store: Store,
  entry: ProcedureChangeEntry,
  changes: readonly Change[],
  { link }: ThingLinks,
): Thing[] {
  return changes
    .filter(({ procedure, state }) => !ceases(procedure) && state !== 'ended')
    .map(({ procedure }) => ({
      '@type': 'GovernmentService',
      name: procedure.name,
      identifier: procedure.code,
      url: link(`${addresses.procedureChange(entry.id)}#${procedureAnchor(procedure.code)}`),
      areaServed: place(store.ward),
      provider: procedure.agency
        ? { '@type': 'GovernmentOrganization', name: procedure.agency }
        : publisher(store.ward),
      ...(procedure.procedureField && { serviceType: procedure.procedureField }),
      ...(procedure.portalUrl && {
        sameAs: procedure.portalUrl,
        availableChannel: { '@type': 'ServiceChannel', serviceUrl: procedure.portalUrl },
      }),
    }));
}

function event(store: Store, entry: ActivityEntry, { link, picture }: ThingLinks): Thing {
  const { id, data } = entry;
  const address = addresses.activity(id);
  return {
    '@type': 'Event',
    name: data.title,
    ...(data.summary && { description: data.summary }),
    url: link(address),
    image: [link(picture(address))],
    startDate: firstDay(entry),
    endDate: heldOn(data),
    eventStatus: 'https://schema.org/EventScheduled',
    location: { ...place(store.ward), ...(data.place && { name: data.place }) },
    organizer: unit(store, data.department, link),
    isAccessibleForFree: true,
    inLanguage: 'vi',
  };
}

function organization(store: Store, department: Department, { link }: ThingLinks): Thing {
  return {
    '@type': 'GovernmentOrganization',
    name: department.name,
    url: link(addresses.department(department.id)),
    parentOrganization: publisher(store.ward),
    ...(department.duties && { description: department.duties }),
    ...(department.phone && { telephone: department.phone }),
    ...(department.email && { email: department.email }),
  };
}

function publisher(ward: Ward): Thing {
  return { '@type': 'GovernmentOrganization', name: ward.authority };
}

function unit(store: Store, id: string, link: ThingLinks['link']): Thing {
  return {
    '@type': 'GovernmentOrganization',
    name: store.departmentById.get(id)?.name ?? id,
    url: link(addresses.department(id)),
  };
}

function place({ name, province, address }: Ward): Thing {
  return {
    '@type': 'Place',
    name: `${name}, ${province}`,
    address: {
      '@type': 'PostalAddress',
      ...(address && { streetAddress: address }),
      addressLocality: name,
      addressRegion: province,
      addressCountry: 'VN',
    },
  };
}
