import { homedir } from 'node:os';
import path from 'node:path';
import { type Day, isDay } from './core/calendar/day.ts';

/** How strictly a build answers for quotas that were missed. */
export const ENFORCEMENTS = ['off', 'warn', 'fail'] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

/** Everything that comes from outside the content: the only place clock and environment are read. */
export interface Settings {
  /** The date everything is computed for, in Asia/Ho_Chi_Minh (`AS_OF`, default today). */
  asOf: Day;
  /** The same date as time goes on, for servers: each day anew, unless `AS_OF` holds it still. */
  today: () => Day;
  /** Absolute path of the ward's content (`CONTENT_DIR`, default `src/content`). */
  contentDir: string;
  /** Absolute path of the folder in which the editors' server keeps its ledger (`LEDGER_DIR`). */
  ledgerDir: string;
  /** Where every publication is pushed to as well, when that is wanted (`LEDGER_REMOTE`). */
  ledgerRemote: string | undefined;
  /** Absolute path of the built site (`OUT_DIR`, default `dist`). */
  outDir: string;
  /** Path the section lives under, `/` or `/cchc` without a slash at the end (`BASE`). */
  base: string;
  /** Origin of the site for canonical addresses, when it is known (`SITE_URL`). */
  siteUrl: string | undefined;
  /** `QUOTA_ENFORCE`, default `warn`. */
  quotaEnforce: Enforcement;
  /** Whether this is a build for real use (`SITE_ENV=production`), which refuses samples. */
  production: boolean;
  /** Port of `npm start` (`PORT`, default 4321). */
  port: number;
  /** Absolute path of the file of accounts, when it is not at its usual place (`ACCOUNTS_FILE`). */
  accountsFile: string | undefined;
  /** Where programs keep what must outlive them and is nobody's content (`XDG_STATE_HOME`). */
  stateHome: string;
  /** Host names the editors' room answers to beside this machine's own (`ALLOWED_HOSTS`). */
  allowedHosts: readonly string[];
  /** Who keeps the content that editors write (`CMS_BACKEND`, default the ward's own server). */
  cmsBackend: CmsBackend;
}

/** The ward's own server, or a repository on a forge that the editors' room talks to. */
export type CmsBackend = { name: 'proxy' } | ForgeBackend;

/** A forge and the content on it. */
export interface ForgeBackend {
  name: 'gitlab' | 'github';
  /** The repository, `group/project` or `owner/name` (`CMS_REPO`). */
  repo: string;
  /** The branch the site is built from (`CMS_BRANCH`, default `main`). */
  branch: string;
  /** Folder of the content in the repository (`CMS_ROOT`, default `src/content`). */
  root: string;
  /** Address of the forge (`CMS_URL`); for GitHub that of the helper for signing in. */
  baseUrl: string;
  /** Address of its interface, which follows from the forge. */
  apiRoot: string;
  /** The application registered there for the editors' room (`CMS_APP_ID`). */
  appId: string;
}

/** An address of git: with a scheme, `person@host:path`, or an absolute path; never an option. */
const REMOTE = /^(https|ssh|file):\/\/\S+$|^[\w.-]+@[\w.-]+:\S+$|^\/\S+$/;

type Environment = Record<string, string | undefined>;

/** The root of the project: settings name paths relative to it. */
export const PROJECT_ROOT = process.cwd();

/** Reads the settings; throws an `Error` in Vietnamese that names every wrong variable. */
export function readSettings(env: Environment = process.env): Settings {
  const faults: string[] = [];
  const asOf = env['AS_OF'] || today();
  if (!isDay(asOf)) faults.push(`AS_OF=${asOf}: cần một ngày có thật, dạng 2026-06-30.`);
  const enforce = env['QUOTA_ENFORCE'] || 'warn';
  if (!isEnforcement(enforce)) {
    faults.push(`QUOTA_ENFORCE=${enforce}: chọn ${ENFORCEMENTS.join(', ')}.`);
  }
  const siteUrl = env['SITE_URL'] || undefined;
  if (siteUrl !== undefined && !URL.canParse(siteUrl)) {
    faults.push(`SITE_URL=${siteUrl}: cần địa chỉ đầy đủ, ví dụ https://uongbi.quangninh.gov.vn.`);
  }
  const base = normalizeBase(env['BASE'] ?? '/');
  if (!/^\/([\w.~-]+(\/[\w.~-]+)*)?$/.test(base)) {
    faults.push(`BASE=${env['BASE']}: cần một đường dẫn, ví dụ /cchc.`);
  }
  const port = Number(env['PORT'] || 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    faults.push(`PORT=${env['PORT']}: cần một số từ 1 đến 65535.`);
  }
  const allowedHosts = (env['ALLOWED_HOSTS'] ?? '').split(/[\s,]+/).filter(Boolean);
  for (const host of allowedHosts.filter((name) => !HOST_NAME.test(name))) {
    faults.push(`ALLOWED_HOSTS=${host}: cần tên máy không có cổng, ví dụ 192.168.1.20.`);
  }
  const ledgerRemote = env['LEDGER_REMOTE'] || undefined;
  if (ledgerRemote !== undefined && !REMOTE.test(ledgerRemote)) {
    faults.push(
      'LEDGER_REMOTE: cần địa chỉ kho git, ví dụ git@git.tinh.gov.vn:phuong/cchc.git hoặc https://…',
    );
  }
  const contentDir = path.resolve(PROJECT_ROOT, env['CONTENT_DIR'] || 'src/content');
  const cmsBackend = readCmsBackend(env, faults);
  if (faults.length > 0) throw new Error(`Cài đặt chưa đúng:\n  ${faults.join('\n  ')}`);
  return {
    asOf,
    today: env['AS_OF'] ? () => asOf : today,
    contentDir,
    ledgerDir: env['LEDGER_DIR']
      ? path.resolve(PROJECT_ROOT, env['LEDGER_DIR'])
      : usualLedger(contentDir),
    ledgerRemote,
    outDir: path.resolve(PROJECT_ROOT, env['OUT_DIR'] || 'dist'),
    base,
    siteUrl,
    quotaEnforce: isEnforcement(enforce) ? enforce : 'warn',
    production: env['SITE_ENV'] === 'production',
    port,
    accountsFile: env['ACCOUNTS_FILE'] ? path.resolve(env['ACCOUNTS_FILE']) : undefined,
    stateHome: env['XDG_STATE_HOME'] || path.join(homedir(), '.local', 'state'),
    allowedHosts,
    cmsBackend,
  };
}

/** Reads where the editors' content lies; adds to `faults` what is wrong or missing. */
function readCmsBackend(env: Environment, faults: string[]): CmsBackend {
  const name = env['CMS_BACKEND'] || 'proxy';
  if (name === 'proxy') return { name };
  if (name !== 'gitlab' && name !== 'github') {
    faults.push(`CMS_BACKEND=${name}: chọn proxy, gitlab, github.`);
    return { name: 'proxy' };
  }
  const repo = env['CMS_REPO'] ?? '';
  const baseUrl = (env['CMS_URL'] ?? '').replace(/\/+$/, '');
  const appId = env['CMS_APP_ID'] ?? '';
  if (!/^[\w.-]+(\/[\w.-]+)+$/.test(repo)) {
    faults.push(`CMS_REPO=${repo}: cần tên kho, ví dụ uong-bi/cchc.`);
  }
  if (!/^https:\/\/[^/\s]+/.test(baseUrl) || !URL.canParse(baseUrl)) {
    faults.push(`CMS_URL=${baseUrl}: cần địa chỉ bắt đầu bằng https://.`);
  }
  if (name === 'gitlab' && appId === '') {
    faults.push('CMS_APP_ID: cần mã ứng dụng đã đăng ký trên GitLab.');
  }
  return {
    name,
    repo,
    branch: env['CMS_BRANCH'] || 'main',
    root: (env['CMS_ROOT'] ?? 'src/content').replace(/^\/+|\/+$/g, ''),
    baseUrl,
    apiRoot: name === 'gitlab' ? `${baseUrl}/api/v4` : 'https://api.github.com',
    appId,
  };
}

/**
 * Where the section says it stands to programs that cannot do without a full address (feeds,
 * the site map for search engines): `SITE_URL`, or else where `npm start` serves it.
 */
export function originOf({ siteUrl, port }: Pick<Settings, 'siteUrl' | 'port'>): string {
  return siteUrl ?? `http://localhost:${port}`;
}

/** A name or an address without a port. */
const HOST_NAME = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/i;

/** This instant in milliseconds: what sessions expire by and the audit log is dated with. */
export function now(): number {
  return Temporal.Now.instant().epochMilliseconds;
}

/** Today's date where the ward is, whatever the zone of the machine. */
export function today(): Day {
  return Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
}

/**
 * Each content folder has a ledger of its own, so that trying out another ward never opens the
 * first one's: below the ignored `var/` for folders of the project, beside any other.
 */
function usualLedger(contentDir: string): string {
  const inside = path.relative(PROJECT_ROOT, contentDir);
  if (inside === path.join('src', 'content')) return path.join(PROJECT_ROOT, 'var', 'ledger');
  if (inside.startsWith('..') || path.isAbsolute(inside)) return `${contentDir}.ledger`;
  return path.join(PROJECT_ROOT, 'var', 'ledgers', inside.split(path.sep).join('-'));
}

function isEnforcement(text: string): text is Enforcement {
  return ENFORCEMENTS.some((known) => known === text);
}

/** `cchc/` and `/cchc` both mean `/cchc`. */
function normalizeBase(text: string): string {
  const trimmed = text.replace(/^\/+|\/+$/g, '');
  return `/${trimmed}`;
}
