import * as parse5 from 'parse5';
import { describe, expect, test } from 'vitest';
import { inspectBody, renderBody } from '../../src/markdown/body.ts';

/** The little of parse5's tree that is looked at: what a browser would make of the HTML. */
interface Node {
  nodeName: string;
  namespaceURI?: string;
  attrs?: { name: string; value: string }[];
  value?: string;
  childNodes?: Node[];
  content?: Node;
}

const HTML = 'http://www.w3.org/1999/xhtml';
const HERE = 'https://phuong-mau.test/tin-bai/2026/03/lich/';
const OWN_ID = /^(m-[a-z0-9-]+|user-content-fn(ref)?-[\w-]+|footnote-label)$/;
const OWN_CLASS =
  /^(|align-\w+|language-[\w-]+|sr-only|footnotes|task-list-item|contains-task-list|table-scroll|block-(note|steps|title|file|video|procedure)|soft|tag tag-\w+)$/;

/** Every element a body may hold, with its attributes; written by hand, not taken from src. */
const ALLOWED: Record<string, readonly string[]> = {
  a: [
    ...['href', 'title', 'id', 'rel', 'target', 'aria-label', 'aria-describedby'],
    ...['data-footnote-ref', 'data-footnote-backref'],
  ],
  abbr: ['title'],
  code: ['class'],
  details: ['open'],
  div: ['class', 'role'],
  h2: ['id', 'class'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  img: ['src', 'alt', 'title', 'loading', 'decoding'],
  input: ['type', 'disabled', 'checked'],
  li: ['id', 'class'],
  ol: ['start', 'type'],
  p: ['class'],
  section: ['class', 'tabindex', 'aria-label', 'data-footnotes'],
  span: ['class'],
  td: ['class', 'colspan', 'rowspan'],
  th: ['class', 'colspan', 'rowspan', 'scope'],
  ul: ['class'],
  ...Object.fromEntries(
    [
      ...['#document-fragment', '#text', 'br', 'hr', 'blockquote', 'pre', 'strong', 'em', 'b'],
      ...['i', 'u', 'del', 'sub', 'sup', 'figure', 'figcaption', 'summary', 'table', 'caption'],
      ...['thead', 'tbody', 'tr'],
    ].map((name) => [name, []]),
  ),
};

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) {
    yield* nodesOf(child);
  }
}

/** What in a piece of HTML a body must not hold, as a browser would read it. */
function harmIn(html: string, scriptingEnabled: boolean): string[] {
  const tree = parse5.parseFragment(html, { scriptingEnabled });
  const harm = [...nodesOf(tree)].flatMap(({ nodeName, namespaceURI, attrs = [] }) => {
    const allowed = ALLOWED[nodeName];
    if (!allowed || (namespaceURI ?? HTML) !== HTML) return [`<${nodeName}>`];
    if (nodeName === 'input' && !isTaskBox(attrs)) return ['<input>'];
    return attrs.flatMap(({ name, value }) => {
      const at = `${nodeName} ${name}="${value}"`;
      if (!allowed.includes(name)) return [at];
      if (name === 'id' && !OWN_ID.test(value)) return [at];
      if (name === 'href' && !isSafeLink(value)) return [at];
      if (name === 'src' && !isOwnAddress(value)) return [at];
      if (name === 'target' && !isVideo(attrs)) return [at];
      if (name === 'class' && !OWN_CLASS.test(value)) return [at];
      return [];
    });
  });
  const again = parse5.serialize(tree);
  return again === html || harm.length > 0
    ? harm
    : [...harm, ...harmIn(again, scriptingEnabled).map((one) => `once more: ${one}`)];
}

/** The only input a text may have: a box of a task list that nobody can change. */
function isTaskBox(attrs: { name: string; value: string }[]): boolean {
  const kind = attrs.find(({ name }) => name === 'type')?.value;
  return kind === 'checkbox' && attrs.some(({ name }) => name === 'disabled');
}

/** The one link that may open a window: a video of the player without cookies. */
function isVideo(attrs: { name: string; value: string }[]): boolean {
  const value = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value ?? '';
  return (
    value('rel') === 'external noopener' &&
    /^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}$/.test(value('href'))
  );
}

function isSafeLink(href: string): boolean {
  const { protocol, origin } = new URL(href, HERE);
  if (protocol === 'mailto:' || protocol === 'tel:') return true;
  if (origin === new URL(HERE).origin) return true;
  return /^https?:\/\/[^/\\]/.test(href);
}

function isOwnAddress(src: string): boolean {
  return new URL(src, HERE).origin === new URL(HERE).origin;
}

const resolve = (path: string) => (path === 'anh.jpg' ? { src: '/tep/anh.jpg' } : undefined);
const render = (markdown: string) => renderBody(markdown, resolve).html;
const codesOf = (markdown: string) => [
  ...new Set(inspectBody(markdown, 1, false).findings.map(({ code }) => code)),
];

const BLOCK_CODE = ['block-attribute'];
const STRAY_CODE = ['html-forbidden', 'block-unknown'];
const HTML_CODE = ['html-forbidden'];
const LINK_CODE = ['link-forbidden'];

describe('attacks', () => {
  test('the measure itself sees harm', () => {
    expect(harmIn('<p onclick="x()">a</p>', true)).toEqual(['p onclick="x()"']);
    expect(harmIn('<svg><script>x()</script></svg>', true)).toEqual(['<svg>', '<script>']);
    expect(harmIn('<a href="java\nscript:x()">a</a>', true)).toHaveLength(1);
    expect(harmIn('<a href="//ke-xau.test/">a</a>', true)).toHaveLength(1);
    expect(harmIn('<a href="/\\ke-xau.test/">a</a>', true)).toHaveLength(1);
    expect(harmIn('<img src="//ke-xau.test/a.gif"><!-- x -->', true)).toHaveLength(2);
    expect(harmIn('<noscript><p title="</noscript><img src=x onerror=x()>">', true)).not.toEqual(
      [],
    );
    expect(harmIn('<p>7:30 a &lt; b <a href="https://x.vn">x</a></p>', true)).toEqual([]);
  });

  test.each<[name: string, markdown: string, codes: string[]]>([
    ['script', 'a <script>alert(1)</script> b', HTML_CODE],
    ['script as a block', '<script src="https://ke-xau.test/x.js"></script>', HTML_CODE],
    ['script with odd letters', '<ScRiPt\n>alert(1)</sCrIpT\n>', HTML_CODE],
    ['script never closed', 'a\n\n<script>alert(1)', HTML_CODE],
    ['onerror', '<img src="x" onerror="alert(1)" alt="a">', HTML_CODE],
    ['onerror with a slash', '<img/src="x"/onerror=alert(1) alt=a>', []],
    ['onerror in a heading', '## Đề mục <img src=x onerror=alert(1) alt=a>', HTML_CODE],
    ['svg onload', '<svg onload="alert(1)"><circle r="9"/></svg>', HTML_CODE],
    ['svg script', '<svg><script>alert(1)</script></svg>', HTML_CODE],
    ['svg link', '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>', HTML_CODE],
    ['js link', '[a](javascript:alert(1))', LINK_CODE],
    ['js link, reference', '[a][b]\n\n[b]: javascript:alert(1)', LINK_CODE],
    ['js link, autolink', '<javascript:alert(1)>', LINK_CODE],
    ['js link, raw', '<a href="javascript:alert(1)">a</a>', LINK_CODE],
    ['js link, entities', '[a](java&#115;cript&colon;alert(1))', LINK_CODE],
    ['js link, tab in it', '<a href="java&Tab;script:alert(1)">a</a>', LINK_CODE],
    ['js link, line end in it', '<a href="java\nscript:alert(1)">a</a>', LINK_CODE],
    ['js link, control before', '<a href="&#1;javascript:alert(1)">a</a>', LINK_CODE],
    ['js link, capitals', '[a](JaVaScRiPt:alert(1))', LINK_CODE],
    ['js link on a picture', '[![a](anh.jpg)](javascript:alert(1))', LINK_CODE],
    ['data link', '[a](data:text/html;base64,PHNjcmlwdD4=)', LINK_CODE],
    ['vbscript link', '[a](vbscript:msgbox(1))', LINK_CODE],
    ['file link', '[a](file:///etc/passwd)', LINK_CODE],
    ['ftp link', '[a](ftp://ke-xau.test/x)', LINK_CODE],
    ['blob link', '[a](blob:https://phuong-mau.test/x)', LINK_CODE],
    ['link without scheme to another host', '[a](//ke-xau.test/)', LINK_CODE],
    ['link with a backslash to another host', '<a href="/\\ke-xau.test/">a</a>', LINK_CODE],
    ['link turned round', '[a](https://x.vn/\u202Egpj.exe)', LINK_CODE],
    ['iframe srcdoc', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', HTML_CODE],
    ['iframe elsewhere', '<iframe src="https://ke-xau.test/"></iframe>', HTML_CODE],
    ['object', '<object data="data:text/html,<script>alert(1)</script>">a</object>', HTML_CODE],
    ['embed', '<embed src="https://ke-xau.test/x.swf">', HTML_CODE],
    [
      'form',
      '<form action="https://ke-xau.test/"><input name="mat-khau" type="password">' +
        '<button>Đăng nhập</button></form>',
      HTML_CODE,
    ],
    [
      'button with a form of its own',
      '<button formaction="javascript:alert(1)">a</button>',
      HTML_CODE,
    ],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=https://ke-xau.test/">', HTML_CODE],
    ['base', '<base href="https://ke-xau.test/">\n\n[a](lich.md)', HTML_CODE],
    ['style element', '<style>body { display: none }</style>', HTML_CODE],
    ['style attribute', '<p style="position:fixed;inset:0">a</p>', HTML_CODE],
    [
      'style on a cell',
      '<table><tr><td style="background:url(//ke-xau.test)">a</td></tr></table>',
      HTML_CODE,
    ],
    ['stylesheet', '<link rel="stylesheet" href="https://ke-xau.test/x.css">', HTML_CODE],
    [
      'details ontoggle',
      '<details open ontoggle="alert(1)"><summary>a</summary>b</details>',
      HTML_CODE,
    ],
    [
      'mXSS through math',
      '<math><mtext><table><mglyph><style><!--</style>' +
        '<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      HTML_CODE,
    ],
    [
      'mXSS through annotation',
      '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style>' +
        '</annotation-xml></math>',
      HTML_CODE,
    ],
    [
      'mXSS through svg',
      '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
      HTML_CODE,
    ],
    [
      'mXSS through noscript',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      HTML_CODE,
    ],
    ['mXSS through template', '<template><img src=x onerror=alert(1)></template>', HTML_CODE],
    [
      'mXSS through textarea',
      '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
      HTML_CODE,
    ],
    [
      'mXSS through a select',
      '<select><template><style><!--</style><a rel="--></style></template></select>' +
        '<img id=x src onerror=alert(1)>">',
      HTML_CODE,
    ],
    [
      'clobbering ids',
      '<a id="body">a</a><img name="cookie" alt="a" src="anh.jpg"><h2 id="main">b</h2>',
      [],
    ],
    ['a field to type in', '<input type="password" name="mat-khau" autofocus>', []],
    [
      'clobbering a form',
      '<form id="getElementById"><input id="attributes" name="children"></form>',
      HTML_CODE,
    ],
    ['remote picture', '![a](https://ke-xau.test/dem.gif)', ['image-remote']],
    ['remote picture, no scheme', '![a](//ke-xau.test/dem.gif)', ['image-remote']],
    ['picture of data', '![a](data:image/svg+xml;base64,PHN2Zz4=)', ['image-remote']],
    [
      'remote picture among sources',
      '<picture><source srcset="https://ke-xau.test/a.png"><img src="anh.jpg" alt="a"></picture>',
      HTML_CODE,
    ],
    [
      'remote picture in srcset',
      '<img src="anh.jpg" alt="a" srcset="https://ke-xau.test/a.png 2x">',
      [],
    ],
    ['picture out of the folder', '![a](../../../../etc/passwd)', []],
    ['video', '<video src="https://ke-xau.test/a.mp4" autoplay></video>', HTML_CODE],
    ['comment', 'a <!-- b --> c', HTML_CODE],
    ['comment that ends early', '<!--><img src=x onerror=alert(1)>-->', HTML_CODE],
    [
      'instruction and doctype',
      '<?php echo 1 ?>\n\n<!DOCTYPE html>\n\n<![CDATA[<img src=x onerror=alert(1)>]]>',
      HTML_CODE,
    ],
    [
      'popover',
      '<div popover id="p" autofocus onfocus="alert(1)" tabindex="0">a</div>' +
        '<button popovertarget="p">b</button>',
      HTML_CODE,
    ],
    [
      'opening a window',
      '<a href="https://x.vn" target="_blank" ping="https://ke-xau.test">a</a>',
      [],
    ],
    ['search index', '<p data-pagefind-body data-pagefind-meta="title:x">a</p>', []],
    [
      'framework marks',
      '<astro-island client="load" component-url="https://ke-xau.test/x.js">a</astro-island>',
      HTML_CODE,
    ],
    ['picture of the framework', '<img __ASTRO_IMAGE_="{}" src="anh.jpg" alt="a">', []],
    ['title that breaks out', '[a](https://x.vn "b\\" onclick=\\"alert(1)")', []],
    ['alternative that breaks out', '![a" onerror="alert(1)](anh.jpg)', []],
    ['language that breaks out', '```js" onmouseover="alert(1)\na\n```', []],
    ['footnote that breaks out', 'a[^x"><img src=y>]\n\n[^x"><img src=y>]: b', []],
    ['js file in a block', '::tep{src="javascript:alert(1)" ten="a"}', BLOCK_CODE],
    ['remote file in a block', '::tep{src="https://ke-xau.test/a.pdf" ten="a"}', BLOCK_CODE],
    ['HTML as a file of a block', '::tep{src="a.html" ten="a"}', BLOCK_CODE],
    ['file of a block out of the folder', '::tep{src="../../../../etc/a.pdf" ten="a"}', []],
    ['handler on a block', '::tep{src="a.pdf" ten="a" onclick="alert(1)"}', BLOCK_CODE],
    ['style on a block', '::tep{src="a.pdf" ten="a" style="position:fixed"}', BLOCK_CODE],
    ['id and class of a block', '::tep{#main .banner src="a.pdf" ten="a"}', BLOCK_CODE],
    ['name of a file that breaks out', '::tep{src="a.pdf" ten="</a><img src=x onerror=x()>"}', []],
    ['title that breaks out of a block', ':::chu-y{tieu-de="<script>x()</script>"}\na\n:::', []],
    ['js video', '::video{src="javascript:alert(1)" tieu-de="a"}', BLOCK_CODE],
    [
      'video elsewhere',
      '::video{src="https://ke-xau.test/embed/aqz-KE-bpKQ" tieu-de="a"}',
      BLOCK_CODE,
    ],
    [
      'video that pretends',
      '::video{src="https://youtube.com@ke-xau.test/watch?v=aqz-KE-bpKQ" tieu-de="a"}',
      BLOCK_CODE,
    ],
    [
      'video with a tail',
      '::video{src="https://youtu.be/aqz-KE-bpKQ/../../x" tieu-de="a"}',
      BLOCK_CODE,
    ],
    [
      'video that breaks out',
      `::video{src='https://youtu.be/aqz-KE-bpKQ?"onclick="x()' tieu-de="a"}`,
      BLOCK_CODE,
    ],
    ['remote picture in a block', '::anh{src="https://ke-xau.test/a.png" alt="a"}', BLOCK_CODE],
    ['picture of data in a block', '::anh{src="data:image/png;base64,AA==" alt="a"}', BLOCK_CODE],
    ['SVG in a block', '::anh{src="a.svg" alt="a"}', BLOCK_CODE],
    [
      'caption that breaks out',
      '::anh{src="anh.jpg" alt="a" chu-thich="<iframe src=x>" nguon="<svg onload=x()>"}',
      [],
    ],
    ['alternative that breaks out of a block', `::anh{src="anh.jpg" alt='" onerror="x()'}`, []],
    ['procedure that is a link', '::thu-tuc{ma="javascript:alert(1)"}', BLOCK_CODE],
    ['script in a block', ':::chu-y\n<script>alert(1)</script>\n:::', HTML_CODE],
    ['handler in a block', ':::chu-y\n<img src=x onerror=alert(1) alt=a>\n:::', HTML_CODE],
    ['the element of a block, typed', '<block-0 data-block="0">a</block-0>', HTML_CODE],
    [
      'the element of a block, typed beside one',
      ':::chu-y\na\n:::\n\n<block-0 data-block="0" onclick="x()">b</block-0>',
      HTML_CODE,
    ],
    ['closing the element of a block', ':::chu-y\n</block-0><iframe src=x>\n:::', HTML_CODE],
    ['block that begins in a comment', '<!--\n\n:::chu-y\nb\n:::\n\n-->', STRAY_CODE],
    ['block that begins in a script', '<script>\n\n:::chu-y\nx()\n:::\n\n</script>', STRAY_CODE],
    ['block in an open table', '<table><tr>\n\n:::chu-y\na\n:::', []],
    ['block in an open link', '<a href="https://x.vn">\n\n::tep{src="a.pdf" ten="b"}', []],
  ])('%s', (_name, markdown, codes) => {
    const html = render(markdown);
    expect(harmIn(html, true)).toEqual([]);
    expect(harmIn(html, false)).toEqual([]);
    expect(codesOf(markdown)).toEqual(expect.arrayContaining(codes));
  });

  test('the words of a forbidden link stay', () => {
    expect(render('Mở [trang này](javascript:alert(1)) ra.')).toBe('<p>Mở trang này ra.</p>');
  });

  test('the words of a forbidden element stay, its script does not', () => {
    expect(render('<center>Giờ tiếp dân</center>\n')).toContain('Giờ tiếp dân');
    expect(render('a <script>alert(1)</script> b')).not.toContain('alert');
    expect(render('a <style>b { c: d }</style> e')).not.toContain('c: d');
  });

  test.each([
    ['elements', '<div>'.repeat(50_000)],
    ['quotations', `${'> '.repeat(50_000)}a`],
    ['lists', `${'- '.repeat(50_000)}a`],
    ['emphasis', `${'*a '.repeat(5000)}${'*'.repeat(5000)}`],
    ['blocks', `${':::chu-y\n'.repeat(3000)}a\n${':::\n'.repeat(3000)}`],
  ])('endless nesting of %s is shown as typed, or as what it is', (_name, markdown) => {
    const html = render(markdown);
    expect(harmIn(html.slice(0, 2000), true)).toEqual([]);
    expect(html).not.toBe('');
    const honest = codesOf(
      `${'> '.repeat(8)}${'- '.repeat(8)}a\n\n${'- '.repeat(90)}\n\n<ul><li>a</ul>`,
    );
    expect(honest).not.toContain('nesting-too-deep');
  });

  test('braces of a framework are plain text', () => {
    expect(render('{process.env.TOKEN} <%= a %> {{ b }}')).toBe(
      '<p>{process.env.TOKEN} &#x3C;%= a %> {{ b }}</p>',
    );
  });
});

describe('what editors write stays', () => {
  const intact = (markdown: string) => {
    const html = render(markdown);
    expect(harmIn(html, true)).toEqual([]);
    expect(codesOf(markdown)).toEqual([]);
    return html;
  };

  test('a table keeps its alignment, and scrolls in a region of its own', () => {
    expect(intact('| Việc | Số | Ngày |\n| :-- | --: | :-: |\n| Đối thoại | 2 | 06/3 |')).toBe(
      [
        '<section class="table-scroll" tabindex="0" aria-label="Bảng 1"><table>',
        '<thead>',
        '<tr>',
        '<th class="align-left">Việc</th>',
        '<th class="align-right">Số</th>',
        '<th class="align-center">Ngày</th>',
        '</tr>',
        '</thead>',
        '<tbody>',
        '<tr>',
        '<td class="align-left">Đối thoại</td>',
        '<td class="align-right">2</td>',
        '<td class="align-center">06/3</td>',
        '</tr>',
        '</tbody>',
        '</table></section>',
      ].join('\n'),
    );
  });

  test('two tables are two regions', () => {
    const table = '| a |\n| - |\n| b |';
    expect(intact(`${table}\n\n${table}`).match(/aria-label="Bảng [12]"/g)).toHaveLength(2);
  });

  test('a table in HTML with spans and a caption', () => {
    const html = intact(
      '<table><caption>Bảng 1</caption><tr><th scope="col" colspan="2">a</th></tr><tr>' +
        '<td rowspan="2">b</td></tr></table>',
    );
    expect(html).toContain('<caption>Bảng 1</caption>');
    expect(html).toContain('<th scope="col" colspan="2">a</th>');
    expect(html).toContain('<td rowspan="2">b</td>');
  });

  test('footnotes lead there and back', () => {
    const html = intact('Theo quy định[^1].\n\n[^1]: Quyết định số 5/QĐ-UBND.');
    expect(html).toContain('href="#user-content-fn-1" id="user-content-fnref-1"');
    expect(html).toContain('<li id="user-content-fn-1">');
    expect(html).toMatch(
      /href="#user-content-fnref-1"[^>]* aria-label="Quay lại nội dung, chú thích 1"/,
    );
    expect(html).toContain('<h2 class="sr-only" id="footnote-label">Chú thích</h2>');
    expect(html).toContain('Quyết định số 5/QĐ-UBND.');
  });

  test('task lists keep their boxes, which nobody can tick', () => {
    const html = intact('- [x] Đã xong\n- [ ] Chưa xong');
    expect(html.match(/<input type="checkbox"[^>]* disabled>/g)).toHaveLength(2);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toContain('<ul class="contains-task-list">');
  });

  test('nested lists and numbering', () => {
    expect(intact('3. ba\n   - a\n     - b\n4. bốn').replace(/\n/g, '')).toBe(
      '<ol start="3"><li>ba<ul><li>a<ul><li>b</li></ul></li></ul></li><li>bốn</li></ol>',
    );
  });

  test('underline, sub, sup and abbr', () => {
    const html = intact(
      '<u>lưu ý</u> H<sub>2</sub>O m<sup>2</sup> <abbr title="thủ tục">TT</abbr>',
    );
    expect(html).toBe(
      '<p><u>lưu ý</u> H<sub>2</sub>O m<sup>2</sup> <abbr title="thủ tục">TT</abbr></p>',
    );
  });

  test('details with Markdown inside', () => {
    const html = intact(
      '<details open>\n<summary>Xem thêm</summary>\n\n- một\n- **hai**\n\n</details>',
    );
    expect(html.replace(/\n/g, '')).toBe(
      '<details open><summary>Xem thêm</summary><ul><li>một</li><li><strong>hai</strong></li>' +
        '</ul></details>',
    );
  });

  test('quotes, rules, strikes, code and line ends', () => {
    expect(intact('> trích\n\n---\n\n~~bỏ~~ *nghiêng* `a<b`  \ndòng')).toBe(
      '<blockquote>\n<p>trích</p>\n</blockquote>\n<hr>\n<p>' +
        '<del>bỏ</del> <em>nghiêng</em> <code>a&#x3C;b</code><br>\ndòng</p>',
    );
  });

  test('links: outside ones say so, own ones stay as typed', () => {
    expect(intact('[a](https://x.vn/?b=1&c=2)')).toBe(
      '<p><a href="https://x.vn/?b=1&#x26;c=2" rel="external noopener noreferrer">a</a></p>',
    );
    expect(intact('[a](/thu-tuc/) [b](#m-chuan-bi) [c](mailto:a@b.vn) [d](tel:19001234)')).toBe(
      '<p><a href="/thu-tuc/">a</a> <a href="#m-chuan-bi">b</a> ' +
        '<a href="mailto:a@b.vn">c</a> <a href="tel:19001234">d</a></p>',
    );
  });

  test('a picture beside the text is published where `resolve` says', () => {
    expect(intact('![Quầy số 2](anh.jpg "Tháng 3")')).toBe(
      '<p><img src="/tep/anh.jpg" alt="Quầy số 2" title="Tháng 3" ' +
        'loading="lazy" decoding="async"></p>',
    );
  });

  test('attributes that `resolve` adds', () => {
    const { html } = renderBody('![a](anh.jpg)', () => ({
      src: '/tep/anh.webp',
      attributes: { width: 640, height: 480 },
    }));
    expect(html).toContain('width="640" height="480"');
  });

  test('headings get ids that no other part of the page has, and level 1 is lowered', () => {
    const { html, headings } = renderBody('# Chuẩn bị\n\n## Đường *đi*\n\n### Chuẩn bị\n\n## !\n');
    expect(headings).toEqual([
      { depth: 2, id: 'm-chuan-bi', text: 'Chuẩn bị' },
      { depth: 2, id: 'm-duong-di', text: 'Đường đi' },
      { depth: 3, id: 'm-chuan-bi-2', text: 'Chuẩn bị' },
      { depth: 2, id: 'm-muc', text: '!' },
    ]);
    expect(html).not.toContain('<h1');
    expect(html).toContain('<h2 id="m-chuan-bi">Chuẩn bị</h2>');
  });

  test.each([
    ['7:30 đến 11:30', '<p>7:30 đến 11:30</p>'],
    ['Thông báo:Về việc nghỉ lễ', '<p>Thông báo:Về việc nghỉ lễ</p>'],
    ['::: không phải khối :a[b]{c=d}', '<p>::: không phải khối :a[b]{c=d}</p>'],
    [':abbr[x]{a=b} **Ghi chú**:đây', '<p>:abbr[x]{a=b} <strong>Ghi chú</strong>:đây</p>'],
    ['Tỷ lệ 3:2:1, lúc 7:30:45', '<p>Tỷ lệ 3:2:1, lúc 7:30:45</p>'],
    [
      'Viết ::tep{src="a.pdf" ten="b"} giữa dòng',
      '<p>Viết ::tep{src="a.pdf" ten="b"} giữa dòng</p>',
    ],
    [
      'Mở https://a.vn:8080/x',
      '<p>Mở <a href="https://a.vn:8080/x" rel="external noopener noreferrer">https://a.vn:8080/x</a></p>',
    ],
    ['a < b và c > d', '<p>a &#x3C; b và c > d</p>'],
    ['5 <6 & 7', '<p>5 &#x3C;6 &#x26; 7</p>'],
    ['Vui 😀 👨‍👩‍👧 ⭐', '<p>Vui 😀 👨‍👩‍👧 ⭐</p>'],
    ['Phí $5 đến $10', '<p>Phí $5 đến $10</p>'],
    ['+++ --- "trích" ...', '<p>+++ --- "trích" ...</p>'],
    ['1\\. không phải danh sách', '<p>1. không phải danh sách</p>'],
    ['snake_case_va_2026_03', '<p>snake_case_va_2026_03</p>'],
    ['', ''],
  ])('%j', (markdown, html) => {
    expect(intact(markdown)).toBe(html);
  });

  test('decomposed input keeps every letter', () => {
    const text = 'Thông báo: Đổi mới ở Uông Bí, hòa – hoà';
    expect(intact(text.normalize('NFD')).normalize('NFC')).toBe(`<p>${text}</p>`);
    expect(renderBody(`## ${text}`.normalize('NFD')).headings[0]?.id).toBe(
      'm-thong-bao-doi-moi-o-uong-bi-hoa-hoa',
    );
  });
});

describe('what the checks are told of a body', () => {
  const inspect = (markdown: string) => inspectBody(markdown, 10, false);

  test('codes, values and lines', () => {
    const markdown = [
      '# Đề mục một',
      'Chữ <center>giữa</center>.',
      '',
      '![](anh.jpg) và ![b](https://x.vn/b.png)',
      '[c](javascript:void0)',
    ].join('\n');
    expect(inspect(markdown).findings).toEqual([
      { code: 'heading-level', value: 'Đề mục một', line: 10 },
      { code: 'html-forbidden', value: '<center>', line: 11 },
      { code: 'alt-missing', value: 'anh.jpg', line: 13 },
      { code: 'image-remote', value: 'https://x.vn/b.png', line: 13 },
      { code: 'link-forbidden', value: 'javascript:void0', line: 14 },
    ]);
  });

  test('files beside the text, but not pages, anchors or other sites', () => {
    const markdown =
      '![a](anh.jpg) [b](mau.docx) [c](/thu-tuc/) [d](#m-a) [e](https://x.vn/a.pdf) ' +
      '[f](../x/y.pdf)';
    expect(inspect(markdown).media).toEqual(['anh.jpg', 'mau.docx', '../x/y.pdf']);
  });

  test('a picture named with marks or a space is named as it was typed', () => {
    expect(inspect('![a](ảnh.jpg)').media).toEqual(['ảnh.jpg']);
    expect(inspect('![a](<anh 1.jpg>)').media).toEqual(['anh 1.jpg']);
    const asked: string[] = [];
    renderBody('![a](ảnh.jpg)', (path) => void asked.push(path));
    expect(asked).toEqual(['ảnh.jpg']);
  });

  test('each of two like findings has its own line', () => {
    const { findings } = inspect('<center>a</center>\n\n<center>b</center>\n\n# A\n\n# A\n');
    expect(findings.map(({ line }) => line)).toEqual([10, 12, 14, 16]);
  });

  test('a heading with marks in it has a line', () => {
    expect(inspect('chữ\n\n# Đề **mục** `a`\n').findings).toEqual([
      { code: 'heading-level', value: 'Đề mục a', line: 12 },
    ]);
  });

  test('a heading of the sixth level is not called HTML', () => {
    expect(inspect('###### Đề mục\n').findings.map(({ code }) => code)).not.toContain(
      'html-forbidden',
    );
  });

  test('two texts that differ in marks and spacing alone have one key', () => {
    const key = inspect('Giờ *tiếp dân*:\n\n- thứ Năm.').textKey;
    expect(inspect('GIỜ tiếp   dân – [thứ Năm](https://x.vn)!').textKey).toBe(key);
    expect(inspect('Giờ tiếp dân: thứ Sáu').textKey).not.toBe(key);
    expect(inspect(' \n').textKey).toBe('');
  });
});

describe('pages of the IT officer', () => {
  const findings = (mdx: string) => inspectBody(mdx, 10, true).findings;

  test('prose and the components of the project pass', () => {
    expect(findings('## Liên hệ\n\n- **một**\n\n<LienHe />\n\n<DuongDayNong ten="x" />\n')).toEqual(
      [],
    );
    expect(findings('7:30 | \\{ và \\<')).toEqual([]);
  });

  test.each([
    ["import fs from 'node:fs'", "import fs from 'node:fs'"],
    ['export const a = 1', 'export const a = 1'],
    ['Có {process.env.TOKEN} đây', '{process.env.TOKEN}'],
    ['{1 + 1}', '{1 + 1}'],
    ['<KhongCo />', '<KhongCo>'],
    ['<script>alert(1)</script>', '<script>'],
    ['<LienHe {...process.env} />', '<LienHe>'],
    ['<LienHe ten={process.env.TOKEN} />', '<LienHe>'],
    ['<LienHe><img src="x" onerror="alert(1)" /></LienHe>', '<img>'],
  ])('%s', (mdx, value) => {
    expect(findings(`Chữ.\n\n${mdx}\n`)).toEqual([{ code: 'mdx-code', value, line: 12 }]);
  });

  test('what cannot be read is refused, on its line', () => {
    expect(findings('Chữ.\n\n<LienHe\n')).toEqual([
      { code: 'mdx-code', value: expect.any(String), line: expect.any(Number) },
    ]);
  });

  test.each([
    ['a link that runs', '[a](javascript:alert(1))', 'link-forbidden'],
    ['a picture of another site', '![a](https://ke-xau.test/a.gif)', 'image-remote'],
    ['a picture without words', '![](anh.jpg)', 'alt-missing'],
    ['a heading of level 1', '# Liên hệ', 'heading-level'],
  ])('%s is named there too', (_name, mdx, code) => {
    expect(findings(mdx).map((found) => found.code)).toEqual([code]);
  });

  test('its pictures and files are looked for', () => {
    expect(inspectBody('![a](anh.jpg) [b](mau.pdf)', 1, true).media).toEqual([
      'anh.jpg',
      'mau.pdf',
    ]);
  });
});
