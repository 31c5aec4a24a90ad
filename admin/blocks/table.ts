/** How a form lets people fill in an attribute of a block. */
export type BlockInput = 'line' | 'picture' | 'file' | 'video' | 'procedure';

/** A block that a text may hold beside plain Markdown, written as a directive. */
export interface Block {
  /** Its button, in Vietnamese. */
  label: string;
  attributes: Readonly<Record<string, BlockAttribute>>;
  /** Only for blocks that enclose text. */
  content?: { label: string; start: string };
}

/** One attribute of a block, as its form asks for it. */
export interface BlockAttribute {
  label: string;
  hint: string;
  input: BlockInput;
  required: boolean;
}

const words = (label: string, hint: string, required = true): BlockAttribute => ({
  label,
  hint,
  input: 'line',
  required,
});

/** The blocks of the site by the name they are written with. */
export const BLOCKS: Readonly<Record<string, Block>> = {
  'chu-y': {
    label: 'Chú ý',
    attributes: { 'tieu-de': words('Tiêu đề', 'Để trống thì hiện «Chú ý»', false) },
    content: { label: 'Nội dung', start: 'Nội dung cần chú ý' },
  },
  'cac-buoc': {
    label: 'Các bước',
    attributes: { 'tieu-de': words('Tiêu đề', 'Ví dụ: Cách nộp hồ sơ trực tuyến', false) },
    content: {
      label: 'Các bước (danh sách đánh số)',
      start: '1. Bước thứ nhất\n2. Bước thứ hai',
    },
  },
  tep: {
    label: 'Tệp đính kèm',
    attributes: {
      src: { label: 'Tệp', hint: 'Tải tệp lên cùng bài', input: 'file', required: true },
      ten: words('Tên tệp', 'Tên người đọc nhìn thấy, ví dụ: Tờ khai đăng ký khai sinh'),
    },
  },
  video: {
    label: 'Video',
    attributes: {
      src: {
        label: 'Địa chỉ video',
        hint: 'Sao chép từ YouTube, ví dụ: https://www.youtube.com/watch?v=…',
        input: 'video',
        required: true,
      },
      'tieu-de': words('Tên video', 'Cho biết video nói gì'),
    },
  },
  anh: {
    label: 'Ảnh có chú thích',
    attributes: {
      src: {
        label: 'Tệp ảnh',
        hint: 'Ảnh .jpg, .png hoặc .webp',
        input: 'picture',
        required: true,
      },
      alt: words('Lời mô tả ảnh', 'Một câu tả điều thấy trong ảnh, cho người không nhìn được ảnh'),
      'chu-thich': words('Chú thích', 'Dòng chữ hiện dưới ảnh', false),
      nguon: words('Nguồn ảnh', 'Người chụp hoặc nơi lấy ảnh', false),
    },
  },
  bang: {
    label: 'Bảng có tên',
    attributes: { 'tieu-de': words('Tên bảng', 'Cho biết bảng nói gì') },
    content: { label: 'Bảng', start: '| Nội dung | Số lượng |\n| --- | --- |\n| … | … |' },
  },
  'thu-tuc': {
    label: 'Thủ tục liên quan',
    attributes: {
      ma: {
        label: 'Mã thủ tục',
        hint: 'Mã trên Cổng Dịch vụ công quốc gia, ví dụ: 1.001193',
        input: 'procedure',
        required: true,
      },
    },
  },
};
