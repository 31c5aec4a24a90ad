import { blockText } from '../../core/text/block-mark.ts';
import { columnDrawing } from '../../core/trend/chart.ts';
import type { Card } from '../../core/view/card.ts';
import Chart from '../chart/Chart.astro';
import Ledger from '../list/Ledger.astro';
import Pager from '../list/Pager.astro';
import SideLinks from '../list/SideLinks.astro';
import ProgressBadge from '../plan-work/ProgressBadge.astro';
import KindTags from '../procedure/KindTags.astro';
import Citations from '../text/Citations.astro';
import Empty from '../text/Empty.astro';
import Facts from '../text/Facts.astro';
import Paragraphs from '../text/Paragraphs.astro';
import Share from '../text/Share.astro';
import { type Exhibit, exhibit } from './exhibit.ts';
import TextSample from './TextSample.astro';

/** A title as long as titles get, with capitals that carry two marks. */
const LONG =
  'HƯỚNG DẪN NGƯỜI DÂN NỘP HỒ SƠ TRỰC TUYẾN, THEO DÕI TIẾN ĐỘ GIẢI QUYẾT VÀ NHẬN KẾT QUẢ QUA DỊCH VỤ ' +
  'BƯU CHÍNH CÔNG ÍCH TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG';

const card = (title: string, more: Partial<Card> = {}): Card => ({
  id: '2026/03/vi-du',
  kind: 'articles',
  label: 'Bài',
  title,
  address: '/can-bo/thanh-phan/',
  date: '2026-03-06',
  dateText: '06/3/2026',
  departments: [],
  fields: [],
  ...more,
});
const link = (label: string) => ({ label, address: '/can-bo/thanh-phan/' });
const MONTHS = ['1', '2', '3', '4', '5', '6'];

/** The components that pages are made of, each with the ends of what it must hold. */
export const EXHIBITS: readonly Exhibit[] = [
  exhibit(
    Ledger,
    {
      name: 'Danh sách để đọc',
      purpose: 'Cho mọi danh sách nội dung, mới nhất trước; không dùng thẻ.',
    },
    [
      { name: 'một dòng', props: { cards: [card('Lịch tiếp công dân')], level: 4 } },
      {
        name: 'tên dài, có tóm tắt',
        props: {
          cards: [
            card(LONG, { summary: 'Một câu nói rõ bài giúp người đọc làm được việc gì.' }),
            card('Tọa đàm gỡ vướng thủ tục', {
              label: 'Tọa đàm, hội thảo',
              dateText: '01/6 – 30/6/2026',
            }),
          ],
          level: 4,
        },
      },
    ],
  ),
  exhibit(
    Facts,
    {
      name: 'Thông tin bên lề',
      purpose: 'Điều đã biết về một nội dung; điều chưa biết thì không in.',
    },
    [
      {
        name: 'chữ, liên kết, ngày',
        props: {
          facts: [
            { term: 'Ngày đăng', values: [{ text: '06/3/2026', day: '2026-03-06' }] },
            {
              term: 'Đơn vị',
              values: [{ text: 'Phòng Văn hóa - Xã hội', address: '/can-bo/thanh-phan/' }],
            },
            {
              term: 'Nguồn',
              values: [{ text: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn/' }],
            },
          ],
        },
      },
    ],
  ),
  exhibit(KindTags, { name: 'Nhãn loại thay đổi', purpose: 'Luôn là chữ; màu chỉ đi kèm.' }, [
    {
      name: 'bốn loại',
      props: {
        tags: [
          { kind: 'new', text: 'Mới ban hành' },
          { kind: 'amended', text: 'Sửa đổi, bổ sung' },
          { kind: 'replaced', text: 'Thay thế' },
          { kind: 'repealed', text: 'Bãi bỏ' },
        ],
      },
    },
  ]),
  exhibit(
    ProgressBadge,
    { name: 'Trạng thái nhiệm vụ', purpose: 'Hình và chữ cùng nói một điều.' },
    [
      {
        name: 'đã thực hiện',
        props: { badge: { state: 'done', name: 'đã thực hiện', reason: 'có minh chứng' } },
      },
      {
        name: 'chưa có thông tin',
        props: { badge: { state: 'unknown', name: 'chưa có thông tin', reason: '' } },
      },
    ],
  ),
  exhibit(Pager, { name: 'Chuyển trang', purpose: 'Cho danh sách dài; nói rõ đang ở trang mấy.' }, [
    {
      name: 'ở giữa',
      props: {
        page: {
          number: 2,
          count: 3,
          total: 60,
          address: '/can-bo/thanh-phan/',
          cards: [],
          newer: link('Trang trước'),
          older: link('Trang sau'),
        },
      },
    },
  ]),
  exhibit(SideLinks, { name: 'Liên kết bên lề', purpose: 'Lối đi khác của cùng một danh sách.' }, [
    { name: 'ba lối', props: { links: ['Tháng 5', 'Tháng 4', 'Tháng 3'].map(link) } },
  ]),
  exhibit(
    Citations,
    { name: 'Nguồn', purpose: 'Văn bản làm căn cứ, viết theo một cách trên mọi trang.' },
    [
      {
        name: 'có và không có số',
        props: {
          title: 'Nguồn tham khảo',
          level: 3,
          citations: [
            {
              title: 'Kế hoạch tuyên truyền',
              number: '58/KH-UBND',
              date: '2026-02-23',
              issuer: 'UBND phường',
            },
            { title: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn/' },
          ],
        },
      },
    ],
  ),
  exhibit(
    Chart,
    { name: 'Biểu đồ', purpose: 'Chỉ khi hình nói được nhiều hơn số; bảng số luôn đi kèm.' },
    [
      {
        name: 'sáu tháng, một tháng chưa có số',
        props: {
          chart: {
            id: 'vi-du',
            title: 'Số bài theo tháng (ví dụ)',
            description: 'Từ 1 đến 6 bài mỗi tháng; tháng 6 chưa có số.',
            drawing: columnDrawing(
              MONTHS.map((label, at) => ({ label, values: at === 5 ? undefined : [at + 1] })),
            ),
            series: [],
            table: {
              head: ['Tháng', 'Bài'],
              rows: MONTHS.map((name, at) => ({ name, cells: [at === 5 ? '' : String(at + 1)] })),
            },
            note: 'Số liệu bịa ra để xem hình.',
          },
        },
      },
    ],
  ),
  exhibit(
    Paragraphs,
    { name: 'Đoạn văn', purpose: 'Chữ thường từ một mục của biểu mẫu; dòng trống ngăn đoạn.' },
    [{ name: 'hai đoạn', props: { text: `Đoạn thứ nhất.\n\n${LONG}` } }],
  ),
  exhibit(Share, { name: 'Chia sẻ', purpose: 'Cuối bài; không tải mã của mạng xã hội.' }, [
    { name: 'như ở cuối bài', props: { address: '/can-bo/thanh-phan/' } },
  ]),
  exhibit(
    Empty,
    { name: 'Chưa có gì', purpose: 'Thay cho một danh sách trống: nói điều đó, và khi nào sẽ có.' },
    [{ name: 'một câu', props: {}, text: 'Tháng này chưa có nội dung nào.' }],
  ),
  exhibit(
    TextSample,
    {
      name: 'Khối trong bài',
      purpose: 'Người soạn chèn bằng nút; chỉ dùng khi chữ thường không đủ rõ.',
    },
    [
      {
        name: 'chú ý và các bước',
        props: {
          markdown: [
            blockText('chu-y', {}, 'Trụ sở nghỉ ngày lễ.'),
            blockText(
              'cac-buoc',
              { 'tieu-de': 'Cách nộp hồ sơ' },
              `1. Mở trang.\n2. ${LONG}\n3. Nộp.`,
            ),
          ].join('\n\n'),
        },
      },
      {
        name: 'tệp, video, thủ tục liên quan',
        props: {
          markdown: [
            blockText('tep', { src: 'to-khai.pdf', ten: 'Tờ khai đăng ký' }),
            blockText('video', {
              src: 'https://youtu.be/aqz-KE-bpKQ',
              'tieu-de': 'Hướng dẫn nộp hồ sơ',
            }),
            blockText('thu-tuc', { ma: '9.999901' }),
          ].join('\n\n'),
        },
      },
      {
        name: 'bảng có tên, ảnh có chú thích',
        props: {
          markdown: [
            blockText(
              'bang',
              { 'tieu-de': 'Tin bài theo tháng (ví dụ)' },
              '| Tháng | Tin |\n| --- | --: |\n| 3 | 12 |\n| 4 | 8 |',
            ),
            blockText('anh', {
              src: 'bieu-trung.png',
              alt: 'Biểu trưng của chuyên mục',
              'chu-thich': 'Biểu trưng của chuyên mục.',
              nguon: 'Phường Mẫu',
            }),
          ].join('\n\n'),
        },
      },
    ],
  ),
];
