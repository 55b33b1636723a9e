import { fold } from '../../vietnamese/fold.ts';
import type { Grounds } from './grounds.ts';
import { isPrintedIn, withoutBodies } from './source-facts.ts';

/** Two or more words with capitals: "Mai Sơn", "Nguyễn Sơn Hùng", "Bắc Bộ". */
const NAME = /\p{Lu}[\p{Ll}\p{M}]+(?:\s+\p{Lu}[\p{Ll}\p{M}]+)+/gu;

/** Persons, places and schools a statement names stand in what it cites, with their accents; bodies are read elsewhere. */
export function checkNames(own: string, grounds: Grounds): string | null {
  const names = [...withoutBodies(own).matchAll(NAME)];
  if (names.length === 0) return null;
  const wrong = names.find(
    ({ 0: name, index }) =>
      !isPrintedIn(grounds.sources, name) &&
      !(index === firstLetter(own) && isPrintedIn(grounds.sources, name.replace(/^\S+\s+/u, ''))),
  );
  return wrong === undefined ? null : `Tên “${wrong[0]}” không có trong đoạn được dẫn.`;
}

/** A word at the very beginning has a capital whatever it is. */
function firstLetter(text: string): number {
  return text.search(/\p{L}/u);
}

const POSITION =
  /(?:phó\s+)?(?:chủ tịch|giám đốc|bí thư|thủ tướng|bộ trưởng|chánh văn phòng|cục trưởng|trưởng ban|thứ trưởng)/giu;

/** Who signed, in which position, and whether in place of the head, is as the document has it. */
export function checkSigner(own: string, { views, cited }: Grounds): string | null {
  if (!/(?<![\p{L}]|đăng |chữ )ký(?![\p{L}])/u.test(own)) return null;
  const signers = views.flatMap(({ document }) => document.signer ?? []);
  if (/ký thay/iu.test(own) && !signers.some(({ onBehalf }) => onBehalf) && !/KT\./u.test(cited)) {
    return 'Văn bản không ghi ký thay.';
  }
  for (const [position] of own.replace(/(?:ký thay|thay mặt|thay)\s+[^,.;:()]+/giu, ' ').matchAll(POSITION)) {
    const borne = signers.some(
      (signer) => signer.position !== null && positionsIn(signer.position).includes(fold(position)),
    );
    if (!borne) return `Chức vụ “${position}” không phải của người ký.`;
  }
  return null;
}

function positionsIn(text: string): readonly string[] {
  return [...text.matchAll(POSITION)].map(([position]) => fold(position));
}
