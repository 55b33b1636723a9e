/** What a labelled field of an assignment holds. */
export type FieldKind = 'lead' | 'coordinate' | 'both' | 'deadline' | 'other';

/** A labelled field in a text: `- Cơ quan chủ trì: Sở Y tế.` */
export interface Field {
  readonly kind: FieldKind;
  /** Where the label begins, and where what it holds begins and ends. */
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
}

const BODY = String.raw`(?:(?:Các\s+)?(?:Cơ quan|Đơn vị|Bộ phận|Tổ chức|Chủ thể|Cấp|Sở, ngành|Cơ quan, đơn vị|Đơn vị, địa phương)\s+)`;

/** Labels in the order in which they are tried. Each ends at a colon, so the words alone in a sentence are no field. */
const LABELS: readonly (readonly [FieldKind, string])[] = [
  [
    'both',
    String.raw`${BODY}?(?:chủ trì|thực hiện)(?:\s*,\s*|\s+và\s+)(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+thực hiện)?`,
  ],
  [
    'lead',
    String.raw`(?:${BODY}?chủ trì(?:\s+(?:thực hiện|tham mưu|triển khai|soạn thảo|chính))?|${BODY}(?:được giao\s+)?(?:thực hiện|chịu trách nhiệm(?:\s+(?:thực hiện|chính))?|tham mưu|đầu mối|thường trực)|Phân công(?:\s+thực hiện)?|Giao)`,
  ],
  ['coordinate', String.raw`${BODY}?phối hợp(?:\s+(?:thực hiện|triển khai))?`],
  [
    'deadline',
    String.raw`(?:Thời gian|Thời hạn|Tiến độ|Lộ trình|Thời điểm)(?:\s+(?:thực hiện|hoàn thành|triển khai|trình|ban hành|báo cáo|thực hiện, hoàn thành))*|Hoàn thành`,
  ],
  [
    'other',
    String.raw`(?:Sản phẩm|Kết quả|Kinh phí|Nguồn kinh phí|Nguồn lực|Địa điểm|Đối tượng|Nội dung|Hình thức|Thành phần|Mục tiêu|Yêu cầu|Số lượng|Cấp trình|Cấp ban hành)(?:\s+(?:thực hiện|dự kiến|đầu ra|đạt được|cần đạt|công việc|tham gia))*`,
  ],
];

const LABEL = new RegExp(
  String.raw`(?:^|(?<=[.;,(–-]\s{0,2})|(?<=[.;])\s+[-+•]\s*)(?:[-+•*]\s*)?(?:${LABELS.map(([kind, words]) => `(?<${kind}>${words})`).join('|')})\s*:\s*`,
  'giu',
);

/** The labelled fields of a text, each running to the next label or the end. */
export function readFields(text: string): Field[] {
  const matches = [...text.matchAll(LABEL)];
  const fields = matches.map((match, i): Field => {
    const kind = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? 'other';
    const start = match.index + match[0].length;
    const end = matches[i + 1]?.index ?? text.length;
    return { kind, labelStart: match.index, start, end };
  });
  const names = (field: Field): boolean =>
    field.kind === 'lead' || field.kind === 'coordinate' || field.kind === 'both';
  return fields.some(names) || (fields.length > 0 && fields[0]?.labelStart === 0 && fields[0].kind !== 'other')
    ? fields
    : [];
}
