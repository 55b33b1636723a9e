import { termsOf } from '../../vietnamese/phrase-book.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';

/** What a sentence that explains a term begins with: its label, the term, and "là". */
const EXPLAINING =
  /^\s*(?:(?:[-+•]|\p{L}[.)]|\d+(?:\.\d+)*[.)])\s+)?([\p{L}\d][\p{L}\d\s(),/-]{2,60}?)\s+(?:được hiểu\s+)?là\s/u;

/** The folded term that a sentence explains ("Khu vực TOD là khu vực bao gồm …"), null when it explains none of two words or more. */
export const definedSubject: (text: string) => string | null = remembered((text) => {
  const [, subject = ''] = EXPLAINING.exec(text) ?? [];
  const terms = termsOf(subject);
  return terms.length < 2 ? null : terms.join(' ');
}, MOST_SENTENCES);

/** Does a question speak of the term a sentence explains? */
export function explainsAsked(text: string, folded: string): boolean {
  const subject = definedSubject(text);
  return subject !== null && ` ${folded} `.includes(` ${subject} `);
}
