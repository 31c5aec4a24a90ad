/** A year's plan with the kinds of quotas that wards have: monthly, yearly, joint and tracked. */
export function benchPlan(year: number): string {
  return `title: Kế hoạch Tuyên truyền cải cách hành chính phường Uông Bí năm ${year}
number: 58/KH-UBND
date: ${year}-01-05
year: ${year}
issuer: Ủy ban nhân dân phường Uông Bí
summary: Mỗi tháng từng phòng, đơn vị có ít nhất 02 tin, bài phát trên truyền thanh khu phố.
tasks:
  - no: "1"
    text: Tuyên truyền kết quả cải cách hành chính trên Trang thông tin điện tử
    where: Phụ lục, dòng 1
    lead: ["group:phong-don-vi"]
    due: { kind: window, text: Trong năm ${year}, from: "${year}", to: "${year}" }
    rules: [web-${year}]
  - no: "2"
    text: Có ít nhất 02 tin/bài phát trên hệ thống truyền thanh các khu phố
    where: Phụ lục, dòng 2
    lead: ["group:phong-don-vi"]
    due: { kind: periodic, text: Định kỳ hằng tháng }
    rules: [loa-${year}]
quotas:
  - id: loa-${year}
    quote: Có ít nhất 02 tin/bài phát trên hệ thống truyền thanh các khu phố
    where: Phụ lục, dòng 2
    subject: { departments: ["group:phong-don-vi"], mode: each }
    measure: item
    event: aired
    channels: [loudspeaker]
    min: 2
    period: month
    level: required
    alternatives:
      - label: Tính chung các đơn vị
        mode: joint
  - id: cong-${year}
    quote: Mỗi tháng gửi ít nhất 01 tin, bài mới lên Trang thông tin điện tử cấp trên
    where: Mục IV.2
    subject: { departments: [vhxh], mode: each }
    measure: item
    event: published
    channels: [upper-portal]
    min: 1
    period: month
    conditions: { new: true }
    level: required
  - id: web-${year}
    quote: Tuyên truyền kết quả thực hiện CCHC trên Trang thông tin điện tử
    where: Phụ lục, dòng 1
    subject: { departments: ["group:phong-don-vi"], mode: each }
    measure: item
    event: published
    channels: [web]
    period: year
    level: tracked
  - id: lop-${year}
    quote: Tổ chức các lớp tập huấn
    where: Mục IV.3
    subject: { departments: [vp], mode: each }
    measure: activity
    event: held
    period: year
    conditions: { activityKinds: [training] }
    level: tracked
`;
}
