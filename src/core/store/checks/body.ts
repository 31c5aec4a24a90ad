import type { Issue } from '../../issue/issue.ts';
import { personalNumbers, subscriberNumber } from '../../text/personal-data.ts';
import type { LocatedEntry } from '../entry.ts';
import { bodyIssue, type Check, type CheckContext, entriesOf, fieldIssue } from './context.ts';

const TEXTS = ['articles', 'practices', 'procedureChanges', 'activities', 'pages'] as const;

/** What bodies hold that must not be published, and pictures without words. */
export const checkBodies: Check = (context) => {
  const allowed = publicNumbers(context);
  return context.raws.flatMap((raw) => {
    const { body } = raw;
    if (!body) return [];
    return [
      ...body.findings.map(({ code, value, line }) => bodyIssue(code, raw, line, { value })),
      ...personalNumbers(body.source, allowed).map(({ kind, value, offset }) => {
        const line = body.startLine + body.source.slice(0, offset).split('\n').length - 1;
        const code = kind === 'phone' ? 'personal-phone' : 'personal-identity';
        return bodyIssue(code, raw, line, { value });
      }),
    ];
  });
};

/** Lead pictures need words too; so do summaries need to be free of private numbers. */
export const checkFrontMatterTexts: Check = (context) => {
  const allowed = publicNumbers(context);
  return TEXTS.flatMap((name) =>
    entriesOf(context, name).flatMap((entry) => [
      ...leadPicture(entry),
      ...privateNumbers(entry, allowed),
    ]),
  );
};

function leadPicture(entry: LocatedEntry): Issue[] {
  const image = 'image' in entry.data ? entry.data.image : undefined;
  if (!image || image.alt) return [];
  return [fieldIssue('alt-missing', entry, ['image', 'src'], { value: image.src })];
}

function privateNumbers(entry: LocatedEntry, allowed: ReadonlySet<string>): Issue[] {
  const { title, summary } = entry.data as { title: string; summary?: string };
  return Object.entries({ title, summary: summary ?? '' }).flatMap(([field, text]) =>
    personalNumbers(text, allowed).map(({ kind, value }) =>
      fieldIssue(kind === 'phone' ? 'personal-phone' : 'personal-identity', entry, [field], {
        value,
      }),
    ),
  );
}

/** Hotlines and office telephones of ward.yaml and departments.yaml. */
function publicNumbers({ store }: CheckContext): ReadonlySet<string> {
  const phones = [
    ...store.ward.hotlines.map(({ phone }) => phone),
    ...store.departments.flatMap(({ hotlines }) => hotlines.map(({ phone }) => phone)),
  ];
  return new Set(phones.map(subscriberNumber));
}
