import type { z } from 'zod';
import { activity } from './activity.ts';
import { article } from './article.ts';
import { departments } from './departments.ts';
import { page } from './page.ts';
import { plan } from './plan.ts';
import { practice } from './practice.ts';
import { procedureChange } from './procedure-change.ts';
import { question } from './question.ts';
import { closing, indices, lateFiles, linkCheck } from './records.ts';
import { ward } from './ward.ts';

/** How one kind of content lies on disk and what it must look like. */
export interface Collection<S extends z.ZodType = z.ZodType> {
  /** Name in Vietnamese, for editors. */
  label: string;
  schema: S;
  /** A folder of entries below the content folder, or the path of one file. */
  folder?: string;
  file?: string;
  /** Ending of the entries. `.md` and `.mdx` have a body. */
  extension: '.md' | '.mdx' | '.yaml';
  /** Whether a ward cannot do without the file. */
  required?: boolean;
}

/** Every kind of content, in the order in which a ward meets them. */
export const COLLECTIONS = {
  ward: {
    label: 'Phường, xã',
    schema: ward,
    file: 'ward.yaml',
    extension: '.yaml',
    required: true,
  },
  departments: {
    label: 'Đơn vị',
    schema: departments,
    file: 'departments.yaml',
    extension: '.yaml',
    required: true,
  },
  articles: { label: 'Tin, bài', schema: article, folder: 'articles', extension: '.md' },
  practices: { label: 'Mô hình hay', schema: practice, folder: 'practices', extension: '.md' },
  procedureChanges: {
    label: 'Thay đổi thủ tục hành chính',
    schema: procedureChange,
    folder: 'procedure-changes',
    extension: '.md',
  },
  activities: { label: 'Hoạt động', schema: activity, folder: 'activities', extension: '.md' },
  questions: { label: 'Hỏi đáp', schema: question, folder: 'questions', extension: '.md' },
  plans: { label: 'Kế hoạch', schema: plan, folder: 'plans', extension: '.yaml' },
  pages: { label: 'Trang', schema: page, folder: 'pages', extension: '.mdx' },
  closings: { label: 'Khóa sổ', schema: closing, folder: 'closings', extension: '.yaml' },
  indices: { label: 'Chỉ số', schema: indices, file: 'indices.yaml', extension: '.yaml' },
  lateFiles: {
    label: 'Hồ sơ trễ hạn',
    schema: lateFiles,
    file: 'late-files.yaml',
    extension: '.yaml',
  },
  linkCheck: {
    label: 'Kiểm tra liên kết',
    schema: linkCheck,
    file: 'link-check.yaml',
    extension: '.yaml',
  },
} as const satisfies Record<string, Collection>;

export type CollectionName = keyof typeof COLLECTIONS;

/** The value of an entry of one collection, after its schema. */
export type EntryData<N extends CollectionName> = z.infer<(typeof COLLECTIONS)[N]['schema']>;
