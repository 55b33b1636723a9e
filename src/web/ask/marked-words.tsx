import { tokenise } from '../../vietnamese/tokens.ts';

/** Syllables that say nothing of what is asked, folded. */
const SHORT = 3;

/** A text with the words that the question also holds marked, whatever their accents. */
export function MarkedWords({ text, terms }: { readonly text: string; readonly terms: ReadonlySet<string> }) {
  const parts: (string | { readonly match: string })[] = [];
  let at = 0;
  for (const token of tokenise(text)) {
    if (!terms.has(token.term)) continue;
    const between = text.slice(at, token.start);
    const last = parts.at(-1);
    // Neighbouring words make one mark: a phrase reads as one.
    if (between === ' ' && typeof last === 'object') parts[parts.length - 1] = { match: `${last.match} ${token.text}` };
    else parts.push(between, { match: token.text });
    at = token.end;
  }
  parts.push(text.slice(at));
  return <>{parts.map((part) => (typeof part === 'string' ? part : <mark>{part.match}</mark>))}</>;
}

/** The terms of a question worth marking: phrases of two words or more, or numbers. */
export function markedTerms(question: string): ReadonlySet<string> {
  const terms = tokenise(question).map((token) => token.term);
  return new Set(terms.filter((term) => term.length >= SHORT || /\d/.test(term)));
}
