import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar/day.ts';
import type { Plan } from '../../src/core/schema/plan.ts';
import { membershipsOf } from '../../src/core/store/membership.ts';
import {
  bare,
  foldedName,
  planTextFile,
  readSeed,
  SEED_NAMES,
  type Seed,
  type SeedName,
  unitsByName,
} from '../support/seeds.ts';

const SEEDS = Object.fromEntries(
  await Promise.all(SEED_NAMES.map(async (name) => [name, await readSeed(name)] as const)),
) as Record<SeedName, Seed>;

/** What the head, the foot and the annex of each plan say of it; blank where they do. */
const IDENTITY: Record<SeedName, Partial<Plan>> = {
  'uong-bi': { number: '58/KH-UBND', date: '2026-02-23', issuedMonth: undefined, year: 2026 },
  'thach-khoi': { number: undefined, date: undefined, issuedMonth: '2026-01', year: 2026 },
  'an-tuong': { number: undefined, date: undefined, issuedMonth: '2026-01', year: 2026 },
  'gieng-day': { number: '30/KH-UBND', date: '2025-02-18', issuedMonth: undefined, year: 2025 },
  'thuong-phuc': { number: '108/KH-UBND', date: '2026-03-06', issuedMonth: undefined, year: 2026 },
};

/** Tokens that stand in the head of each plan, so that nothing is blank by oversight. */
const BLANK_IN_TEXT: Partial<Record<SeedName, string[]>> = {
  'thach-khoi': ['Số: /KH-UBND', 'Thạch Khôi, ngày tháng 01 năm 2026'],
  'an-tuong': ['Số: /KH-UBND', 'An Tường, ngày tháng 01 năm 2026'],
};

/** One row of an annex: its number, who leads and when, as printed. `ngoài:` is outside the ward. */
type Row = readonly [no: string, lead: string, due: string];

const UB_ALL = 'Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường';
const AT_CENTRE = 'Trung tâm Dịch vụ công phường';
const AT_DESK = 'Trung tâm Phục vụ hành chính công phường';
const AT_CULTURE = 'Phòng Văn hóa - Xã hội phường';
const AT_ECONOMY = 'Phòng Kinh tế, Hạ tầng và Đô thị phường';
const AT_OFFICE = 'Văn phòng HĐND và UBND phường';
const TP_ALL = 'Các phòng chuyên môn';
const TP_CULTURE = 'Phòng Văn hoá – xã hội';

const ANNEX: Record<SeedName, readonly Row[]> = {
  'uong-bi': [
    ['1', UB_ALL, 'Chậm nhất ngày 28/02/2026'],
    ['2', UB_ALL, 'Trong năm 2026'],
    ['3', UB_ALL, 'Định kỳ hằng tháng'],
    ['4', UB_ALL, 'Định kỳ quý I, 6 tháng, 9 tháng, năm'],
    ['5', 'Phòng Văn hóa - Xã hội', 'Trong năm 2026'],
    ['6', 'Phòng Văn hóa - Xã hội', 'Trong năm 2026'],
    ['7', 'Văn phòng HĐND&UBND phường', 'Trong năm 2026'],
    ['8', 'ngoài: Sở Khoa học và Công nghệ', 'Trong năm 2026'],
    ['9', 'ngoài: Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công tỉnh)', 'Trong năm 2026'],
  ],
  'thach-khoi': [],
  'an-tuong': [
    ['A.1', AT_CULTURE, 'Tháng 01/2026'],
    ['B.I.1', AT_CENTRE, 'Thường xuyên'],
    ['B.I.2', AT_CENTRE, 'Khi có kết quả các chỉ số và trong năm 2026'],
    ['B.I.3', AT_CENTRE, 'Năm 2026'],
    ['B.I.4', `${AT_OFFICE}; ${AT_CENTRE}`, 'Năm 2026'],
    ['B.I.5', `${AT_DESK}; ${AT_CENTRE}`, 'Năm 2026'],
    ['B.I.6', `${AT_CULTURE}; ${AT_CENTRE}`, 'Năm 2026'],
    ['B.I.7', AT_ECONOMY, 'Năm 2026'],
    ['B.I.8', AT_ECONOMY, 'Năm 2026'],
    ['B.I.9', AT_DESK, 'Năm 2026'],
    ['B.II.1', AT_CULTURE, 'Năm 2026'],
    ['B.II.2', AT_OFFICE, 'Năm 2026'],
    ['B.II.3', AT_DESK, 'Năm 2026'],
    ['B.II.4', 'Các cơ quan, đơn vị có liên quan', 'Năm 2026'],
    ['B.II.5', AT_CULTURE, 'Năm 2026'],
  ],
  'gieng-day': [
    ['1', 'Văn hoá- thông tin', 'Thường xuyên'],
    ['2', 'Văn hoá- thông tin', 'Thường xuyên'],
    ['3', 'Văn hoá- thông tin', 'Thường xuyên'],
    ['4', 'Văn phòng- thống kê', ''],
    ['5', 'Văn phòng- thống kê', 'Quý IV/2025'],
    ['6', 'CBCC', 'Năm 2025'],
    ['7', 'CBCC', 'Năm 2025'],
  ],
  'thuong-phuc': [
    ['1', TP_CULTURE, 'Trong 10 ngày kể từ ngày UBND Thành phố ban hành Kế hoạch'],
    ['2', TP_ALL, 'Trong 10 ngày kể từ ngày UBND xã ban hành Kế hoạch'],
    ['3', TP_ALL, 'Định kỳ hằng tháng'],
    ['4', 'Trung tâm DVTH xã', 'Định kỳ hằng tháng'],
    ['5', TP_CULTURE, 'Định kỳ hằng tháng'],
    ['6', TP_CULTURE, 'Theo chế độ báo cáo CCHC định kỳ'],
    ['7', TP_CULTURE, 'Quý III'],
    ['8', 'Văn phòng HĐND và UBND xã', 'Quý III'],
    ['9', TP_CULTURE, 'Quý IV'],
  ],
};

/** Days that follow from the words of a deadline: task, first and last day, or the day. */
const DUE_DAYS: Record<SeedName, Record<string, string>> = {
  'uong-bi': { '1': '2026-02-28', '2': '2026..2026', '9': '2026..2026' },
  'thach-khoi': {},
  'an-tuong': { 'A.1': '2026-01-31', 'B.I.3': '2026..2026', 'B.II.2': '2026..2026' },
  'gieng-day': { '5': '2025-Q4..2025-Q4', '6': '2025..2025', '7': '2025..2025' },
  'thuong-phuc': {
    '1': '2026-03-09',
    '2': '2026-03-16',
    '7': '2026-Q3..2026-Q3',
    '8': '2026-Q3..2026-Q3',
    '9': '2026-Q4..2026-Q4',
  },
};

/** Every way each plan writes each body, from the digest; the bodies outside the ward left out. */
const UNIT_NAMES: Record<SeedName, Record<string, readonly string[]>> = {
  'uong-bi': {
    'group:phong-don-vi': [
      UB_ALL,
      'Thủ trưởng các phòng chuyên môn, đơn vị sự nghiệp thuộc Ủy ban nhân dân phường',
    ],
    vhxh: [
      'Phòng Văn hoá - Xã hội phường',
      'Phòng Văn hóa - Xã hội',
      'Phòng Văn hoá - Xã hội',
      'Phòng VH-XH',
    ],
    vp: ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', 'Văn phòng HĐND&UBND phường'],
    kt: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
    ttcudv: [
      'Trung tâm Cung ứng dịch vụ phường',
      'Trung tâm cung ứng dịch vụ phường',
      'Trung tâm cung ứng dịch vụ',
    ],
    ttpvhcc: [
      'Trung tâm phục vụ hành chính công phường',
      'Trung tâm Phục vụ hành chính công phường',
      'Trung tâm Phục vụ hành chính công',
    ],
    mttq: ['Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội phường'],
    khudancu: ['Các khu dân cư trên địa bàn phường'],
  },
  'thach-khoi': {
    vhxh: ['Phòng Văn hóa - Xã hội', 'phòng Văn hóa - Xã hội', 'VHXXH'],
    ttpvhcc: ['Trung tâm phục vụ hành chính công'],
    vp: ['Văn phòng HĐND và UBND'],
    kt: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
    ttdvsnc: ['Trung tâm Dịch vụ sự nghiệp công'],
    ttvhtttt: [
      'Trung tâm Văn hóa, Thể thao và Truyền thông phường',
      'Trung tâm Văn hóa, Thể thao và Truyền thông',
    ],
    mttq: ['Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội'],
  },
  'an-tuong': {
    'group:co-quan-don-vi': [
      'Các cơ quan, đơn vị thuộc Ủy ban nhân dân phường',
      'Các cơ quan, đơn vị có liên quan',
    ],
    vhxh: [AT_CULTURE, 'Phòng Văn hóa - Xã hội'],
    ttpvhcc: [AT_DESK],
    kt: [AT_ECONOMY],
    vp: [AT_OFFICE],
    ttdvc: [AT_CENTRE],
    mttq: ['Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam phường'],
  },
  'gieng-day': {
    vptk: ['Bộ phận Văn phòng- thống kê', 'Văn phòng- thống kê'],
    tpht: ['Bộ phận Tư pháp-hộ tịch'],
    vhtt: ['Bộ phận Văn hóa và Thông tin', 'Bộ phận Văn hoá- thông tin', 'Văn hoá- thông tin'],
    tckt: ['Bộ phận Tài chính- kế toán'],
    'group:bo-phan': ['Các bộ phận chuyên môn'],
    mttq: ['Ủy ban Mặt trận tổ quốc và các tổ chức chính trị - xã hội phường'],
    'group:cbcc': ['CBCC'],
  },
  'thuong-phuc': {
    'group:phong-chuyen-mon': [
      'Các phòng chuyên môn thuộc UBND xã',
      TP_ALL,
      'Các phòng, ban chuyên môn',
      'Các phòng, Ban chuyên môn xã',
    ],
    vhxh: [
      'Phòng Văn hoá – Xã hội',
      'phòng Văn hoá – Xã hội',
      'Phòng Văn hoá - xã hội',
      TP_CULTURE,
      'VHXX',
    ],
    vp: ['Văn phòng HĐND và UBND xã', 'Văn phòng HĐND-UBND xã'],
    kt: ['Phòng Kinh tế'],
    bqlda: ['Ban quản lý dự án đầu tư và hạ tầng'],
    ttdvth: [
      'Trung tâm dịch vụ tổng hợp xã',
      'Trung tâm dịch vụ tổng hợp',
      'Trung tâm dịch vụ TH xã',
      'Trung tâm DVTH xã',
    ],
    mttq: ['Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'Ủy ban MTTQ Việt Nam xã'],
    bxdd: ['Ban xây dựng Đảng đảng uỷ xã', 'Ban Xây dựng Đảng'],
  },
};

/** Bodies the plans only ask («đề nghị»); everybody else is under the People's Committee. */
const REQUESTED: Record<SeedName, readonly string[]> = {
  'uong-bi': ['mttq'],
  'thach-khoi': ['mttq'],
  'an-tuong': ['mttq'],
  'gieng-day': ['mttq'],
  'thuong-phuc': ['mttq', 'bxdd'],
};

/** The reports of the digest's table: who, through whom, form, and each period with its day. */
const REPORTS: Record<SeedName, string> = {
  'uong-bi': 'group:phong-don-vi, vhxh, integrated: 2026-Q1 2026-H1 2026-9M 2026',
  'thach-khoi':
    'group:co-quan-don-vi, vhxh, either: 2026-Q1<2026-03-05 2026-H1<2026-06-05 2026-Q3<2026-09-05 2026<2026-12-05',
  'an-tuong': 'group:co-quan-don-vi, vhxh, integrated: 2026-Q1 2026-H1 2026-Q3 2026',
  'gieng-day': 'group:bo-phan, vptk, integrated: 2025-Q1 2025-Q2 2025-Q3 2025',
  'thuong-phuc': 'vhxh, -, integrated:',
};

/** What the digest finds contradictory or unsaid: words that must stand together in one entry. */
const CONFLICTS: Record<SeedName, Record<string, readonly string[]>> = {
  'uong-bi': {
    'number and date only in the annex': ['Ban hành kèm theo Kế hoạch số 58/KH-UBND'],
    'each department or all together': ['02 tin/bài', 'từng đơn vị', 'chung'],
    'items written or items aired': ['02 tin/bài', 'phát', 'minh chứng'],
    'first month of the quota': ['Định kỳ hằng tháng', 'từ tháng nào'],
    '«quý» and «quý I»': ['(quý, 6 tháng, 9 tháng, năm)', 'Định kỳ quý I, 6 tháng, 9 tháng, năm'],
    'no day for the reports': ['không ghi ngày'],
    'members of the group': ['nhóm', 'Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường'],
    'deadline on a Saturday': ['28/02/2026', 'thứ Bảy'],
    'web items without a number': ['Trang thông tin điện tử', 'không có số'],
    '«Cổng» and «Trang»': ['Cổng thông tin điện tử', 'Trang thông tin điện tử'],
    '«khu phố» and «khu dân cư»': ['khu phố', 'khu dân cư'],
    '«Phục vụ hành chính công» of ward and province': [
      'Trung tâm phục vụ hành chính công phường',
      'Trung tâm Phục vụ hành chính công tỉnh',
    ],
    misprint: ['hoàn hành'],
  },
  'thach-khoi': {
    'another ward’s name': ['Thạch Khôi', 'Thạch Khê'],
    'last year’s year': ['năm 2025', 'năm 2026'],
    'number and date blank': ['Số: /KH-UBND', 'ngày tháng 01 năm 2026'],
    'missing annex': ['Danh mục nhiệm vụ cụ thể', 'Phụ lục'],
    'one centre under two names': [
      'Trung tâm Văn hóa, Thể thao và Truyền thông',
      'Trung tâm Dịch vụ sự nghiệp công',
    ],
    '«trước ngày 05»': ['trước ngày 05 tháng cuối của quý, năm'],
    'no nine-month report': ['06 tháng', '9 tháng'],
    'no number anywhere': ['không có chỉ tiêu số lượng'],
    'two names of the portal': ['Cổng Thông tin điện tử phường', 'Trang thông tin điện tử'],
    'members of the groups': ['Các cơ quan, đơn vị có liên quan', 'Không liệt kê'],
    'signature without «TM.»': ['KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'],
    'misprints «thường năm 2026», «đại phương», «lòng ghép», «VHXXH»': [
      'thường năm 202',
      'đại phương',
      'Lòng ghép',
      'VHXXH',
    ],
  },
  'an-tuong': {
    'number and date blank': ['Số: /KH-UBND', 'ngày tháng 01 năm 2026'],
    '«hằng tuần, hằng tháng» without a number': ['Định kỳ hằng tuần, hằng tháng', 'số lượng'],
    'two centres with like names': [
      'Trung tâm Phục vụ hành chính công phường',
      'Trung tâm Dịch vụ công phường',
    ],
    'who holds the dialogue': ['tối thiểu 01 cuộc', 'UBND các cấp'],
    'who uploads procedures': ['cập nhật', 'không nói đơn vị nào'],
    'no day, no nine months': ['(quý, 6 tháng, năm)', 'không có ngày gửi', '9 tháng'],
    'report of the centre without a period': ['Định kỳ báo cáo', 'Trung tâm Dịch vụ công'],
    'rates that posts cannot measure': ['100%', 'CBCCVC'],
    'apologies and personal data': ['xin lỗi', 'chậm muộn'],
    'six fields under five headings': ['sáu lĩnh vực', 'năm đề mục'],
    'cells broken between pages': ['ngắt trang'],
    'members of the groups': ['Các cơ quan, đơn vị có liên quan', 'Không liệt kê'],
    '«Công Thông tin»': ['Công Thông tin điện tử phường'],
    'misprint «CBCCVV»': ['CBCCVV'],
  },
  'gieng-day': {
    'number and date only in the annex': ['30', '18/02/2025', 'phụ lục'],
    '«2021-2023» and «2021-2030»': ['2021-2023', '2021-2030'],
    'publishing names of officials': ['công khai tên', 'số liệu tổng hợp'],
    'four reports, no 6 and 9 months': ['hàng quý (I, II, III) và năm', '6 tháng', '9 tháng'],
    'members of the group': ['Các bộ phận chuyên môn', 'bốn bộ phận'],
    'CBCC is no department': ['CBCC'],
    'row 4 without a deadline': ['Par index', 'trống'],
    'fourth quarter and the years after': ['Quý IV/2025', 'các năm tiếp theo'],
    'names of the indices': ['PAPI', 'DGI', 'Par index'],
    'names of the page': ['cổng thông tin', 'trang cổng thông tin điện tử thành phần của phường'],
    '«Văn hóa và Thông tin» and «Văn hoá- thông tin»': [
      'Bộ phận Văn hóa và Thông tin',
      'Bộ phận Văn hoá- thông tin',
    ],
    'who supplies and who publishes': ['cung cấp', 'đăng'],
    'no number anywhere': ['không có con số'],
  },
  'thuong-phuc': {
    '«27/02/2025» in a plan for 2026': ['27/02/2025', '27/02/2026'],
    'kinds of day': ['Trong 10 ngày kể từ ngày UBND xã ban hành Kế hoạch', 'ngày làm việc'],
    'who owes two items on the page': ['02 tin/bài', 'Văn phòng HĐND-UBND xã', 'từng phòng'],
    'handed in or published': ['gửi đăng tải', 'ngày gửi'],
    '«02» without «ít nhất»': ['02 tin/bài CCHC trong tháng', 'tối thiểu'],
    'who leads on the loudspeakers': [
      'Phối hợp với Trung tâm dịch vụ tổng hợp',
      'chủ trì: Trung tâm DVTH xã',
    ],
    'where «chưa từng đăng tải» looks': ['chưa từng đăng tải', 'Thành phố', 'kênh nào khác'],
    'each of two departments or both': ['Phòng Kinh tế, Ban quản lý dự án đầu tư và hạ tầng'],
    'economic topics outside the fields': ['kinh tế tập thể, hộ kinh doanh'],
    'prime time': ['khung giờ có nhiều người theo dõi'],
    'social networks without period or department': ['Zalo, Facebook, Youtube, Tiktok'],
    'number of classes': ['Các lớp', 'Quý III'],
    'dialogue with whom': ['đối thoại', 'Quý III'],
    'contests with like names': ['lần thứ III', 'Quý IV'],
    'report dates from outside': ['Theo chế độ báo cáo CCHC định kỳ'],
    '«UBND Thành phố» for «UBND xã»': ['báo cáo UBND Thành phố', 'UBND xã'],
    'members of the groups': ['không liệt kê', 'Các phòng, Ban chuyên môn xã'],
    'names of departments': ['Văn phòng HĐND-UBND xã', 'Trung tâm DVTH xã', 'Ban Xây dựng Đảng'],
    'names of the page': ['Trang thông tin điện tử của xã', 'Trang thông tin điện tử của cơ quan'],
    'first period': ['06 tháng 03 năm 2026', 'trọn vẹn'],
    'misprints «trọng tâm giai đoạn», «VHXX»': ['2026-2030 trọng tâm giai đoạn', 'VHXX'],
  },
};

describe.each(SEED_NAMES)('%s', (name) => {
  const seed = SEEDS[name];
  const { plan, store } = seed;

  test('has no issue, even for real use', () => {
    expect(seed.issues).toEqual([]);
  });

  test('every quotation stands in the plan', async () => {
    const text = bare(await readFile(planTextFile(name), 'utf8'));
    const quotations = [
      ...plan.quotas.map(({ id, quote }) => [`quota ${id}`, quote]),
      ...plan.reportSchedule.map(({ id, quote }) => [`report ${id}`, quote]),
      ...plan.conflicts.flatMap(({ id, quotes }) =>
        quotes.map((quote) => [`conflict ${id}`, quote.text]),
      ),
      ...plan.tasks.map((task) => [`task ${task.no}`, task.quote ?? task.text]),
      ...plan.tasks.flatMap(({ no, due }) => (due?.text ? [[`due ${no}`, due.text]] : [])),
    ];
    expect(quotations.length).toBeGreaterThan(40);
    expect(quotations.filter(([, quote]) => !text.includes(bare(quote ?? '')))).toEqual([]);
  });

  test('each conflict quotes the plan and says what this site does about it', () => {
    const silent = plan.conflicts.filter(({ quotes, chosen }) => !quotes.length || !chosen);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('number and date are those of the plan, blank where it leaves them blank', async () => {
    const { number, date, issuedMonth, year } = plan;
    expect({ number, date, issuedMonth, year }).toEqual(IDENTITY[name]);
    const text = bare(await readFile(planTextFile(name), 'utf8'));
    for (const blank of BLANK_IN_TEXT[name] ?? []) expect(text).toContain(bare(blank));
  });

  test('the annex is complete, with its leads and deadlines', () => {
    const names = unitsByName(seed);
    const wanted = ANNEX[name].map(([no, lead, due]) => ({
      no,
      lead: lead.startsWith('ngoài: ')
        ? [lead]
        : lead.split('; ').flatMap((one) => names.get(foldedName(one)) ?? [`? ${one}`]),
      due,
    }));
    const found = plan.tasks
      .filter(({ where }) => where.startsWith('Phụ lục'))
      .map(({ no, lead, leadOutside, due }) => ({
        no,
        lead: leadOutside ? [...lead, `ngoài: ${leadOutside}`] : lead,
        due: due?.text ?? '',
      }));
    expect(found).toEqual(wanted);
  });

  test('deadlines that can be computed are', () => {
    const tasks = new Map(plan.tasks.map((task) => [task.no, task.due]));
    const days = Object.keys(DUE_DAYS[name]).map((no) => {
      const due = tasks.get(no);
      return [no, due?.date ?? `${due?.from}..${due?.to}`];
    });
    expect(Object.fromEntries(days)).toEqual(DUE_DAYS[name]);
    for (const due of tasks.values()) {
      if (due?.date && !due.text?.includes('trước ngày')) expect(due.inclusive).toBe(true);
    }
  });

  test('every name the plan calls a body by is known, and means one body', () => {
    const names = unitsByName(seed);
    for (const [id, written] of Object.entries(UNIT_NAMES[name])) {
      for (const one of written) expect(names.get(foldedName(one)), one).toEqual([id]);
    }
    expect([...names].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test('bodies that are only asked lead requests and are never judged', () => {
    const requested = store.departments.filter(({ relation }) => relation === 'requested');
    expect(requested.map(({ id }) => id)).toEqual(REQUESTED[name]);
    const isRequested = (id: string) => REQUESTED[name].includes(id);
    const led = plan.tasks.filter(({ lead }) =>
      membershipsOf(store, lead).some(({ department }) => isRequested(department)),
    );
    expect(led.length).toBeGreaterThan(0);
    expect(led.filter((task) => !task.requested || !task.lead.every(isRequested))).toEqual([]);
    expect(plan.tasks.filter((task) => task.requested && !led.includes(task))).toEqual([]);
    const judged = plan.quotas.flatMap(({ subject }) =>
      membershipsOf(store, [...subject.departments, ...(subject.lead ? [subject.lead] : [])]),
    );
    expect(judged.filter(({ department }) => isRequested(department))).toEqual([]);
  });

  test('reports are due when the plan says', () => {
    const [regular] = plan.reportSchedule;
    const days = regular?.deadlines.map(
      ({ period, date, inclusive }) => `${period}${date ? `${inclusive ? '<=' : '<'}${date}` : ''}`,
    );
    const line = `${regular?.from.join(' ')}, ${regular?.via ?? '-'}, ${regular?.form}: ${days?.join(' ')}`;
    expect(line.trim()).toBe(REPORTS[name]);
  });

  test.each(Object.entries(CONFLICTS[name]))('records a conflict: %s', (_, words) => {
    const recorded = plan.conflicts.map((one) =>
      bare([one.about, one.chosen, ...one.quotes.flatMap((q) => [q.text, q.where])].join('\n')),
    );
    const together = recorded.filter((text) =>
      words.every((word) => text.toLowerCase().includes(bare(word).toLowerCase())),
    );
    expect(together.length, words.join(' + ')).toBeGreaterThan(0);
  });

  test('starts with one article about the plan that is no sample', () => {
    expect(store.articles).toHaveLength(1);
    const [article] = store.articles;
    expect(article?.data.sample).toBe(false);
    expect(article?.data.date).toBe(plan.date ?? `${plan.issuedMonth}-31`);
    const source = seed.content.entries.find(({ file }) => file === article?.file)?.body?.source;
    const words = source?.trim().split(/\s+/).length ?? 0;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(400);
  });
});

test('ten days run from the day after the document', () => {
  const tasks = new Map(SEEDS['thuong-phuc'].plan.tasks.map(({ no, due }) => [no, due]));
  expect(tasks.get('1')).toMatchObject({ kind: 'relative', days: 10, inclusive: true });
  expect(tasks.get('1')?.date).toBe(addDays('2026-02-27', 10));
  expect(tasks.get('2')).toMatchObject({ kind: 'relative', days: 10, inclusive: true });
  expect(tasks.get('2')?.date).toBe(addDays('2026-03-06', 10));
});

test('«trước ngày 05» leaves out the fifth itself', () => {
  const [regular] = SEEDS['thach-khoi'].plan.reportSchedule;
  expect(regular?.deadlines.map(({ date, inclusive }) => [date, inclusive])).toEqual([
    ['2026-03-05', false],
    ['2026-06-05', false],
    ['2026-09-05', false],
    ['2026-12-05', false],
  ]);
});

test('only the plans with numbers have required rules', () => {
  const required = SEED_NAMES.map((name) => [
    name,
    SEEDS[name].plan.quotas.filter(({ level }) => level === 'required').map(({ id }) => id),
  ]);
  expect(Object.fromEntries(required)).toEqual({
    'uong-bi': ['ub-2'],
    'thach-khoi': [],
    'an-tuong': ['at-3', 'at-4'],
    'gieng-day': [],
    'thuong-phuc': ['tp-2a', 'tp-2b', 'tp-3', 'tp-4', 'tp-5', 'tp-6', 'tp-8', 'tp-9', 'tp-10'],
  });
});
