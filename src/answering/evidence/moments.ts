/** The day of a document that is spoken of is no time of what is said: "Quyết định số 12/QĐ-TTg ngày 04 tháng 11 năm 2025". */
const DAY_OF_DOCUMENT = /\d+(?:\/\d{4})?[/-]\p{Lu}[\p{L}\d-]*,? ngày \d{1,2}(?:\/\d{1,2}\/| tháng \d{1,2} năm )\d{4}/gu;

/** A text without the days of the documents it speaks of. */
export function withoutDaysOfDocuments(text: string): string {
  return text.replace(DAY_OF_DOCUMENT, '');
}

/** A day, month, quarter or year, how often, or what something comes before or after. */
const MOMENT =
  /(?<!\/)\b(?:19|20)\d\d\b(?!\/)|ngày (?:\d|ký|đầu|cuối)|tháng \d|quý [IVX\d]|\d+ (?:ngày|tháng|giờ|năm)|\d{1,2}\/\d|(?:hằng|hàng) |đến hết|(?<!\p{L})(?:khi|sau|trước)(?!\p{L})/iu;

/** Does a text say when: what "khi nào", "bao giờ" ask for? */
export function statesMoment(text: string): boolean {
  return MOMENT.test(withoutDaysOfDocuments(text));
}
