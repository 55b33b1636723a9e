import { readDates, readPeriods } from './periods.ts';

/** Numbers of documents: "42-NQ/TW", "68/NQ-CP", "88/2019/QH14", with the spaces copies put in. */
const DOCUMENT_NUMBER = /\d[\d.]*\s?(?:\/\s?\d{4}\s?)?[-/]\s?\p{Lu}{2,}[\p{L}&]*\d*(?:\s?[-/&]\s?\p{Lu}[\p{L}\d]*)*/gu;

/** Words after which a whole number is a name, not a quantity: "Điều 3", "khoản 2", "khóa 12", "quý 4", "Phụ lục 1". */
const NAMED_BY_NUMBER =
  /(?<![\p{L}])(?:điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|mẫu|bảng|lần thứ|thứ|mức độ|cấp độ|hạng|loại|khóa|khoá|nhiệm kỳ|trung ương|cách mạng công nghiệp(?: lần thứ)?|nghị quyết|quyết định|chỉ thị|kế hoạch|kết luận|thông tư|nghị định|thông báo|công văn|luật|tổng đài(?: quốc gia)?|hotline|quốc lộ|đường tỉnh|quý|tiểu dự án|dự án|hợp phần|tiểu hợp phần|thành phần|tiêu chí|tiêu chí số|phương án|khu vực|tiểu khu|đề án|gate|windows|ca|bước|lớp|kỳ họp thứ|phiên|tuyến số)(?:\s+số)?\s+\d{1,4}(?!\d|\s?%|[.,]\d|\s?[-–]\s?\d+(?:[.,]\d+)?\s?%|\s+(?:người|hộ|căn|lao động|học sinh|xã|cơ sở|vị trí|lần|mô hình|công trình))/giu;

/** "số 15", "Số: 9491", but not "tổng số 15 xã" or "số 100 hộ". */
const AFTER_SO =
  /(?<!(?:tổng|trong|một|bình quân)\s)(?<![\p{L}])số\s*:?\s+\d[\d.]*(?!\d|\s?%|,\d|\s+(?:hộ|người|xã|căn))/giu;

/** "(1)", "[2]", "(1), (2)": marks of a list or a note. */
const LIST_MARK = /[([]\d{1,3}[)\]]/g;

/** Figures that belong to a word: "QC01", "T78", "4.0", "24/24", "IPv6", "H1N1". */
const IN_A_WORD =
  /(?<!\p{L})\p{L}+\d[\d.]*|\d+\p{L}+\d+|(?<![\d.,])[45]\.0(?!\d)|24\/(?:24|7)|\d{1,2}:\d{2}|\d{1,2}\s?giờ\s?\d{2}/gu;

/** Phone numbers and long identifiers; "10.000" and "400.000" have three digits after each dot. */
const IDENTIFIER = /(?<![\d.,])0\d{8,10}(?!\d)|\d{2,}(?:\.\d{2}){2,}(?:\.\w+)?/g;

/** A document's year after its number, and day/month that no word announces. */
const SLASHED = /(?<![\d.,])\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)|(?<![\d.,])\d{1,2}\/\d{4}(?!\d)/g;

const MONTH_OR_DAY = /(?:tháng|ngày)\s+(?:thứ\s+)?\d{1,2}(?!\d|\s?%|[.,]\d)(?:\s+và(?:\s+ngày)?\s+\d{1,2})?/giu;

/** "2 người trên 1.000 dân", "20/trên 100.000 dân": what a count is per, said with "trên"; no comparator and no count. */
const PER_SO_MANY =
  /(?<=\d[^.;\n]{0,80}[\s/])trên\s+1(?:0+|(?:\.000)+)(?=\s+(?:dân|người dân|nhân khẩu|trẻ (?:đẻ|sinh)|ca (?:đẻ|sinh)|phụ nữ|bà mẹ))/giu;

const FILLER = '\u0001';

/** The text with everything that has digits and is no quantity replaced, so that offsets stay. */
export function maskNonQuantities(text: string): string {
  if (!/\d/.test(text)) return text;
  let masked = text;
  for (const { start, end } of [...readDates(text), ...yearsOf(text)]) masked = blank(masked, start, end);
  for (const pattern of [
    DOCUMENT_NUMBER,
    LIST_MARK,
    NAMED_BY_NUMBER,
    AFTER_SO,
    IN_A_WORD,
    IDENTIFIER,
    SLASHED,
    MONTH_OR_DAY,
    PER_SO_MANY,
  ]) {
    if (!/\d/.test(masked)) return masked;
    masked = masked.replace(pattern, (found) => found.replace(/\d/g, FILLER));
  }
  return masked;
}

function yearsOf(text: string): { readonly start: number; readonly end: number }[] {
  const named = readPeriods(text).filter((period) => period.kind !== 'recurring');
  const bare = [...text.matchAll(/(?:tầm nhìn|mốc|đến|niên khóa|nhiệm kỳ|năm)\s+(?:19|20)\d{2}(?!\d|\s?%|[.,]\d)/giu)];
  return [...named, ...bare.map((match) => ({ start: match.index, end: match.index + match[0].length }))];
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/\d/g, FILLER) + text.slice(end);
}
