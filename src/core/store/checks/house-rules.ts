import { type Check, entriesOf, fieldIssue } from './context.ts';

/** Samples have no place in a section that is built for real use. */
export const checkSamples: Check = (context) =>
  context.production
    ? context.entries
        .filter(({ data }) => 'sample' in data && data.sample)
        .map((entry) => fieldIssue('sample-published', entry, ['sample'], { value: 'true' }))
    : [];

/** A placement on `web` says what the article's date already says. */
export const checkWebPlacements: Check = (context) =>
  entriesOf(context, 'articles').flatMap((entry) =>
    entry.data.placements.flatMap(({ channel }, index) =>
      channel === 'web'
        ? [fieldIssue('placement-web', entry, ['placements', index, 'channel'], { value: 'web' })]
        : [],
    ),
  );

/** A task names the rules that measure it; they stand in the same plan. */
export const checkTaskRules: Check = (context) =>
  entriesOf(context, 'plans').flatMap((entry) => {
    const known = entry.data.quotas.map(({ id }) => id);
    return entry.data.tasks.flatMap(({ rules }, index) =>
      rules.flatMap((value, at) =>
        known.includes(value)
          ? []
          : [
              fieldIssue('reference-broken', entry, ['tasks', index, 'rules', at], {
                value,
                detail: `các chỉ tiêu: ${known.join(', ')}`,
              }),
            ],
      ),
    );
  });
