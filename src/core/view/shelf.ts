import type { Department } from '../schema/departments.ts';
import { keysOf, REFORM_FIELDS, type RELATIONS, type ReformField } from '../schema/vocabulary.ts';
import type { Card } from './card.ts';
import { telephone } from './contact.ts';
import type { Edition } from './edition.ts';
import type { Fact, Link } from './link.ts';
import { knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, upperFirst } from './names.ts';

/** How many of its newest pieces the page of a field or a department shows. */
export const SHELF_SIZE = 30;

/** The newest pieces of a field or a department. */
export interface Shelf {
  cards: readonly Card[];
  /** How many there are in all, shown or not. */
  total: number;
  /** Whether older ones are left to the archive. */
  cut: boolean;
}

/** The page of a reform field. */
export interface FieldPage extends Shelf {
  id: ReformField;
  name: string;
}

/** The page of a department. */
export interface DepartmentPage extends Shelf {
  department: Department;
  /** How to reach it; empty when the ward has published nothing. */
  contact: Fact[];
  facts: Fact[];
  /** Whether it has ceased to exist by the date of the edition. */
  ended: boolean;
}

/** One page for each reform field, whether or not anything was written on it. */
export function fieldPages(edition: Edition): FieldPage[] {
  return keysOf(REFORM_FIELDS).map((id) => ({
    id,
    name: REFORM_FIELDS[id],
    ...shelf(edition.cardsByField.get(id)),
  }));
}

/** The reform fields as links, in their official order. */
export function fieldLinks(): Link[] {
  return keysOf(REFORM_FIELDS).map(fieldLink);
}

/** One page for each department that exists, or once existed. */
export function departmentPages(edition: Edition): DepartmentPage[] {
  return edition.store.departments
    .filter(({ from }) => from === undefined || from <= edition.asOf)
    .map((department) => ({
      department,
      contact: contactFacts(department),
      facts: knownFacts([
        {
          term: 'Quan hệ',
          values: [{ text: upperFirst(RELATION_WORDS[department.relation]) }],
        },
        { term: 'Hoạt động từ', values: department.from ? [dated(department.from)] : [] },
        { term: 'Hoạt động đến hết', values: department.to ? [dated(department.to)] : [] },
      ]),
      ended: department.to !== undefined && department.to < edition.asOf,
      ...shelf(edition.cardsByDepartment.get(department.id)),
    }));
}

/** The departments that exist on the date of the edition, as links. */
export function departmentLinks(edition: Edition): Link[] {
  return departmentPages(edition)
    .filter(({ ended }) => !ended)
    .map(({ department }) => departmentLink(edition.store, department.id));
}

/** How to reach a department, as far as the ward has said. */
export function contactFacts({ phone, email, hotlines }: Department): Fact[] {
  return knownFacts([
    ...hotlines.map(({ label, phone: number, hours }) => ({
      term: label,
      values: [telephone(number), ...(hours ? [{ text: hours }] : [])],
    })),
    { term: 'Điện thoại', values: phone ? [telephone(phone)] : [] },
    { term: 'Thư điện tử', values: email ? [{ text: email, url: `mailto:${email}` }] : [] },
  ]);
}

const RELATION_WORDS: Record<keyof typeof RELATIONS, string> = {
  subordinate: 'thuộc Ủy ban nhân dân',
  partner: 'đơn vị phối hợp',
  requested: 'được đề nghị phối hợp',
};

function shelf(cards: readonly Card[] = []): Shelf {
  return {
    cards: cards.slice(0, SHELF_SIZE),
    total: cards.length,
    cut: cards.length > SHELF_SIZE,
  };
}
