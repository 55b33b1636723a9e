import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Target } from '../../document/records.ts';
import { toCsv } from './csv.ts';

const HEADER = [
  'Văn bản',
  'Tỉnh',
  'Nhóm',
  'Chỉ tiêu',
  'Thuộc',
  'Phạm vi',
  'Đơn vị',
  'Kỳ',
  'Giá trị',
  'So sánh',
  'Số',
  'Đến số',
  'Loại',
  'Cơ quan theo dõi',
  'Trích dẫn',
  'Tệp',
  'Từ dòng',
  'Đến dòng',
];

/** Targets as a table, one row per value: that is what a spreadsheet can filter and chart. */
export function targetCsv(targets: readonly (readonly [Target, PolicyDocument])[]): string {
  const rows = targets.flatMap(([target, document]) =>
    target.values.map(({ period, value, comparator, number }) => {
      const [low, high] = number === null || typeof number === 'number' ? [number, null] : number;
      return [
        document.number,
        document.province,
        target.group,
        target.indicator,
        target.parent,
        target.scope,
        target.unit,
        period,
        value,
        comparator,
        low,
        high,
        target.kind === 'target' ? 'chỉ tiêu' : 'kết quả đã đạt',
        target.monitor.join('; '),
        target.quote,
        document.source.file,
        target.span.startLine,
        target.span.endLine,
      ];
    }),
  );
  return toCsv(HEADER, rows);
}
