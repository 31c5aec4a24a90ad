/**
 * `node tests/bench/serving.ts DIST`: nginx with `deploy/nginx.conf` over a built site, against
 * nginx handing out the same bytes as one bare file, and against our own server. Needs nginx with
 * its brotli module and wrk, and Linux. Further arguments are pages below DIST. Puts its table into
 * `serving.md`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROUNDS = 3;
const SECONDS = 2;
const PORTS = { ours: 18480, bare: 18481, node: 18482 };
const dist = path.resolve(process.argv[2] ?? 'dist');
const folder = mkdtempSync(path.join(tmpdir(), 'cchc-serving-'));
const at = (name: string) => path.join(folder, name);

/** The site's own configuration with this machine's places, without TLS. */
function oursConfig(): string {
  return readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/^server \{\s+listen 80;[\s\S]*?^\}/m, '')
    .replace(/^ +listen \[::\].*$/gm, '')
    .replace(/listen 443 ssl http2;/, `listen ${PORTS.ours};`)
    .replace(/^ +ssl_.*$/gm, '')
    .replaceAll('/var/lib/cchc/dist', dist)
    .replaceAll('/var/lib/cchc/', `${folder}/`)
    .replaceAll('snippets/cchc-headers.conf', path.resolve('deploy/nginx-headers.conf'));
}

function serve(name: string, body: string): ChildProcess {
  const module = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
  writeFileSync(
    at(`${name}.conf`),
    `load_module ${module};\nuser root;\nworker_processes 1;\npid ${at(name)}.pid;\nerror_log ${at(name)}.log;\nevents {}\nhttp { sendfile on; access_log off;\n${body}\n}\n`,
  );
  return spawn('nginx', ['-c', at(`${name}.conf`), '-p', folder, '-g', 'daemon off;'], {
    stdio: 'inherit',
  });
}

/** Processor time that a process has used, in microseconds; Linux counts in hundredths of a second. */
function usedBy(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** What wrk found of a server. */
interface Serving {
  /** Processor time of one request in microseconds: a busy machine does not change it. */
  cost: number;
  /** Requests a second. */
  rate: number;
}

function ask(port: number, address: string, pid: number): Serving {
  const before = usedBy(pid);
  const args = ['-t1', '-c16', `-d${SECONDS}`, '-H', 'Accept-Encoding: br'];
  const told = execFileSync('wrk', [...args, `http://127.0.0.1:${port}${address}`], {
    encoding: 'utf8',
  });
  if (/Non-2xx/.test(told)) throw new Error(`${address} on ${port}:\n${told}`);
  return {
    cost: (usedBy(pid) - before) / Number(/(\d+) requests in/.exec(told)?.[1]),
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(told)?.[1]),
  };
}

/** The process that answers: nginx keeps one beside the one that was started. */
function workerOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const whole = (number: number) => Math.round(number).toLocaleString('en');
const addressOf = (page: string) => `/${page.replace(/index\.html$/, '')}`;

const pages = process.argv.slice(3).length > 0 ? process.argv.slice(3) : ['index.html'];
mkdirSync(at('bare'));
for (const page of pages) {
  mkdirSync(path.dirname(at(`bare/${page}`)), { recursive: true });
  cpSync(path.join(dist, `${page}.br`), at(`bare/${page}`));
}
// The same bytes on the wire: the bare file goes out with the same headers.
const headers = [
  `include ${path.resolve('deploy/nginx-headers.conf')};`,
  'add_header Cache-Control no-cache; add_header Content-Encoding br; add_header Vary Accept-Encoding;',
].join(' ');
const [oursNginx, bareNginx] = [
  serve('ours', oursConfig()),
  serve(
    'bare',
    `include /etc/nginx/mime.types; charset utf-8; server_tokens off; server { listen ${PORTS.bare}; root ${at('bare')}; ${headers} }`,
  ),
];
// In a process of its own, for wrk holds this one up.
const child = spawn(
  process.execPath,
  [
    '--input-type=module',
    '-e',
    `import { siteServer } from '${path.resolve('server/site.ts')}';\nawait siteServer({ outDir: '${dist}', base: '/' }).listen({ port: ${PORTS.node}, host: '127.0.0.1' });`,
  ],
  { stdio: 'inherit' },
);
await new Promise((resolve) => setTimeout(resolve, 3000));
const pids = {
  ours: workerOf(oursNginx.pid ?? 0),
  bare: workerOf(bareNginx.pid ?? 0),
  node: child.pid ?? 0,
};

const rows: string[] = [];
try {
  for (const page of pages) {
    const address = addressOf(page);
    const found = { ours: [] as Serving[], bare: [] as Serving[], node: [] as Serving[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // Turn about, so that whatever else the machine does meets both.
      const pair = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
      for (const name of [...pair, 'node' as const]) {
        found[name].push(ask(PORTS[name], address, pids[name]));
      }
    }
    /** Ours by the bare one of the same round. */
    const ratioOf = (of: keyof Serving) =>
      median(found.ours.map((one, round) => one[of] / (found.bare[round]?.[of] ?? 1)));
    const sizes = ['', '.gz', '.br'].map(
      (ending) => statSync(path.join(dist, `${page}${ending}`)).size,
    );
    const costOf = (servings: Serving[]) => median(servings.map(({ cost }) => cost));
    const costs = [costOf(found.bare), costOf(found.ours), ratioOf('cost')];
    const rates = [median(found.bare.map(({ rate }) => rate)), ratioOf('rate')];
    const shown = [...costs, ...rates, costOf(found.node)].map((one) =>
      Number(one.toPrecision(2)).toLocaleString('en'),
    );
    rows.push(`| ${[address, ...sizes.map(whole), ...shown].join(' | ')} |`);
  }
} finally {
  for (const one of [oursNginx, bareNginx, child]) one.kill();
  rmSync(folder, { recursive: true, force: true });
}
const table = [
  '| page | bytes | gzip | brotli | bare nginx, µs | deploy/nginx.conf, µs | ratio | bare nginx, requests a second | deploy/nginx.conf, ratio | our own server, µs |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
const report = path.resolve('tests/bench/serving.md');
const before = readFileSync(report, 'utf8');
writeFileSync(report, before.replace(/^\| page \|[\s\S]*?(?=\n\n|$(?![\s\S]))/m, table));
process.stdout.write(`${table}\n`);
