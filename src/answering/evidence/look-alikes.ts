import lexicon from '../../../seeds/lexicon/look-alikes.json' with { type: 'json' };
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { ConceptForm } from '../understand/concept.ts';

/** A longer phrase, as folded terms, and how many of them come before the one it holds. */
export interface LookAlike {
  readonly terms: readonly string[];
  readonly from: number;
}

/** "thất nghiệp" → "bảo hiểm thất nghiệp", of which the first two terms are read and the others passed over. */
const WITHIN: ReadonlyMap<string, readonly LookAlike[]> = new Map(
  lexicon.rows.map(({ phrase, within }) => {
    const [first = ''] = termsOf(phrase);
    const longer = within.map(termsOf);
    return [termsOf(phrase).join(' '), longer.map((terms) => ({ terms, from: terms.indexOf(first) }))];
  }),
);

/** The phrases in which what is asked for would be found without being meant; none that are asked for themselves. */
export function lookAlikesOf(forms: readonly ConceptForm[]): readonly LookAlike[] {
  const asked = forms.filter(({ weight }) => weight === 1).map(({ terms }) => ` ${terms.join(' ')} `);
  return forms
    .flatMap(({ terms }) => WITHIN.get(terms.join(' ')) ?? [])
    .filter(({ terms }) => !asked.some((form) => form.includes(` ${terms.join(' ')} `)));
}
