/** `npm run user -- <việc>`: the people who may sign in to the editors' room. */

import { knownOf, roleNames } from '../server/people/account.ts';
import { readDetails, roleSlug, type TypedDetails } from '../server/people/account-details.ts';
import { accountsFileOf, openPeopleFiles } from '../server/people/parts.ts';
import { oneTimePassword } from '../server/people/password.ts';
import { passwordFault } from '../server/people/password-rules.ts';
import { ROLES, type Role } from '../server/people/person.ts';
import { PeopleRefused } from '../server/people/refused.ts';
import { readWardFacts } from '../server/people/ward-facts.ts';
import { now } from '../src/settings.ts';
import { readArguments, refuse, settingsWith } from './arguments.ts';
import { askHidden } from './user/ask-hidden.ts';

const ROLE_LIST = (Object.keys(ROLES) as Role[]).map(roleSlug).join(', ');
const USAGE = `Cách dùng:
  npm run user -- list
  npm run user -- add TÊN --name "HỌ VÀ TÊN" --email THƯ --roles VAI_TRÒ[,VAI_TRÒ] [--department MÃ]
  npm run user -- roles TÊN --roles VAI_TRÒ[,VAI_TRÒ] [--department MÃ]
  npm run user -- password TÊN [--generate]
  npm run user -- disable TÊN
  npm run user -- enable TÊN
  Vai trò: ${ROLE_LIST}. Cộng tác viên cần --department, mã trong departments.yaml.
  add in ra mật khẩu dùng một lần; password hỏi mật khẩu mới, hoặc tạo một lần với --generate.`;

const { values, positionals } = readArguments(
  {
    name: { type: 'string' },
    email: { type: 'string' },
    roles: { type: 'string' },
    department: { type: 'string' },
    generate: { type: 'boolean', default: false },
  },
  USAGE,
  2,
);
const [command = '', id = '', ...others] = positionals;
const say = (text: string) => process.stdout.write(`${text}\n`);
const settings = settingsWith();

/** What the command was asked to do with whom. */
const COMMANDS: Record<string, () => Promise<void>> = {
  list: listPeople,
  add: addPerson,
  roles: changeRoles,
  password: changePassword,
  disable: () => setLock(true),
  enable: () => setLock(false),
};

const run = COMMANDS[command];
if (!run || others.length > 0 || (command !== 'list' && !id)) {
  refuse(`${command ? `Không hiểu «${positionals.join(' ')}».` : 'Chưa chọn việc.'}\n${USAGE}`);
}
const ward = await readWardFacts(settings.contentDir).catch((error: Error) =>
  refuse(error.message),
);
const { accounts, audit } = openPeopleFiles(accountsFileOf(settings, ward.id), now);
try {
  await run();
} catch (error) {
  if (error instanceof PeopleRefused) refuse(error.message);
  throw error;
}

async function listPeople(): Promise<void> {
  const all = await accounts.all();
  if (all.length === 0) say('Chưa có người dùng nào.');
  for (const one of all) {
    const notes = [
      ...(one.department ? [one.department] : []),
      ...(one.disabled ? ['đã khóa'] : []),
      ...(one.mustChange ? ['chưa đặt mật khẩu riêng'] : []),
    ];
    const facts = [one.id, one.name, one.email, roleNames(one.roles), ...notes];
    say(facts.join('; '));
  }
  say(`Tệp người dùng: ${accounts.file}`);
}

async function addPerson(): Promise<void> {
  const { name = '', email = '', roles = '', department = '' } = values;
  const details = detailsOf({ id, name, email, roles: listOf(roles), department });
  const password = oneTimePassword();
  await accounts.add(details, password);
  await record('people.add');
  sayPassword(password);
}

async function changeRoles(): Promise<void> {
  const { name, email, department: before = '' } = await accounts.get(id);
  const department = values.department ?? before;
  const roles = listOf(values.roles ?? '');
  await accounts.change(id, detailsOf({ id, name, email, roles, department }));
  await record('people.change');
  say(`Đã đổi vai trò của ${id}.`);
}

async function changePassword(): Promise<void> {
  const one = await accounts.get(id);
  const password = values.generate ? oneTimePassword() : await askTwice();
  const fault = passwordFault(password, [...knownOf(one), ward.id, ward.name]);
  if (fault) refuse(fault);
  await accounts.setPassword(id, password, values.generate);
  await record('people.password');
  if (values.generate) sayPassword(password);
  else say(`Đã đổi mật khẩu của ${id}; mọi phiên đang mở đã kết thúc.`);
}

async function setLock(disabled: boolean): Promise<void> {
  await accounts.setDisabled(id, disabled);
  await record(disabled ? 'people.disable' : 'people.enable');
  say(disabled ? `Đã khóa ${id}; mọi phiên đang mở đã kết thúc.` : `Đã mở khóa ${id}.`);
}

function detailsOf(typed: TypedDetails) {
  const read = readDetails(typed, ward.departments);
  if (!('details' in read)) throw new PeopleRefused(read.faults);
  return read.details;
}

function listOf(text: string): string[] {
  return text.split(',').filter((part) => part.trim() !== '');
}

async function askTwice(): Promise<string> {
  const password = await askHidden('Mật khẩu mới: ');
  const again = await askHidden('Nhắc lại: ');
  return password === again ? password : refuse('Hai lần nhập chưa giống nhau.');
}

/** Nobody is known at a terminal; whoever reads the log sees that it was done there. */
function record(
  action: 'people.add' | 'people.change' | 'people.password' | 'people.disable' | 'people.enable',
) {
  return audit.write({ action, target: id, outcome: 'ok', address: 'dòng lệnh' });
}

function sayPassword(password: string): void {
  say(`Tên đăng nhập: ${id}
Mật khẩu dùng một lần: ${password}
Mật khẩu chỉ hiện lần này và phải đổi khi đăng nhập.`);
}
