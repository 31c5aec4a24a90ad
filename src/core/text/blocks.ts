import { isPicture, MEDIA_TYPES } from '../store/media.ts';
import { videoId } from './video.ts';

/**
 * The blocks that an editor can put into a text, as Markdown directives: `::tep{…}` on a line of
 * its own, or `:::chu-y` … `:::` around other text. This table is the one place that names them:
 * the site's renderer, the check, the buttons of the editors' room and the handbook follow it.
 */

/** How a form lets people fill in an attribute. */
export type BlockInput = 'line' | 'picture' | 'file' | 'video' | 'procedure';

/** One attribute of a block. */
export interface BlockAttribute {
  /** Its name on the form, in Vietnamese. */
  label: string;
  /** One line of help beside it, in Vietnamese. */
  hint: string;
  input: BlockInput;
  required: boolean;
  /** Whether it is part of what the text says, so that texts are compared by it. */
  spoken: boolean;
  /** Whether a value is of the form that is asked for; the words follow «cần», in Vietnamese. */
  form?: { accepts: (value: string) => boolean; words: string };
}

/** What stands between the two lines of a block that encloses text. */
export interface BlockContent {
  label: string;
  /** What it must hold at least. */
  needs: 'words' | 'steps' | 'table';
  /** What a new block starts with. */
  start: string;
}

/** A kind of block. */
export interface Block {
  /** Its button, in Vietnamese. */
  label: string;
  /** What it is for, in Vietnamese. */
  hint: string;
  attributes: Readonly<Record<string, BlockAttribute>>;
  /** Only for blocks that enclose text: they are written with three colons, others with two. */
  content?: BlockContent;
}

/** Longest value of an attribute, in characters. */
export const LONGEST_VALUE = 300;

const words = (label: string, hint: string, required = true): BlockAttribute => ({
  label,
  hint,
  input: 'line',
  required,
  spoken: true,
});

const ownFile = (value: string) =>
  !/^[a-z][a-z0-9+.-]*:|^\/\/|[\s\\?#%]/i.test(value) && !value.endsWith('/');
const ending = (value: string) => /\.[a-z0-9]+$/.exec(value.toLowerCase())?.[0] ?? '';
const PICTURES = [...MEDIA_TYPES.keys()].filter(isPicture);
const FILES = [...MEDIA_TYPES.keys()].filter((one) => !isPicture(one));

/** All blocks by the name they are written with. */
export const BLOCKS = {
  'chu-y': {
    label: 'Chú ý',
    hint: 'Điều người đọc không được bỏ qua',
    attributes: {
      'tieu-de': words('Tiêu đề', 'Để trống thì hiện «Chú ý»', false),
    },
    content: { label: 'Nội dung', needs: 'words', start: 'Nội dung cần chú ý' },
  },
  'cac-buoc': {
    label: 'Các bước',
    hint: 'Việc phải làm theo thứ tự',
    attributes: {
      'tieu-de': words('Tiêu đề', 'Ví dụ: Cách nộp hồ sơ trực tuyến', false),
    },
    content: {
      label: 'Các bước (danh sách đánh số)',
      needs: 'steps',
      start: '1. Bước thứ nhất\n2. Bước thứ hai',
    },
  },
  tep: {
    label: 'Tệp đính kèm',
    hint: 'Mẫu đơn, tờ khai, văn bản để tải về',
    attributes: {
      src: {
        label: 'Tệp',
        hint: 'Tải tệp lên cùng thư mục với bài',
        input: 'file',
        required: true,
        spoken: false,
        form: {
          accepts: (value) => ownFile(value) && FILES.includes(ending(value)),
          words: `tên tệp nằm cùng bài, đuôi ${FILES.join(', ')}`,
        },
      },
      ten: words('Tên tệp', 'Tên người đọc nhìn thấy, ví dụ: Tờ khai đăng ký khai sinh'),
    },
  },
  video: {
    label: 'Video',
    hint: 'Video trên YouTube; trang chỉ mở YouTube khi người đọc bấm xem',
    attributes: {
      src: {
        label: 'Địa chỉ video',
        hint: 'Sao chép từ YouTube, ví dụ: https://www.youtube.com/watch?v=…',
        input: 'video',
        required: true,
        spoken: false,
        form: {
          accepts: (value) => videoId(value) !== undefined,
          words: 'địa chỉ một video trên YouTube, bắt đầu bằng https://',
        },
      },
      'tieu-de': words('Tên video', 'Cho biết video nói gì'),
    },
  },
  anh: {
    label: 'Ảnh có chú thích',
    hint: 'Ảnh kèm lời chú thích và nguồn ảnh',
    attributes: {
      src: {
        label: 'Tệp ảnh',
        hint: `Ảnh ${PICTURES.join(', ')}`,
        input: 'picture',
        required: true,
        spoken: false,
        form: {
          accepts: (value) => ownFile(value) && PICTURES.includes(ending(value)),
          words: `tên tệp ảnh nằm cùng bài, đuôi ${PICTURES.join(', ')}`,
        },
      },
      alt: {
        ...words('Lời mô tả ảnh', 'Một câu tả điều thấy trong ảnh, cho người không nhìn được ảnh'),
        spoken: false,
      },
      'chu-thich': words('Chú thích', 'Dòng chữ hiện dưới ảnh', false),
      nguon: { ...words('Nguồn ảnh', 'Người chụp hoặc nơi lấy ảnh', false), spoken: false },
    },
  },
  bang: {
    label: 'Bảng có tên',
    hint: 'Bảng số liệu với tên bảng',
    attributes: { 'tieu-de': words('Tên bảng', 'Cho biết bảng nói gì') },
    content: {
      label: 'Bảng',
      needs: 'table',
      start: '| Nội dung | Số lượng |\n| --- | --- |\n| … | … |',
    },
  },
  'thu-tuc': {
    label: 'Thủ tục liên quan',
    hint: 'Dẫn tới thông báo mới nhất về một thủ tục hành chính',
    attributes: {
      ma: {
        label: 'Mã thủ tục',
        hint: 'Mã trên Cổng Dịch vụ công quốc gia, ví dụ: 1.001193',
        input: 'procedure',
        required: true,
        spoken: false,
        form: {
          accepts: (value) => /^[1-9]\.\d{6}$/.test(value),
          words: 'mã trên Cổng Dịch vụ công quốc gia, ví dụ 1.001193',
        },
      },
    },
  },
} as const satisfies Record<string, Block>;

export type BlockName = keyof typeof BLOCKS;

/** Whether a name is that of a block. */
export function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(BLOCKS, name);
}

/** What the table says of a block. */
export function blockOf(name: BlockName): Block {
  return BLOCKS[name];
}
