import { z } from 'zod';
import { about, count, line } from './field.ts';
import { formerSlugs, sample, summary } from './parts.ts';

/** An evergreen page of the IT officer (giới thiệu, liên hệ …): `pages/<slug>.mdx`. */
export const page = z.strictObject({
  title: about(line(160), 'Tên trang', 'Hiện ở đầu trang và trên trình đơn', 'Title.'),
  summary: summary(),
  order: about(
    count(0, 999).default(100),
    'Thứ tự',
    'Số nhỏ đứng trước trong trình đơn cuối trang',
    'Place in the footer menu.',
  ),
  formerSlugs: formerSlugs(),
  sample: sample(),
});

export type Page = z.infer<typeof page>;
