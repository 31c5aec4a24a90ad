import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import sharp from 'sharp';

/** Word files as a ward's offices write them, made for the tests of the import. */

const CENTER = AlignmentType.CENTER;
const bold = (text: string) => new TextRun({ text, bold: true });
const line = (text: string, options: object = {}) => new Paragraph({ text, ...options });
const centered = (text: string) => new Paragraph({ alignment: CENTER, children: [bold(text)] });

/** A picture of one colour. */
export function picture(kind: 'jpeg' | 'png' | 'gif'): Promise<Buffer> {
  const made = sharp({ create: { width: 320, height: 200, channels: 3, background: '#8aa' } });
  return made.toFormat(kind).toBuffer();
}

const cell = (text: string, options: object = {}) =>
  new TableCell({ children: text.split('\n').map((one) => line(one)), ...options });
const row = (...texts: string[]) => new TableRow({ children: texts.map((text) => cell(text)) });

function image(data: Buffer, type: 'jpg' | 'png' | 'gif', description?: string): ImageRun {
  const altText = description && { name: 'anh', title: '', description };
  return new ImageRun({
    type,
    data,
    transformation: { width: 320, height: 200 },
    ...(altText && { altText }),
  });
}

/** The frame at the top of an official document: offices on the left, the nation on the right. */
const heading = () =>
  new Table({
    rows: [
      new TableRow({
        children: [
          cell('ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU\n––––––\nSố: 58/KH-UBND'),
          cell(
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n––––––\nPhường Mẫu, ngày 23 tháng 02 năm 2026',
          ),
        ],
      }),
    ],
  });

const signature = () =>
  new Table({
    rows: [
      row('Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu'),
    ],
  });

const paragraph = (...children: ParagraphChild[]) => new Paragraph({ children });

/** A plan with two pictures, a table, lists of both kinds, a note, and the frame around it. */
export async function planFile(): Promise<Uint8Array> {
  const [jpeg, png] = await Promise.all([picture('jpeg'), picture('png')]);
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'so',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: 'left' }],
        },
      ],
    },
    footnotes: { 1: { children: [line('Theo Nghị quyết 76/NQ-CP.')] } },
    sections: [
      {
        children: [
          heading(),
          line(''),
          centered('KẾ HOẠCH'),
          centered('Tuyên truyền cải cách hành chính năm 2026'),
          line(''),
          line(
            'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh, phường Mẫu xây dựng kế hoạch tuyên truyền như sau:'.normalize(
              'NFD',
            ),
          ),
          paragraph(bold('I. MỤC ĐÍCH, YÊU CẦU')),
          paragraph(bold('1. Mục đích')),
          line('- Nâng cao nhận thức của cán\u00a0bộ, người\u00ad dân;'),
          line('- Đổi mới cách làm:'),
          line('+ Nói ngắn, dễ hiểu.'),
          line('+ Phát thanh lúc 7:30 và 17:00.'),
          paragraph(bold('2. Yêu cầu')),
          paragraph(
            new TextRun('Bám sát thực tế'),
            new FootnoteReferenceRun(1),
            new TextRun('. Xem '),
            new ExternalHyperlink({
              link: 'https://dichvucong.gov.vn/',
              children: [new TextRun('Cổng Dịch vụ công quốc gia')],
            }),
            new TextRun('.'),
          ),
          paragraph(bold('II. NỘI DUNG')),
          line('Chuẩn bị hồ sơ', { numbering: { reference: 'so', level: 0 } }),
          line('Nộp hồ sơ', { numbering: { reference: 'so', level: 0 } }),
          new Paragraph({
            alignment: CENTER,
            children: [image(jpeg, 'jpg', 'Quầy tiếp nhận hồ sơ')],
          }),
          new Paragraph({
            alignment: CENTER,
            children: [new TextRun({ text: 'Người dân nộp hồ sơ. Ảnh: Thu Hà', italics: true })],
          }),
          line('Bảng 1. Phân công thực hiện'),
          new Table({
            rows: [
              row('STT', 'Đơn vị', 'Số tin'),
              new TableRow({
                children: [
                  cell('1'),
                  cell('Phòng Văn hóa - Xã hội'),
                  cell('2 tin\n1 bài', { rowSpan: 2 }),
                ],
              }),
              new TableRow({ children: [cell('2'), cell('Văn phòng | HĐND')] }),
            ],
          }),
          paragraph(image(png, 'png')),
          line('Các đơn vị báo cáo trước ngày 15 hằng tháng.'),
          signature(),
        ],
      },
    ],
  });
  return Packer.toBuffer(document).then((buffer) => new Uint8Array(buffer));
}

/** A short piece with headings by style and a picture that cannot be published. */
export async function storyFile(): Promise<Uint8Array> {
  const gif = await picture('gif');
  const document = new Document({
    sections: [
      {
        children: [
          line('Trả kết quả tại nhà cho người cao tuổi', { heading: HeadingLevel.HEADING_1 }),
          paragraph(
            bold('Từ tháng 3, phường trả kết quả tại nhà cho người từ 80 tuổi, không thu phí.'),
          ),
          line('Tổ công nghệ số cộng đồng đến từng nhà.'),
          line('Cách đăng ký', { heading: HeadingLevel.HEADING_2 }),
          line('1. Gọi đường dây nóng.'),
          line('2. Hẹn giờ.'),
          line('Phục vụ', { heading: HeadingLevel.HEADING_4 }),
          paragraph(image(gif, 'gif')),
          paragraph(
            new TextRun('Nước H'),
            new TextRun({ text: '2', subScript: true }),
            new TextRun('O và '),
            new TextRun({ text: 'chữ ', bold: true }),
            new TextRun({ text: 'đậm', bold: true }),
            new TextRun(' rời.'),
          ),
        ],
      },
    ],
  });
  return Packer.toBuffer(document).then((buffer) => new Uint8Array(buffer));
}
