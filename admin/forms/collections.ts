import {
  COLLECTIONS,
  type Collection,
  type CollectionName,
} from '../../src/core/schema/collections.ts';
import { BLOCKS } from '../../src/core/text/blocks.ts';
import type { ContentRights } from '../room/review.ts';
import type { Choices } from './choices.ts';
import type { DecapField } from './decap-field.ts';
import { formFields } from './field.ts';
import { type ListViews, listViews } from './lists.ts';

/** The kinds of content that people write in the editors' room; programs write the others. */
export const EDITED = [
  'articles',
  'procedureChanges',
  'activities',
  'practices',
  'questions',
  'plans',
  'pages',
  'ward',
  'departments',
  'indices',
  'lateFiles',
] as const satisfies readonly CollectionName[];

export type EditedCollection = (typeof EDITED)[number];

/** Whether a name is that of a collection with a form. */
export function isEdited(name: string): name is EditedCollection {
  return (EDITED as readonly string[]).includes(name);
}

/** A collection in the words of Decap's configuration. */
export interface DecapCollection extends Partial<ListViews> {
  name: string;
  label: string;
  label_singular: string;
  description: string;
  format: string;
  extension?: string;
  folder?: string;
  create?: boolean;
  delete: boolean;
  /** What who has the room open may do with the entries; see `library-rights.ts`. */
  publish: boolean;
  review: boolean;
  /** Kept out of the lists: nothing can be written here. */
  hide: boolean;
  slug?: string;
  media_folder?: string;
  public_folder?: string;
  fields?: DecapField[];
  files?: { name: string; label: string; file: string; fields: DecapField[] }[];
  editor?: { preview: boolean; notes?: boolean };
  preview_path?: string;
}

/** One entry of each kind, as the button that makes a new one names it. */
const SINGULAR: Record<EditedCollection, string> = {
  articles: 'tin, bài',
  procedureChanges: 'thay đổi thủ tục',
  activities: 'hoạt động',
  practices: 'mô hình',
  questions: 'câu hỏi',
  plans: 'kế hoạch',
  pages: 'trang',
  ward: 'thông tin phường, xã',
  departments: 'đơn vị',
  indices: 'chỉ số',
  lateFiles: 'hồ sơ trễ hạn',
};

const DESCRIPTIONS: Partial<Record<EditedCollection, string>> = {
  articles: 'Ngày đăng sau hôm nay là hẹn đăng. Bài đã đăng thì gỡ kèm lý do, không xóa.',
  procedureChanges: 'Mỗi mục là một quyết định công bố; phường, xã chỉ đăng lại.',
  questions:
    'Câu trả lời là phần nội dung. Không ghi tên, địa chỉ hay số điện thoại của người hỏi.',
  plans: 'Chỉ tiêu trên trang được đếm theo các dòng ghi ở đây.',
};

/** Where the page of an entry stands, below the section; see `core/address.ts`. */
const PAGES: Partial<Record<EditedCollection, string>> = {
  articles: `tin-bai/{{fields.date | date('YYYY')}}/{{fields.date | date('MM')}}/{{filename}}/`,
  procedureChanges: 'thu-tuc/{{filename}}/',
  activities: 'hoat-dong/{{filename}}/',
  practices: 'mo-hinh-hay/{{filename}}/',
  questions: 'hoi-dap/{{filename}}/',
  plans: 'ke-hoach/{{filename}}/',
  pages: '{{filename}}/',
};

/** The longest part of a title that becomes part of an address. */
const SLUG = '{{slug | truncate(70)}}';
/** The folder of an article follows the date as typed; Decap's own `{{year}}` is UTC's. */
const BY_MONTH = `{{fields.date | date('YYYY')}}/{{fields.date | date('MM')}}/${SLUG}`;

/** Where content lies and what may be done with it. */
export interface CollectionSetting {
  /** The folder of the content in its repository; `''` for the top. */
  root?: string;
  /** What the person may do; a forge has its own rights, and tells us none. */
  rights?: Readonly<Record<string, ContentRights>>;
}

const EVERYTHING: ContentRights = { write: true, review: true, publish: true };

/** All collections of the editors' room, each offering what the person may do. */
export function decapCollections(
  choices: Choices,
  { root = '', rights = {} }: CollectionSetting = {},
): DecapCollection[] {
  return EDITED.map((name) => {
    const { write, review, publish } = rights[name] ?? EVERYTHING;
    const collection = decapCollection(name, choices, root);
    return { ...collection, publish, review, hide: !write };
  });
}

type Described = Omit<DecapCollection, 'publish' | 'review' | 'hide'>;

function decapCollection(name: EditedCollection, choices: Choices, root: string): Described {
  const collection: Collection = COLLECTIONS[name];
  const common = {
    name,
    label: collection.label,
    label_singular: SINGULAR[name],
    description: DESCRIPTIONS[name] ?? '',
    format: formatName(name),
    delete: false,
  };
  const fields = formFields(collection.schema, choices);
  if (collection.file) {
    const file = { name, label: collection.label, file: inRoot(root, collection.file), fields };
    const editor = { preview: false };
    return { ...common, media_folder: 'tep', public_folder: 'tep', files: [file], editor };
  }
  return {
    ...common,
    folder: inRoot(root, collection.folder ?? ''),
    extension: collection.extension.slice(1),
    create: true,
    // What reviewers and writers tell each other about a draft.
    editor: { preview: true, notes: true },
    preview_path: PAGES[name] ?? '',
    slug: name === 'articles' ? BY_MONTH : SLUG,
    // A folder beside the entry, named like it; `savedReferences` names it for a new one.
    media_folder: '{{filename}}',
    public_folder: '{{filename}}',
    fields: withBody(fields, collection),
    ...listViews(name, choices),
  };
}

/** The name under which the reader and writer of a collection's files are registered. */
export function formatName(name: EditedCollection): string {
  return `cchc-${name}`;
}

function inRoot(root: string, path: string): string {
  return root ? `${root}/${path}` : path;
}

/** The text stands right below its summary: what is seldom filled in must not push it down. */
function withBody(fields: DecapField[], collection: Collection): DecapField[] {
  if (collection.extension === '.yaml') return fields;
  const at = fields.findIndex(({ name }) => name === 'summary') + 1;
  return fields.toSpliced(at, 0, bodyField(collection.extension === '.mdx'));
}

function bodyField(mdx: boolean): DecapField {
  return {
    name: 'body',
    label: 'Nội dung',
    widget: 'markdown',
    required: false,
    hint: mdx
      ? 'Viết bằng Markdown; có thể dùng <LienHe />, <DuongDayNong />, <DanhSachDonVi />'
      : 'Tiêu đề bắt đầu từ cấp 2; ảnh và khối chèn bằng nút dấu cộng',
    // Named, for Decap adds a block for program code of its own accord.
    editor_components: mdx ? [] : ['image', ...Object.keys(BLOCKS)],
    modes: mdx ? ['raw'] : ['rich_text', 'raw'],
    buttons: [
      ...['bold', 'italic', 'link', 'heading-two', 'heading-three', 'heading-four'],
      ...['quote', 'bulleted-list', 'numbered-list'],
    ],
  };
}
