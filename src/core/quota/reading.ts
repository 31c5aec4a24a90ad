import type { Alternative, Rule } from '../schema/quota.ts';

/** What a rule counts by, in its chosen reading or in an alternative one. */
export type Reading = Pick<
  Rule,
  | 'subject'
  | 'measure'
  | 'event'
  | 'channels'
  | 'min'
  | 'period'
  | 'from'
  | 'to'
  | 'conditions'
  | 'level'
>;

/** The reading of a rule that its plan's page has chosen. */
export function chosenReading(rule: Rule): Reading {
  const { subject, measure, event, channels, min, period, from, to, conditions, level } = rule;
  return { subject, measure, event, channels, min, period, from, to, conditions, level };
}

/** The rule as an alternative reads it: whatever the alternative does not name stays. */
export function alternativeReading(rule: Rule, alternative: Alternative): Reading {
  const { label: _label, departments, mode, lead, ...counting } = alternative;
  const given = Object.fromEntries(
    Object.entries(counting).filter(([, value]) => value !== undefined),
  );
  return {
    ...chosenReading(rule),
    ...given,
    subject: {
      departments: departments ?? rule.subject.departments,
      mode: mode ?? rule.subject.mode,
      lead: lead ?? rule.subject.lead,
    },
  };
}

/** Whether two readings count the same, so that an alternative would show nothing new. */
export function sameReading(a: Reading, b: Reading): boolean {
  return canonical(a) === canonical(b);
}

function canonical(reading: Reading): string {
  const { subject, channels, conditions, ...rest } = reading;
  const sorted = (items: readonly string[] | undefined) => [...(items ?? [])].sort();
  return JSON.stringify([
    subject.mode,
    sorted(subject.departments),
    subject.mode === 'lead' ? subject.lead : null,
    sorted(channels),
    [rest.measure, eventOn(reading), rest.min, rest.period, rest.from, rest.to, rest.level],
    [conditions.new ?? false, sorted(conditions.topics), sorted(conditions.fields)],
    [sorted(conditions.genres), sorted(conditions.activityKinds)],
  ]);
}

/** On this section alone a text is sent and published on one day: the article's date. */
function eventOn({ event, channels }: Reading): string {
  const here = channels.length === 1 && channels[0] === 'web';
  return here && event === 'sent' ? 'published' : event;
}
