import type { z } from 'zod';
import type { Edition } from '../view/edition.ts';
import { activityData, activityFile } from './activities.ts';
import {
  articleIndexData,
  articleIndexFile,
  articleYearData,
  articleYearFile,
  articleYears,
} from './articles.ts';
import { departmentData, departmentFile } from './departments.ts';
import { planData, planFile } from './plans.ts';
import { practiceData, practiceFile } from './practices.ts';
import { procedureData, procedureFile } from './procedures.ts';
import { quotaFile } from './quotas.ts';
import { indexData, indexFile, lateFilesData, lateFilesFile } from './records.ts';

/** One kind of published data file, with what people are told of it. */
export interface DataKind {
  /** Name of its schema, and of the file where there is but one: `thu-tuc`. */
  name: string;
  title: string;
  /** What is in it, in a sentence. */
  meaning: string;
  schema: z.ZodType;
  /** Its files by name; the quotas have a page of their own that writes theirs. */
  files?: (edition: Edition) => ReadonlyMap<string, unknown>;
}

const one = (name: string, data: (edition: Edition) => unknown) => (edition: Edition) =>
  new Map([[name, data(edition)]]);

/** Every kind of data file, in the order in which the page explains them. */
export const DATA_KINDS: readonly DataKind[] = [
  {
    name: 'tin-bai',
    title: 'Tin, bài: các năm và 30 bài mới nhất',
    meaning: 'Danh sách tệp tin, bài theo năm, kèm những tin, bài mới nhất.',
    schema: articleIndexFile,
    files: one('tin-bai', articleIndexData),
  },
  {
    name: 'tin-bai-nam',
    title: 'Tin, bài của một năm',
    meaning: 'Mọi tin, bài đăng trong năm, nơi đã gửi, đăng, phát, đính chính, và những bài đã gỡ.',
    schema: articleYearFile,
    files: (edition) =>
      new Map(
        articleYears(edition).map((year) => [`tin-bai/${year}`, articleYearData(edition, year)]),
      ),
  },
  {
    name: 'thu-tuc',
    title: 'Thay đổi thủ tục hành chính',
    meaning:
      'Thông báo đăng lại từ quyết định công bố: thủ tục nào mới, sửa đổi, thay thế, bãi bỏ, từ ngày nào. Không có phí và thời hạn giải quyết: xem Cổng Dịch vụ công quốc gia.',
    schema: procedureFile,
    files: one('thu-tuc', procedureData),
  },
  {
    name: 'mo-hinh-hay',
    title: 'Mô hình hay, sáng kiến',
    meaning: 'Cách làm mới, vấn đề nó giải quyết và kết quả bằng số trước, sau.',
    schema: practiceFile,
    files: one('mo-hinh-hay', practiceData),
  },
  {
    name: 'hoat-dong',
    title: 'Hoạt động',
    meaning: 'Tọa đàm, đối thoại, tập huấn và hoạt động khác, kể cả hoạt động sắp diễn ra.',
    schema: activityFile,
    files: one('hoat-dong', activityData),
  },
  {
    name: 'ke-hoach',
    title: 'Kế hoạch và nhiệm vụ',
    meaning: 'Kế hoạch đã ban hành, từng nhiệm vụ, đơn vị chủ trì, thời hạn, chế độ báo cáo.',
    schema: planFile,
    files: one('ke-hoach', planData),
  },
  {
    name: 'chi-tieu',
    title: 'Chỉ tiêu và kết quả',
    meaning: 'Chỉ tiêu của kế hoạch và số đếm của từng đơn vị, từng kỳ, kèm tin, bài làm nên số.',
    schema: quotaFile,
  },
  {
    name: 'don-vi',
    title: 'Đơn vị',
    meaning: 'Phòng, ban, trung tâm, cách liên hệ và các nhóm đơn vị mà kế hoạch nhắc chung.',
    schema: departmentFile,
    files: one('don-vi', departmentData),
  },
  {
    name: 'chi-so',
    title: 'Chỉ số',
    meaning: 'Chỉ số cải cách hành chính do cơ quan khác đánh giá và công bố, kèm nguồn.',
    schema: indexFile,
    files: one('chi-so', indexData),
  },
  {
    name: 'ho-so-tre-han',
    title: 'Hồ sơ trễ hạn',
    meaning: 'Số hồ sơ trễ hạn theo tháng và số văn bản xin lỗi; không có tên người.',
    schema: lateFilesFile,
    files: one('ho-so-tre-han', lateFilesData),
  },
];

/** Every data file of an edition but that of the quotas, by name. */
export function dataFilesOf(edition: Edition): Map<string, unknown> {
  return new Map(DATA_KINDS.flatMap(({ files }) => [...(files?.(edition) ?? [])]));
}
