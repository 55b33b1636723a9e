import type { Grounds } from './grounds.ts';

/** What a document is said to be silent about, and how a text states it. */
const THINGS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /số tiền|mức tiền|mức hỗ trợ|mức trợ cấp|kinh phí/iu,
    /\d\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng|\d\s*(?:triệu|tỷ)(?![\p{L}])/iu,
  ],
  [/thủ tục|hồ sơ|giấy tờ|trình tự/iu, /hồ sơ gồm|thành phần hồ sơ|giấy tờ|nộp hồ sơ|trình tự|đơn đề nghị|tờ khai/iu],
  [/thời hạn|hạn|ngày/iu, /ngày\s+\d|trước\s+\d|\d{1,2}\/\d{1,2}|tháng\s+\d|quý\s+[\dIV]|(?:19|20)\d\d/iu],
  [/điện thoại|liên hệ|địa chỉ/iu, /điện thoại|email|hotline|đường dây nóng|địa chỉ/iu],
];

/** "không nêu số tiền", "không ghi thủ tục hay hồ sơ cụ thể": up to the end of the clause. */
const SILENT =
  /(?<![\p{L}])(?:không|chưa) (?:nêu|ghi|quy định|nói|đề cập)(?: rõ| cụ thể)?((?:[\s,]+\p{Ll}[\p{L}]*){1,8})/giu;

/** A document is said not to state an amount, a procedure or a day only where the cited passage states none. */
export function checkAbsence(own: string, grounds: Grounds): string | null {
  for (const match of own.matchAll(SILENT)) {
    const wrong = thingsIn(match[1] ?? '').find(([, stated]) => isStated(stated, grounds));
    if (wrong !== undefined) return `Đoạn được dẫn có nêu điều mà câu nói là không nêu: “${match[0]}”.`;
  }
  return null;
}

/** The statement without what it rightly says is not stated: no quote can hold that. */
export function withoutAbsences(own: string): string {
  return own.replace(SILENT, (found, things: string) =>
    thingsIn(things).length > 0 ? '|'.repeat(found.length) : found,
  );
}

function thingsIn(words: string): readonly (readonly [RegExp, RegExp])[] {
  return THINGS.filter(([said]) => said.test(words));
}

function isStated(stated: RegExp, { places }: Grounds): boolean {
  return places.some(({ passages, quote }) =>
    [quote, ...passages.map(({ text }) => text)].some((text) => stated.test(text)),
  );
}
