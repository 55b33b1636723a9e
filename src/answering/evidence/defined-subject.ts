import { termsOf } from '../../vietnamese/phrase-book.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';

/** What a sentence that explains a term begins with: its label, the term, and "là". */
const EXPLAINING =
  /^\s*(?:(?:[-+•]|\p{L}[.)]|\d+(?:\.\d+)*[.)])\s+)?([\p{L}\d][\p{L}\d\s(),/-]{2,60}?)\s+(?:(?:trong|theo) [Qq]uy (?:định|chế|trình) này\s+)?(?:(?:được hiểu\s+)?là|(?<=này\s+)(?:bao )?gồm)\s/u;

/** The folded term that a sentence explains ("Khu vực TOD là khu vực bao gồm …"), null when it explains none of two words or more. */
export const definedSubject: (text: string) => string | null = remembered((text) => {
  const [, subject = ''] = EXPLAINING.exec(text) ?? [];
  const terms = termsOf(subject);
  return terms.length < 2 ? null : terms.join(' ');
}, MOST_SENTENCES);

/** The label of a field: "d) Thời hạn giải quyết: …", "- Phí, lệ phí: …". */
const FIELD = /^\s*(?:(?:[-+•]|\p{L}[.)]|\d+(?:\.\d+)*[.)])\s+)?(\p{Lu}[\p{L}\d\s(),/-]{4,60}?)\s*:\s+\S/u;

/** The names a field goes by ("le phi" of "Phí, lệ phí: Không") as folded terms, of two words or more each. */
const fieldNames: (text: string) => readonly (readonly string[])[] = remembered((text) => {
  const [, label = ''] = FIELD.exec(text) ?? [];
  return label
    .split(/[,;()/]/u)
    .map((name) => termsOf(name))
    .filter((terms) => terms.length >= 2);
}, MOST_SENTENCES);

/** Is the sentence a field with a label of its own? It goes on about what the text before it speaks of. */
export function isField(text: string): boolean {
  return fieldNames(text).length > 0;
}

/** Does a question ask for the field a sentence fills in? A short name must stand in it as it is, a long one by its words. */
export function fillsAsked(text: string, folded: string): boolean {
  const asked = ` ${folded} `;
  return fieldNames(text).some(
    (name) =>
      asked.includes(` ${name.join(' ')} `) ||
      (name.length >= LONG_NAME && name.every((term) => asked.includes(` ${term} `))),
  );
}

const LONG_NAME = 4;

/** Does a question speak of the term a sentence explains? */
export function explainsAsked(text: string, folded: string): boolean {
  const subject = definedSubject(text);
  return subject !== null && ` ${folded} `.includes(` ${subject} `);
}
