import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** The address that the ward of this content is published at. */
export const FULL_WARD = {
  asOf: '2026-10-20',
  article: '/tin-bai/2026/10/ky-niem-mot-nam/',
  withdrawn: '/tin-bai/2026/10/bai-se-go/',
  practice: '/mo-hinh-hay/ban-luu-dong-tai-cho/',
  activity: '/hoat-dong/tap-huan-so-hoa/',
  expired: '/thu-tuc/cho-phien-tam-thoi/',
  ratingUrl: 'https://danhgia.example.vn/',
  feedbackUrl: 'https://phananh.example.vn/',
} as const;

/** Bytes of the attachments, so that what a page says of their size can be told apart. */
const PDF_BYTES = 348_160;
const SHEET_BYTES = 26_624;
const RECORDING_BYTES = 2_936_013;

const WARD = `
responsible: Ông Nguyễn Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân phường
address: Số 1, đường Ví Dụ, phường Uông Bí, tỉnh Quảng Ninh
mapUrl: https://bando.example.vn/uong-bi
phone: "0203 3854 321"
email: vanphong@uongbi.example.vn
officeHours: Thứ Hai đến thứ Sáu, sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ đến 16 giờ 30.
portal: https://phuong.example.vn/
ratingUrl: ${FULL_WARD.ratingUrl}
feedbackUrl: ${FULL_WARD.feedbackUrl}
emblem: bieu-trung.png
hotlines:
  - { label: Hướng dẫn nộp hồ sơ tại bộ phận một cửa, phone: "0203 3854 322", hours: giờ hành chính }
  - { label: "Tiếp nhận phản ánh, kiến nghị về quy định hành chính", phone: "0203 3854 323" }
`;

const ARTICLE = `---
title: "Một năm Trung tâm Phục vụ hành chính công phường: 96,4% hồ sơ được trả trước hạn và những việc người dân còn phải chờ đợi"
genre: story
fields: [tthc, chinh-quyen-so]
topics: [dich-vu-cong]
summary: "Sau một năm, người dân đến một nơi thay vì ba nơi; phần chậm còn lại nằm ở hồ sơ đất đai chờ ý kiến của cơ quan khác."
date: 2026-10-12
department: ttpvhcc
author: Tổ truyền thông phường
image: { src: ngay-hoi.jpg, alt: "Người dân ngồi chờ trước ba quầy tiếp nhận hồ sơ", credit: Trung tâm Phục vụ hành chính công phường }
attachments:
  - { label: Báo cáo kết quả tiếp nhận và giải quyết hồ sơ quý III năm 2026, file: bao-cao.pdf }
  - { label: Bảng số liệu theo lĩnh vực, file: so-lieu.xlsx }
  - { label: Bản ghi âm buổi phát thanh, file: phat-thanh.mp3 }
corrections:
  - { date: 2026-10-15, text: "Bản đăng lúc đầu ghi tỷ lệ trả trước hạn là 94,6%. Con số đúng là 96,4%." }
placements:
  - channel: loudspeaker
    sent: 2026-10-12
    airings:
      - { date: 2026-10-14, time: "05:30", minutes: 5 }
      - { date: 2026-10-16, time: "17:00", minutes: 5, areas: [Khu 1, Khu 2] }
    evidence: [{ label: Sổ nhật ký phát thanh, file: bao-cao.pdf }]
  - { channel: facebook, published: 2026-10-13, url: "https://facebook.example/bai" }
sources:
  - { title: "Quy chế tổ chức và hoạt động của Trung tâm", number: "12/QĐ-UBND", date: 2025-10-01, issuer: UBND phường }
formerSlugs: [2026/09/mot-nam-trung-tam]
sample: true
---
Mỗi buổi sáng, quầy số 1 mở lúc 7 giờ 30. Người đến sớm nhất thường là các hộ kinh doanh.

![Bảng lịch tiếp nhận hồ sơ treo trước cửa](bang-lich.jpg)

## Điều đã làm được

| Lĩnh vực | Đã nhận | Trước hạn | Đúng hạn | Trễ hạn | Tỷ lệ trước hạn |
| --- | ---: | ---: | ---: | ---: | ---: |
| Hộ tịch, chứng thực và các việc liên quan | 1.204 | 1.188 | 16 | 0 | 98,7% |
| Đất đai, môi trường | 312 | 271 | 33 | 8 | 86,9% |

> Chúng tôi muốn người dân chỉ phải đến một lần.

## Điều còn chậm

Hồ sơ đất đai còn chờ ý kiến của cơ quan khác[^1].

[^1]: Số liệu tính đến hết ngày 30/9/2026.
`;

const WITHDRAWN = `---
title: "Bài giới thiệu mức phí đã được gỡ"
genre: brief
fields: [tthc]
summary: "Câu tóm tắt này không còn đúng."
date: 2026-10-09
department: vhxh
image: { src: ngay-hoi.jpg, alt: Ảnh }
withdrawn: { date: 2026-10-11, reason: "Mức phí nêu trong bài đã hết hiệu lực từ ngày 01/10/2026." }
sample: true
---
Lời của bài đã gỡ.
`;

/** A scene of flat shapes: what a photograph needs here is a size, a format and something to see. */
function scene(width: number, height: number, wall: string): Buffer {
  const desks = [0.12, 0.4, 0.68]
    .map(
      (at) =>
        `<rect x="${at * width}" y="${height * 0.55}" width="${width * 0.2}" height="${height * 0.2}" fill="#8a5a2b"/>` +
        `<circle cx="${(at + 0.1) * width}" cy="${height * 0.42}" r="${height * 0.07}" fill="#f1c9a5"/>`,
    )
    .join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${wall}"/><rect y="${height * 0.75}" width="100%" height="25%" fill="#b9b2a3"/>${desks}</svg>`,
  );
}

const EMBLEM = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240">
  <circle cx="120" cy="120" r="116" fill="#c8102e" stroke="#f2c200" stroke-width="8"/>
  <path d="M120 40l19 60h62l-50 37 19 60-50-37-50 37 19-60-50-37h62z" fill="#f2c200"/></svg>`;

/**
 * Writes the content of a ward that has everything an editor can add: emblem, addresses, pictures,
 * attachments, a recording, a correction, a withdrawal, a change that has run out, an old address.
 */
export async function writeFullWard(folder: string): Promise<void> {
  cpSync('src/content', folder, { recursive: true });
  appendFileSync(path.join(folder, 'ward.yaml'), WARD);
  const at = (file: string) => path.join(folder, file);
  const october = 'articles/2026/10';
  mkdirSync(at(october), { recursive: true });
  const jpeg = (svg: Buffer) => sharp(svg).jpeg().toBuffer();
  const files: Record<string, string | Buffer> = {
    'bieu-trung.png': await sharp(Buffer.from(EMBLEM)).png().toBuffer(),
    [`${october}/ky-niem-mot-nam.md`]: ARTICLE,
    [`${october}/bai-se-go.md`]: WITHDRAWN,
    [`${october}/ngay-hoi.jpg`]: await jpeg(scene(1800, 1200, '#dfe7ec')),
    [`${october}/bang-lich.jpg`]: await jpeg(scene(1200, 1600, '#ece4d6')),
    [`${october}/bao-cao.pdf`]: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(PDF_BYTES)]),
    [`${october}/so-lieu.xlsx`]: Buffer.alloc(SHEET_BYTES, 1),
    [`${october}/phat-thanh.mp3`]: Buffer.alloc(RECORDING_BYTES, 1),
    'practices/quay.jpg': await jpeg(scene(1600, 900, '#e6efe4')),
    'activities/lop-hoc.jpg': await jpeg(scene(1600, 1200, '#f0ece2')),
    'activities/giay-moi.pdf': Buffer.alloc(SHEET_BYTES, 1),
  };
  for (const [file, bytes] of Object.entries(files)) writeFileSync(at(file), bytes);
  edit(
    at('practices/ban-luu-dong-tai-cho.md'),
    'stage: pilot\n',
    'stage: pilot\nimage: { src: quay.jpg, alt: "Bàn hỗ trợ đặt giữa hai dãy hàng", credit: Ban quản lý chợ }\n',
  );
  edit(
    at('activities/tap-huan-so-hoa.md'),
    'sample: true\n',
    'image: { src: lop-hoc.jpg, alt: Học viên thực hành }\nevidence: [{ label: Giấy mời, file: giay-moi.pdf }]\nsample: true\n',
  );
  edit(at('procedure-changes/cho-phien-tam-thoi.md'), 'expires: 2026-12-31', 'expires: 2026-09-30');
  edit(
    at('departments.yaml'),
    '    name: Phòng Văn hóa - Xã hội\n',
    '    name: Phòng Văn hóa - Xã hội\n    phone: "0203 3854 400"\n    email: vhxh@uongbi.example.vn\n',
  );
}

/** Replaces words that must be there once; throws when the samples no longer have them. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file}: «${from}» is not there once`);
  writeFileSync(file, text.replace(from, to));
}
