import { fold } from '../../vietnamese/fold.ts';
import { foldTerm, type Token, tokenise } from '../../vietnamese/tokens.ts';
import type { TermStatistics } from './concept.ts';
import { isPhrase } from './concepts.ts';
import { cohesion } from './run-concepts.ts';

/** Two things of a question that stand beside each other: tokens `[start, at)`, and after the joining words `[next, end)`. */
interface Coordinated {
  readonly start: number;
  readonly at: number;
  readonly next: number;
  readonly end: number;
  /** The second repeats a word of the first ("đi tập và đi diễn"), so that both are surely of one kind. */
  readonly repeated: boolean;
}

/** What holds two things against each other, with the words that ask how, to be left out of the question for either; folded. */
const HOW = '(?:(?:nhu )?the nao|ra sao|bao nhieu(?: [a-z]+)?|gi|sao|khong)';
const DIFFER = '(?:khac|chenh|hon kem)(?: lech)?';
const COMPARING = new RegExp(
  `(?<![a-z])(?:thi )?(?:(?:co )?${DIFFER} (?:nhau(?: ${HOW})?|${HOW})|so voi nhau(?: ${HOW})?|so sanh)(?![a-z])[?. ]*`,
  'g',
);

/** The text without what compares, found however it is typed: folding changes no length. */
function withoutComparing(text: string): string {
  const folded = fold(text);
  if (folded.length !== text.length) return text;
  let plain = '';
  let end = 0;
  for (const { index, 0: found } of folded.matchAll(COMPARING)) {
    plain += `${text.slice(end, index)} `;
    end = index + found.length;
  }
  return plain + text.slice(end);
}

/** One of two things, as the question names it, and the question for it alone. */
export interface Side {
  readonly name: string;
  readonly question: string;
}

/**
 * The questions for either of two things held against each other within one question: "Mức chi cho Trưởng ban và Phó
 * Trưởng ban khác nhau thế nào?" is "Mức chi cho Trưởng ban là bao nhiêu?" and the same for "Phó Trưởng ban". None where
 * the text joins no two things; without a comparison only things that repeat a word are taken apart.
 */
export function questionsForEither(
  text: string,
  { compares, statistics }: { readonly compares: boolean; readonly statistics: TermStatistics },
): readonly Side[] {
  const typed = text.normalize('NFC');
  const plain = compares ? withoutComparing(typed) : typed;
  const tokens = tokenise(plain);
  const found = coordinatedIn(tokens, statistics);
  if (found === null || (!compares && !found.repeated)) return [];
  const { start, at, next, end } = found;
  const words = (from: number, to: number) =>
    from >= to ? '' : plain.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? plain.length);
  const rest = plain.slice(tokens[end - 1]?.end ?? plain.length);
  return [words(start, at), words(next, end)].map((name) => {
    const question = [words(0, start), name, rest]
      .join(' ')
      .replace(/\s+/gu, ' ')
      .replace(/[?.,: ]+$/u, '')
      .trim();
    return { name, question: `${question}${ASKS.test(fold(question)) ? '' : askedAs(question)}?` };
  });
}

/** As the rest is typed: words without accents beside one with them would be taken as meant without. */
function askedAs(question: string): string {
  return /[\u0080-\uffff]/.test(question) ? ' là bao nhiêu' : ' la bao nhieu';
}

/** What is left of the question asks by itself. */
const ASKS = /(?<![a-z])(?:bao nhieu|the nao|ra sao|may)(?![a-z])/;

/** How many words a thing may have. */
const MOST = 6;

function coordinatedIn(tokens: readonly Token[], statistics: TermStatistics): Coordinated | null {
  const terms = tokens.map(({ term }) => term);
  for (let at = 1; at < terms.length - 1; at++) {
    const joins = joiningAt(terms, at);
    if (joins === 0) continue;
    const next = at + joins;
    const found = repeating(terms, at, next, statistics) ?? wordByWord(terms, at, next, statistics);
    if (found !== null) return found;
  }
  return null;
}

/** How many words join here: "và", "với", "so với"; 0 where none do. */
function joiningAt(terms: readonly string[], at: number): number {
  const [first, second] = terms.slice(at, at + 2);
  if (first === 'so' && second === 'voi') return 2;
  return first === 'va' || first === 'voi' ? 1 : 0;
}

/** "Trưởng ban Tổ chức và Trưởng ban Giám khảo", "trưởng bộ môn và phó trưởng bộ môn": as many words as from the one repeated. */
function repeating(terms: readonly string[], at: number, next: number, statistics: TermStatistics): Coordinated | null {
  for (const before of [0, 1]) {
    const again = terms[next + before];
    if (again === undefined || (before === 1 && terms[next] !== DEPUTY)) continue;
    const start = terms.lastIndexOf(again, at - 1);
    if (start < 0 || at - start < 2 || at - start > MOST) continue;
    const end = Math.min(terms.length, next + before + at - start);
    const cutsWord = isWord(terms, end - 1, statistics) && !isWord(terms, end - 2, statistics);
    return { start, at, next, end: cutsWord ? end + 1 : end, repeated: true };
  }
  return null;
}

const DEPUTY = foldTerm('phó');

/** "xoài và nhãn", "giáo viên và học sinh": two syllables on either side where both pairs are words, else one. */
function wordByWord(
  terms: readonly string[],
  at: number,
  next: number,
  statistics: TermStatistics,
): Coordinated | null {
  const length = at >= 2 && isWord(terms, at - 2, statistics) && isWord(terms, next, statistics) ? 2 : 1;
  const end = next + length;
  return end > terms.length ? null : { start: at - length, at, next, end, repeated: false };
}

/** Are the syllable here and the next one a word? */
function isWord(terms: readonly string[], from: number, statistics: TermStatistics): boolean {
  const [first, second] = terms.slice(from, from + 2);
  if (first === undefined || second === undefined) return false;
  return isPhrase([first, second]) || cohesion([first, second], statistics) >= ONE_WORD;
}

const ONE_WORD = 0.9;
