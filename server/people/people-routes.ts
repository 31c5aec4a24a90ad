import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../../src/core/address.ts';
import { type PeopleState, peopleScreen } from '../screens/people.ts';
import { type PersonState, personScreen } from '../screens/person.ts';
import { readDetails, type TypedDetails } from './account-details.ts';
import { formOf, onlyFor, screenContext, sendScreen } from './forms.ts';
import { oneTimePassword } from './password.ts';
import { type Fault, PeopleRefused } from './refused.ts';
import type { Deed } from './request.ts';
import type { Room } from './room.ts';

/** The administrators' screens: who may sign in, and as what. */
export function peopleRoutes(room: FastifyInstance, shared: Room): void {
  const config = { screen: true };
  const preHandler = onlyFor('people.manage', shared);
  const list = shared.address.route(addresses.people());
  const one = shared.address.route(addresses.person(':id'));
  room.get(list, { config, preHandler }, (request, reply) =>
    showPeople(shared, request, reply, {}),
  );
  room.post(list, { config, preHandler }, (request, reply) => addPerson(shared, request, reply));
  room.get(one, { config, preHandler }, (request, reply) => showPerson(shared, request, reply, {}));
  room.post(one, { config, preHandler }, (request, reply) => changePerson(shared, request, reply));
  room.post(`${one}/mat-khau`, { config, preHandler }, (request, reply) =>
    givePassword(shared, request, reply),
  );
  for (const [path, disabled] of [
    ['khoa', true],
    ['mo', false],
  ] as const) {
    room.post(`${one}/${path}`, { config, preHandler }, (request, reply) =>
      setLock(shared, request, reply, disabled),
    );
  }
}

async function addPerson(shared: Room, request: FastifyRequest, reply: FastifyReply) {
  const typed = typedOf(request, formOf(request).get('id') ?? '');
  const { departments } = await shared.ward();
  const password = oneTimePassword();
  const deed = { action: 'people.add' as const, target: typed.id };
  const faults = await attempt(request, deed, async () => {
    const read = readDetails(typed, departments);
    if (!('details' in read)) throw new PeopleRefused(read.faults);
    const { id, name } = await shared.accounts.add(read.details, password);
    return { id, name };
  });
  if ('faults' in faults) return showPeople(shared, request, reply, { typed, ...faults });
  return showPeople(shared, request, reply, { given: { ...faults.value, password } });
}

async function changePerson(shared: Room, request: FastifyRequest, reply: FastifyReply) {
  const id = idOf(request);
  const typed = typedOf(request, id);
  const { departments } = await shared.ward();
  const deed = { action: 'people.change' as const, target: id, detail: typed.roles.join(', ') };
  const done = await attempt(request, deed, async () => {
    const read = readDetails(typed, departments);
    if (!('details' in read)) throw new PeopleRefused(read.faults);
    return shared.accounts.change(id, read.details);
  });
  if ('faults' in done) return showPerson(shared, request, reply, { typed, ...done });
  return showPerson(shared, request, reply, { said: 'Đã lưu.' });
}

async function givePassword(shared: Room, request: FastifyRequest, reply: FastifyReply) {
  const id = idOf(request);
  const password = oneTimePassword();
  const done = await attempt(request, { action: 'people.password', target: id }, () =>
    shared.accounts.setPassword(id, password, true),
  );
  if ('faults' in done) return showPerson(shared, request, reply, done);
  return showPerson(shared, request, reply, { given: { id, name: done.value.name, password } });
}

async function setLock(
  shared: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  disabled: boolean,
) {
  const id = idOf(request);
  const action = disabled ? 'people.disable' : 'people.enable';
  const done = await attempt(request, { action, target: id }, async () => {
    if (disabled && id === request.person?.id) {
      const message = 'Không ai tự khóa tài khoản của mình được. Hãy nhờ một quản trị khác.';
      throw new PeopleRefused([{ field: '', message }]);
    }
    return shared.accounts.setDisabled(id, disabled);
  });
  if ('faults' in done) return showPerson(shared, request, reply, done);
  const said = disabled ? 'Đã khóa tài khoản.' : 'Đã mở khóa tài khoản.';
  return showPerson(shared, request, reply, { said });
}

/** Does it, and writes down whether it was done or refused. */
async function attempt<T>(
  request: FastifyRequest,
  deed: Omit<Deed, 'outcome'>,
  work: () => Promise<T>,
): Promise<{ value: T } | { faults: readonly Fault[] }> {
  try {
    const value = await work();
    await request.record({ ...deed, outcome: 'ok' });
    return { value };
  } catch (error) {
    if (!(error instanceof PeopleRefused)) throw error;
    await request.record({ ...deed, outcome: 'refused', detail: error.message });
    return { faults: error.faults };
  }
}

async function showPeople(
  shared: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  state: Partial<PeopleState>,
) {
  const { departments } = await shared.ward();
  const accounts = await shared.accounts.all();
  const context = await screenContext(shared, request);
  if (state.faults) reply.code(422);
  return sendScreen(reply, peopleScreen(context, { accounts, departments, faults: [], ...state }));
}

async function showPerson(
  shared: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  state: Partial<PersonState>,
) {
  const account = await shared.accounts.find(idOf(request));
  if (!account) return reply.redirect(shared.address.href(addresses.people()), 303);
  const { departments } = await shared.ward();
  const context = await screenContext(shared, request);
  if (state.faults) reply.code(422);
  return sendScreen(reply, personScreen(context, { account, departments, faults: [], ...state }));
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

function typedOf(request: FastifyRequest, id: string): TypedDetails {
  const form = formOf(request);
  const text = (name: string) => form.get(name) ?? '';
  return {
    id: id.trim().toLowerCase(),
    name: text('name'),
    email: text('email'),
    roles: form.getAll('roles'),
    department: text('department'),
  };
}
