import provinces from '../../seeds/lexicon/provinces.json' with { type: 'json' };
import type { Material } from './material.ts';
import type { Writer } from './writer.ts';

/** A generated plan: its text, and what can be asked of it. */
export interface Plan {
  readonly file: string;
  readonly text: string;
  readonly number: string;
  readonly province: string;
  readonly year: number;
  readonly tasks: readonly { readonly task: string; readonly lead: string }[];
  readonly targets: readonly { readonly name: string; readonly year: number; readonly value: string }[];
}

interface Unit {
  readonly name: string;
  readonly kind: string;
}

/** Units of before 2025, most of which a document of that time stands under, and those of today. */
const UNITS: readonly Unit[] = [
  ...new Map(
    provinces.units.flatMap((unit) =>
      [unit.name, ...unit.mergedFrom].map((name) => [name, { name, kind: name === unit.name ? unit.kind : 'tỉnh' }]),
    ),
  ).values(),
];

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** The plan of a place in the corpus: provinces take turns, years within them, and numbers run on within both. */
export function writePlan(place: number, material: Material, writer: Writer, random: () => number): Plan {
  const unit = UNITS[place % UNITS.length] ?? { name: 'Hà Nội', kind: 'thành phố' };
  const round = Math.floor(place / UNITS.length);
  const year = YEARS[round % YEARS.length] ?? 2024;
  const number = `${11 + 3 * Math.floor(round / YEARS.length)}/KH-UBND`;
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <T>(items: readonly T[], otherwise: T): T => items[Math.floor(random() * items.length)] ?? otherwise;
  const subject = `${pick(material.headings, 'Công tác an sinh xã hội')} ${writer.name()}`;
  const body = () => pick(material.bodies, 'Sở Y tế');
  const day = `ngày ${whole(1, 28)} tháng ${whole(1, 12)} năm ${year}`;

  const targets = Array.from({ length: whole(0, 8) }, () => {
    const { name, unit: counted } = pick(material.indicators, { name: 'Tỷ lệ bao phủ bảo hiểm y tế', unit: '%' });
    const values = [whole(5, 60), whole(61, 100)].map((value) =>
      random() < 0.3 ? `${value},${whole(1, 9)}` : `${value}`,
    );
    return { name, counted, values };
  });
  const tasks = Array.from({ length: whole(3, 14) }, () => ({ task: writer.task(), lead: body(), helps: body() }));
  const bullets = (least: number, most: number) =>
    Array.from({ length: whole(least, most) }, () => `- ${writer.sentence()}.`);
  const sections = [
    ['MỤC ĐÍCH, YÊU CẦU', '1. Mục đích', ...bullets(1, 4), '2. Yêu cầu', ...bullets(1, 3)],
    [
      'MỤC TIÊU',
      '1. Mục tiêu chung',
      `${writer.sentence()}.`,
      '2. Chỉ tiêu cụ thể',
      ...(targets.length === 0 ? bullets(1, 2) : [tableOf(targets, year)]),
    ],
    [
      'NHIỆM VỤ, GIẢI PHÁP',
      ...Array.from({ length: whole(1, 9) }, (_, i) => [
        `${i + 1}. ${pick(material.headings, 'Nhiệm vụ chung')}`,
        ...bullets(2, 8),
      ]).flat(),
    ],
    [
      'TỔ CHỨC THỰC HIỆN',
      ...tasks.flatMap(({ task, lead, helps }, i) => [
        `${i + 1}. ${lead}`,
        `- Chủ trì, phối hợp với ${helps === lead ? 'các sở, ngành liên quan' : helps} ${task}.`,
        ...(random() < 0.3 ? bullets(1, 2) : []),
      ]),
      `${tasks.length + 1}. Chế độ báo cáo`,
      `- Các sở, ngành báo cáo kết quả thực hiện về Ủy ban nhân dân ${unit.kind} trước ngày ${whole(1, 28)}/${whole(1, 12)} hằng năm.`,
    ],
  ];
  const lines = [
    `ỦY BAN NHÂN DÂN\n${unit.kind.toUpperCase()} ${unit.name.toUpperCase()}\n-------`,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------',
    `Số: ${number}`,
    `${unit.name}, ${day}`,
    'KẾ HOẠCH',
    `Về ${subject.charAt(0).toLowerCase()}${subject.slice(1)} trên địa bàn ${unit.kind} ${unit.name} giai đoạn ${year} - ${year + 5}`,
    `Căn cứ Nghị quyết số ${whole(1, 120)}/NQ-CP ngày ${whole(1, 28)}/${whole(1, 12)}/${year} của Chính phủ;`,
    `Thực hiện Quyết định số ${whole(1, 2000)}/QĐ-TTg ngày ${whole(1, 28)}/${whole(1, 12)}/${year} của Thủ tướng Chính phủ,`,
    `Ủy ban nhân dân ${unit.kind} ${unit.name} ban hành Kế hoạch như sau:`,
    ...sections.flatMap(([heading = '', ...rest], i) => [`${ROMAN[i]}. ${heading}`, ...rest]),
    'Nơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    signerOf(pick),
  ];
  return {
    file: `${String(place).padStart(6, '0')}.txt`,
    text: `${lines.join('\n\n')}\n`,
    number,
    province: unit.name,
    year,
    tasks,
    targets: targets.map(({ name, values }) => ({ name, year: year + 5, value: values[1] ?? '' })),
  };
}

function tableOf(
  targets: readonly { readonly name: string; readonly counted: string; readonly values: readonly string[] }[],
  year: number,
): string {
  const rows = targets.map(({ name, counted, values }, i) => [`${i + 1}`, name, counted, ...values]);
  const head = ['STT', 'Chỉ tiêu', 'Đơn vị', `Năm ${year + 1}`, `Năm ${year + 5}`];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Quang', 'Thanh'];
const GIVEN = ['An', 'Bình', 'Dũng', 'Hà', 'Hùng', 'Lan', 'Nam', 'Phương', 'Sơn', 'Tuấn'];

function signerOf(pick: (items: readonly string[], otherwise: string) => string): string {
  return [pick(FAMILY, 'Trần'), pick(MIDDLE, 'Văn'), pick(GIVEN, 'An')].join(' ');
}
