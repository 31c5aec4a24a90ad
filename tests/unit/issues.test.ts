import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ISSUE_CODES,
  type IssueCode,
  isIssueCode,
  type Severity,
} from '../../src/core/issue/codes.ts';
import type { Issue } from '../../src/core/issue/issue.ts';
import { sortIssues } from '../../src/core/issue/issue.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { issuesText } from '../../src/render/issues.ts';
import { brokenCodes, makeWard } from '../support/broken-wards.ts';

const WARD = 'ward.yaml';
const UNITS = 'departments.yaml';
const PLAN = 'plans/kh-2026.yaml';
const BRIEF = 'articles/2026/03/lich-tiep-dan.md';
const STORY = 'articles/2026/03/nop-ho-so-truc-tuyen.md';
const PRACTICE = 'practices/tra-ket-qua-tai-nha.md';
const CHANGE = 'procedure-changes/dang-ky-lop-ky-nang-so.md';
const TALK = 'activities/doi-thoai-nguoi-dan.md';
const PAGE = 'pages/gioi-thieu.mdx';
const MACRO = 'articles/2026/03/lich-tiep-dan.docm';
const SAME_NAME = 'articles/2026/04/lich-tiep-dan.md';

/** What the ward of each code must give: severity, file, line, field; `-` where there is none. */
const TABLE: Record<IssueCode, readonly [Severity, string, number | '-', string]> = {
  'file-missing': ['error', UNITS, '-', '-'],
  'file-unexpected': ['warning', 'ghi-chu.md', '-', '-'],
  'front-matter-missing': ['error', BRIEF, 1, '-'],
  'yaml-invalid': ['error', BRIEF, 2, '-'],

  'field-missing': ['error', STORY, 2, 'department'],
  'field-invalid': ['error', BRIEF, 13, 'web'],
  'field-unknown': ['error', TALK, 7, 'nguoiDu'],
  'text-length': ['error', BRIEF, 2, 'title'],
  'value-unknown': ['error', STORY, 5, 'genre'],
  'number-invalid': ['error', TALK, 7, 'participants'],
  'url-invalid': ['error', STORY, 18, 'sources.0.url'],
  'email-invalid': ['error', UNITS, 4, 'departments.0.email'],
  'id-invalid': ['error', WARD, 15, 'topics.1.id'],
  'color-invalid': ['error', WARD, 8, 'accent'],
  'color-contrast': ['error', WARD, 8, 'accent'],

  'date-invalid': ['error', BRIEF, 3, 'date'],
  'time-invalid': ['error', STORY, 12, 'placements.0.airings.0.time'],
  'period-invalid': ['error', PLAN, 34, 'quotas.0.from'],
  'date-order': ['error', STORY, 15, 'placements.1.published'],
  'date-outside-plan-year': ['error', PLAN, 13, 'tasks.0.due.date'],
  'plan-undated': ['error', PLAN, 1, 'date'],

  'department-unknown': ['error', PRACTICE, 4, 'departments.1'],
  'department-inactive': ['error', TALK, 6, 'department'],
  'channel-unknown': ['error', STORY, 8, 'placements.0.channel'],
  'reform-field-unknown': ['error', STORY, 6, 'fields.1'],
  'topic-unknown': ['error', BRIEF, 7, 'topics.0'],
  'reference-broken': ['error', TALK, 9, 'tasks.0'],
  'media-missing': ['error', BRIEF, 10, 'image.src'],
  'media-forbidden': ['error', MACRO, '-', '-'],

  'id-duplicate': ['error', PLAN, 38, 'quotas.1.id'],
  'slug-duplicate': ['error', SAME_NAME, '-', '-'],

  'procedure-code-invalid': ['error', CHANGE, 12, 'procedures.0.code'],
  'document-number-invalid': ['error', CHANGE, 6, 'decision.number'],

  'quota-impossible': ['error', PLAN, 23, 'quotas.0'],
  'alternative-same': ['error', PLAN, 36, 'quotas.0.alternatives.0'],

  'personal-phone': ['error', PRACTICE, 18, '-'],
  'personal-identity': ['error', TALK, 13, '-'],
  'alt-missing': ['error', BRIEF, 10, 'image.src'],
  'html-forbidden': ['error', TALK, 11, '-'],
  'link-forbidden': ['error', STORY, 20, '-'],
  'image-remote': ['error', STORY, 22, '-'],
  'mdx-code': ['error', PAGE, 7, '-'],
  'heading-level': ['warning', BRIEF, 16, '-'],

  'nesting-too-deep': ['error', BRIEF, 20, '-'],
  'block-unknown': ['warning', BRIEF, 20, '-'],
  'block-open': ['error', BRIEF, 20, '-'],
  'block-attribute': ['error', BRIEF, 20, '-'],
  'block-content': ['error', BRIEF, 20, '-'],
  'procedure-unannounced': ['warning', BRIEF, 20, '-'],

  'sample-published': ['error', PRACTICE, 7, 'sample'],
  'placement-web': ['warning', STORY, 13, 'placements.1.channel'],
  'department-judged': ['error', PLAN, 26, 'quotas.0.subject'],
};

/** The one code that only a build for real use finds. */
const PRODUCTION_ONLY: IssueCode = 'sample-published';
/** These do not repeat the value: it is a flag, or may be a page long. */
const UNQUOTED: readonly string[] = [PRODUCTION_ONLY, 'text-length'];
/** These say that a field is not there, so it stands on no line of its own. */
const ABSENT: readonly string[] = ['field-missing', 'plan-undated'];

const CODES = Object.keys(ISSUE_CODES).filter(isIssueCode);
const PAGES = path.resolve(import.meta.dirname, '../../docs/errors');

/** An issue of a ward with the text of the file it is about. */
interface FoundIssue {
  found: Issue;
  text: string;
}

const read = new Map<string, Promise<FoundIssue[]>>();

/** The issues of a ward; each ward is made and checked once. */
function issuesOf(
  overlay: string | undefined,
  production = overlay === PRODUCTION_ONLY,
): Promise<FoundIssue[]> {
  const key = `${overlay} ${production}`;
  const known = read.get(key) ?? checkWard(overlay, production);
  read.set(key, known);
  return known;
}

async function checkWard(overlay: string | undefined, production: boolean): Promise<FoundIssue[]> {
  await using ward = await makeWard(overlay);
  const { issues } = await loadWard(ward.folder, { production });
  return Promise.all(
    issues.map(async (found) => ({
      found,
      text: await readFile(path.join(ward.folder, found.file), 'utf8').catch(() => ''),
    })),
  );
}

const rowOf = ({ code, severity, file, line, field }: Issue) => [
  code,
  severity,
  file,
  line ?? '-',
  field ?? '-',
];

describe('each code has one ward that provokes it and nothing else', () => {
  test.each(CODES)('%s', async (code) => {
    const issues = await issuesOf(code);
    expect(issues.map(({ found }) => rowOf(found))).toEqual([[code, ...TABLE[code]]]);
  });

  test('every code has a row, a ward and a page, and there are no others', async () => {
    const known = [...CODES].sort();
    const pages = await readdir(PAGES);
    expect(Object.keys(TABLE).sort()).toEqual(known);
    expect(await brokenCodes()).toEqual(known);
    expect(pages.filter((file) => file !== 'README.md').sort()).toEqual(
      known.map((code) => `${code}.md`),
    );
  });

  test('the ward they all start from has no issue', async () => {
    expect(await issuesOf(undefined, false)).toEqual([]);
    expect(await issuesOf(undefined, true)).toEqual([]);
  });

  test('samples are allowed while a section is tried out', async () => {
    expect(await issuesOf(PRODUCTION_ONLY, false)).toEqual([]);
  });
});

describe('what an issue says', () => {
  test('message and remedy of every code', async () => {
    const texts: string[] = [];
    for (const code of CODES) {
      for (const { found } of await issuesOf(code)) {
        texts.push(`${code}\n  ${found.message}\n  ${found.remedy}\n`);
        const said = `${found.message} ${found.remedy}`;
        expect(said, code).not.toMatch(/undefined|null|NaN|\[object|\bfunction\b/);
        expect(said, code).not.toMatch(/«»| \(\)| {2}|\s[,:]/);
        expect(found.remedy.length, code).toBeGreaterThan(10);
      }
    }
    await expect(texts.join('\n')).toMatchFileSnapshot('__snapshots__/issue-texts.txt');
  });

  test('a message quotes the offending value', async () => {
    for (const code of CODES) {
      for (const { found } of await issuesOf(code)) {
        if (found.value === undefined || UNQUOTED.includes(code)) continue;
        expect(found.message, code).toContain(found.value);
      }
    }
  });

  test('the line of a field is the line it stands on', async () => {
    for (const code of [...CODES, '_ten']) {
      for (const { found, text } of await issuesOf(code)) {
        if (found.field === undefined) continue;
        const name = found.field.split('.').at(-1) ?? '';
        if (ABSENT.includes(found.code)) {
          expect(text, code).not.toMatch(new RegExp(`^${name}:`, 'm'));
          continue;
        }
        const wanted = /^\d+$/.test(name) ? found.value : `${name}:`;
        expect(text.split('\n')[(found.line ?? 0) - 1], `${code} ${found.field}`).toContain(wanted);
      }
    }
  });

  test('the line of something in a body holds it', async () => {
    for (const code of CODES) {
      for (const { found, text } of await issuesOf(code)) {
        if (found.field !== undefined || found.line === undefined || !found.value) continue;
        expect(text.split('\n')[found.line - 1], code).toContain(found.value);
      }
    }
  });
});

describe('many faults', () => {
  test('ten faults in six files are found at once, in the order of repair', async () => {
    const issues = (await issuesOf('_ten')).map(({ found }) => found);
    expect(issues.map(rowOf)).toEqual([
      ['date-invalid', 'error', BRIEF, 3, 'date'],
      ['value-unknown', 'error', BRIEF, 5, 'genre'],
      ['topic-unknown', 'error', STORY, 7, 'topics.0'],
      ['media-missing', 'error', STORY, 23, '-'],
      ['mdx-code', 'error', PAGE, 7, '-'],
      ['date-outside-plan-year', 'error', PLAN, 13, 'tasks.0.due.date'],
      ['department-unknown', 'error', PRACTICE, 4, 'departments.0'],
      ['heading-level', 'warning', PRACTICE, 16, '-'],
      ['personal-phone', 'error', PRACTICE, 18, '-'],
      ['procedure-code-invalid', 'error', CHANGE, 12, 'procedures.0.code'],
    ]);
    expect(sortIssues(issues.toReversed())).toEqual(issues);
  });

  test('the printed list names every place, every page and the total', async () => {
    const issues = (await issuesOf('_ten')).map(({ found }) => found);
    const text = issuesText(issues);
    expect(text).toMatch(
      /^LỖI \[date-invalid\] articles\/2026\/03\/lich-tiep-dan\.md, dòng 3, date/,
    );
    for (const { code } of issues) expect(text).toContain(`docs/errors/${code}.md`);
    expect(text.match(/Cách sửa: /g)).toHaveLength(10);
    expect(text).toMatch(/Tổng cộng: 9 lỗi, 1 cảnh báo\.$/);
    expect(text).not.toMatch(/undefined|null/);
  });
});

describe('faults that are easy to miss', () => {
  /** The rows of the valid ward after some words were changed and some files added. */
  async function rowsAfter(
    changes: readonly [file: string, from: string, to: string][],
    added: Record<string, string> = {},
  ) {
    await using ward = await makeWard();
    for (const [file, from, to] of changes) {
      const full = path.join(ward.folder, file);
      const text = await readFile(full, 'utf8');
      expect(text).toContain(from);
      await writeFile(full, text.replace(from, to));
    }
    for (const [file, text] of Object.entries(added)) {
      const full = path.join(ward.folder, file);
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, text);
    }
    const { issues } = await loadWard(ward.folder, { production: false });
    return issues.map(rowOf);
  }

  test('a field that a rule asks for is missed beside one that is always asked for', async () => {
    const changes = [
      [TALK, 'date: 2026-05-20\n', ''],
      [TALK, 'title: Đối thoại với người dân về thủ tục hành chính\n', ''],
    ] as const;
    expect(await rowsAfter(changes.map((one) => [...one]))).toEqual([
      ['field-missing', 'error', TALK, 2, 'date'],
      ['field-missing', 'error', TALK, 2, 'title'],
    ]);
  });

  test('two things on one day are in order', async () => {
    expect(await rowsAfter([[STORY, 'published: 2026-03-13', 'published: 2026-03-12']])).toEqual(
      [],
    );
  });

  test('a department still counts on its last day', async () => {
    const talkOn = (day: string): [string, string, string][] => [
      [TALK, 'department: vhxh', 'department: vhtt'],
      [TALK, 'date: 2026-05-20', `date: ${day}`],
    ];
    expect(await rowsAfter(talkOn('2026-06-30'))).toEqual([]);
    expect(await rowsAfter(talkOn('2025-07-01'))).toEqual([]);
    expect(await rowsAfter(talkOn('2025-06-30'))).toEqual([
      ['department-inactive', 'error', TALK, 6, 'department'],
    ]);
  });

  test('references to a file that cannot be read are not called broken', async () => {
    expect(await rowsAfter([[PLAN, 'year: 2026', 'year: [2026']])).toEqual([
      ['yaml-invalid', 'error', PLAN, expect.any(Number), '-'],
    ]);
  });

  test('two practices with one address', async () => {
    await using ward = await makeWard();
    const text = await readFile(path.join(ward.folder, PRACTICE), 'utf8');
    const second = 'practices/2026/tra-ket-qua-tai-nha.md';
    expect(await rowsAfter([], { [second]: text })).toEqual([
      ['slug-duplicate', 'error', expect.stringMatching(/^practices\//), '-', '-'],
    ]);
  });

  test('a page at an address that the section keeps for itself', async () => {
    const file = 'pages/tin-bai.mdx';
    expect(await rowsAfter([], { [file]: '---\ntitle: Tin bài\n---\nChữ.\n' })).toEqual([
      ['slug-duplicate', 'error', file, '-', '-'],
    ]);
  });

  test('a former address that is another page now, or leads two ways', async () => {
    const old = (file: string, ...slugs: string[]): [string, string, string] => [
      file,
      'department',
      `formerSlugs: [${slugs.join(', ')}]\ndepartment`,
    ];
    expect(await rowsAfter([old(STORY, 'ten-cu', '2026/02/ten-cu')])).toEqual([]);
    expect(await rowsAfter([old(STORY, 'lich-tiep-dan', '2026/03/Tên cũ')])).toEqual([
      ['id-invalid', 'error', STORY, 4, 'formerSlugs.1'],
    ]);
    expect(await rowsAfter([old(STORY, 'ten-cu', 'lich-tiep-dan')])).toEqual([
      ['slug-duplicate', 'error', STORY, 4, 'formerSlugs.1'],
    ]);
    expect(await rowsAfter([old(STORY, 'ten-cu'), old(BRIEF, 'ten-cu')])).toEqual([
      ['slug-duplicate', 'error', expect.stringMatching(/^articles\//), 4, 'formerSlugs.0'],
    ]);
    const [, label] = ISSUE_CODES['slug-duplicate'].remedy({}).match(/«(.+)»/) ?? [];
    expect(label).toBe('Địa chỉ cũ');
  });

  test('a picture in a body whose name has marks', async () => {
    const file = 'articles/2026/03/ảnh.jpg';
    expect(await rowsAfter([[STORY, '](anh.jpg)', '](ảnh.jpg)']], { [file]: 'x' })).toEqual([]);
  });

  test('a picture whose name lies decomposed on the disk, as macOS writes it', async () => {
    const file = 'articles/2026/03/ảnh.jpg'.normalize('NFD');
    expect(await rowsAfter([[BRIEF, 'src: anh.jpg', 'src: ảnh.jpg']], { [file]: 'x' })).toEqual([]);
  });

  test('private numbers in the other texts of the front matter', async () => {
    const number = 'Gọi 0900 555 666. ';
    expect(await rowsAfter([[PRACTICE, 'problem: ', `problem: ${number}`]])).toEqual([
      ['personal-phone', 'error', PRACTICE, 8, 'problem'],
    ]);
    expect(await rowsAfter([[TALK, 'place: ', `place: ${number}`]])).toEqual([
      ['personal-phone', 'error', TALK, 5, 'place'],
    ]);
  });

  test('a lead picture that is no picture', async () => {
    const added = { 'articles/2026/03/mau.pdf': 'x' };
    expect(await rowsAfter([[BRIEF, 'src: anh.jpg', 'src: mau.pdf']], added)).toEqual([
      [expect.any(String), 'error', BRIEF, 10, 'image.src'],
    ]);
  });

  test('the day a month was closed on', async () => {
    const closing = 'closings/2026-03.yaml';
    expect(await rowsAfter([], { [closing]: 'month: 2026-03\nclosedOn: 2026-02-30\n' })).toEqual([
      ['date-invalid', 'error', closing, 2, 'closedOn'],
    ]);
  });
});

describe('the pages of docs/errors', () => {
  const SEVERITY_LINES: Record<Severity, string> = {
    error: 'Mức độ: lỗi (chặn xuất bản)',
    warning: 'Mức độ: cảnh báo (không chặn)',
  };
  const SEVERITY_WORDS: Record<Severity, string> = { error: 'lỗi', warning: 'cảnh báo' };
  const page = (code: string) => readFile(path.join(PAGES, `${code}.md`), 'utf8');

  test.each(CODES)('%s: title, severity, example, remedy and reason', async (code) => {
    const text = await page(code);
    const lines = text.trimEnd().split('\n');
    const outsideExamples = text.replace(/^```[\s\S]*?^```$/gm, '').split('\n');
    expect(lines[0]).toMatch(new RegExp(`^# ${code}: \\p{Lu}`, 'u'));
    expect(lines.filter((line) => line.startsWith('Mức độ:'))).toEqual([
      SEVERITY_LINES[ISSUE_CODES[code].severity],
    ]);
    expect(outsideExamples.filter((line) => line.startsWith('#')).slice(1)).toEqual([
      '## Khi nào gặp',
      '## Cách sửa',
      '## Vì sao',
    ]);
    expect(lines).toContain('Sai:');
    expect(lines).toContain('Đúng:');
    expect(lines.filter((line) => line.startsWith('```')).length).toBeGreaterThanOrEqual(4);
    expect(lines).toContainEqual(expect.stringMatching(/^1\. /));
    expect(lines.length).toBeGreaterThanOrEqual(15);
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  test('the overview lists every code with its severity and the title of its page', async () => {
    const rows = (await page('README')).split('\n').filter((line) => line.startsWith('| ['));
    const wanted = await Promise.all(
      CODES.map(async (code) => {
        const title = (await page(code)).split('\n')[0]?.slice(`# ${code}: `.length);
        const severity = SEVERITY_WORDS[ISSUE_CODES[code].severity];
        return `| [${code}](${code}.md) | ${severity} | ${title} |`;
      }),
    );
    expect(rows).toEqual(wanted);
  });
});
