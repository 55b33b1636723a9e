/** A label or bullet mark at the start of a block: "1.1.", "a)", "IV.", "Điều 3.", "- a)", "+". */
const LABEL =
  /^(?:[-–+•*]\s+)?(?:(?:phần|chương|mục|tiểu mục)\s+(?:[IVXLC]+|\d+)[.:]?\s+|điều\s+\d+[a-zđ]?[.:]?\s+|(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[a-zđ]\d?[.)]|[IVXLC]+[.)]|[A-Z][.)]|\(\d+\)|[①-⑳])\s*)?/iu;

/** Offset of the first character after label and bullet mark. */
export function labelEnd(text: string): number {
  return text.match(LABEL)?.[0].length ?? 0;
}

/** The text without its label. */
export function bodyText(text: string): string {
  return text.slice(labelEnd(text));
}
