import { describe, expect, test } from 'vitest';
import type { Role } from '../../server/people/person.ts';
import { may } from '../../server/people/policy.ts';
import { contentRights } from '../../server/people/rights.ts';
import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import { person } from '../support/editors-room.ts';

/** Written, reviewed, published: what each role is offered of the articles, a plan, the ward. */
const TABLE: readonly [roles: Role[], articles: string, plans: string, ward: string][] = [
  [['contributor'], 'w--', '---', '---'],
  [['editor'], 'wr-', 'wr-', '---'],
  [['publisher'], 'wrp', 'wrp', '---'],
  [['administrator'], '---', '---', 'wrp'],
  [['contributor', 'administrator'], 'w--', '---', 'wrp'],
];

const marks = ({ write, review, publish }: ReturnType<typeof contentRights>[CollectionName]) =>
  [write && 'w', review && 'r', publish && 'p'].map((mark) => mark || '-').join('');

describe('what the editors’ program offers', () => {
  test.each(TABLE)('%s', (roles, articles, plans, ward) => {
    const rights = contentRights(person('x', { roles, department: 'vhxh' }));
    expect([rights.articles, rights.plans, rights.ward].map(marks)).toEqual([
      articles,
      plans,
      ward,
    ]);
  });

  test.each(TABLE)('is nothing that the server would refuse, %s', (roles) => {
    const who = person('x', { roles, department: 'vhxh' });
    for (const [name, rights] of Object.entries(contentRights(who))) {
      const target = { collection: name, id: 'a', departments: ['vhxh'] };
      for (const action of ['publish', 'draft.delete'] as const) {
        const refused = may(who, action, target) !== undefined;
        expect([name, action, rights.publish && refused]).toEqual([name, action, false]);
      }
    }
  });

  test('no kind of content is left out', () => {
    expect(Object.keys(contentRights(person('x')))).toEqual(Object.keys(COLLECTIONS));
  });
});
