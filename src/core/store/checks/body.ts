import type { Issue } from '../../issue/issue.ts';
import { COLLECTIONS } from '../../schema/collections.ts';
import { textsIn } from '../../schema/walk.ts';
import { personalNumbers, subscriberNumber } from '../../text/personal-data.ts';
import type { LocatedEntry } from '../entry.ts';
import { bodyIssue, type Check, type CheckContext, entriesOf, fieldIssue } from './context.ts';

const TEXTS = [
  ...(['articles', 'practices', 'procedureChanges', 'activities', 'questions', 'pages'] as const),
  ...(['lateFiles', 'indices'] as const),
];

/** What bodies hold that must not be published, and pictures without words. */
export const checkBodies: Check = (context) => {
  const allowed = publicNumbers(context);
  return context.raws.flatMap((raw) => {
    const { body } = raw;
    if (!body) return [];
    return [
      ...body.findings.map(({ code, line, ...facts }) => bodyIssue(code, raw, line, facts)),
      ...personalNumbers(body.source, allowed).map(({ kind, value, offset }) => {
        const line = body.startLine + body.source.slice(0, offset).split('\n').length - 1;
        const code = kind === 'phone' ? 'personal-phone' : 'personal-identity';
        return bodyIssue(code, raw, line, { value });
      }),
    ];
  });
};

/** Texts that link to a procedure which no announcement of the ward speaks of. */
export const checkNamedProcedures: Check = (context) => {
  const changes = entriesOf(context, 'procedureChanges');
  const known = new Set(changes.flatMap(({ data }) => data.procedures.map(({ code }) => code)));
  return context.raws.flatMap((raw) =>
    (raw.body?.procedures ?? [])
      .filter(({ code }) => !known.has(code))
      .map(({ code, line }) => bodyIssue('procedure-unannounced', raw, line, { value: code })),
  );
};

/** Lead pictures need words too, and no text of the form may hold a private number. */
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
  const { schema } = COLLECTIONS[entry.collection];
  return textsIn(schema, entry.data).flatMap(({ text, path }) =>
    personalNumbers(text, allowed).map(({ kind, value }) =>
      fieldIssue(kind === 'phone' ? 'personal-phone' : 'personal-identity', entry, path, { value }),
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
