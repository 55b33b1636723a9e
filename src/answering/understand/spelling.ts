import compoundWords from '../../../seeds/lexicon/compound-words.json' with { type: 'json' };
import everyday from '../../../seeds/lexicon/everyday-terms.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { isSyllable } from '../../vietnamese/syllable.ts';
import { decodeTelex } from '../../vietnamese/telex.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import type { TermStatistics } from './concept.ts';

/** Regional and typing confusions between folded syllables: [pattern, replacement], each tried both ways. */
const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  [/^tr/, 'ch'],
  [/^ch/, 'tr'],
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^d/, 'gi'],
  [/^gi/, 'd'],
  [/^r/, 'd'],
  [/^v/, 'd'],
  [/^d/, 'r'],
  [/^d/, 'v'],
  [/^l/, 'n'],
  [/^n(?![gh])/, 'l'],
  [/^k/, 'c'],
  [/^c(?!h)/, 'k'],
  [/^ng/, 'n'],
  [/^g(?!h)/, 'gh'],
  [/n$/, 'ng'],
  [/ng$/, 'n'],
  [/t$/, 'c'],
  [/c$/, 't'],
  [/ai$/, 'ay'],
  [/ay$/, 'ai'],
  [/ao$/, 'au'],
  [/au$/, 'ao'],
  [/iu$/, 'uu'],
  [/uu$/, 'uou'],
];

const FRAME_PHRASES = questionWords.stop.map(termsOf);
/** Words of questions, and the pairs they make ("chủ trì", "bao nhiêu"): common whatever the documents say. */
const FRAME_WORDS = new Set(FRAME_PHRASES.flatMap((terms) => (terms.length === 1 ? terms : [])));
const FRAME_PAIRS = new Set(FRAME_PHRASES.flatMap((terms) => (terms.length === 2 ? [terms.join('_')] : [])));

/** Pairs of the lexicons: "đơn thân" is no slip for what the documents write more often. */
const LEXICON_PAIRS = new Set(
  [...everyday.rows.flatMap(({ says }) => says), ...compoundWords.words].flatMap((phrase) => bigrams(termsOf(phrase))),
);

/** A pair of syllables must occur at least so often before a misspelling is read as it. */
const PAIR_EVIDENCE = 3;

/**
 * Corrects folded terms against the syllables of the index: Telex left-overs, unknown words, then pairs nobody writes. A
 * word typed with accents (`accented`) has them already, so a letter too many in it is a slip before it is Telex.
 */
export function correctTerms(
  terms: readonly string[],
  isKnown: (term: string) => boolean,
  syllables: Iterable<string>,
  statistics: TermStatistics,
  accented: readonly boolean[] = [],
): string[] {
  const spelled = terms.map((term, i) => {
    if (/^\d/.test(term) || isKnown(term)) return term;
    const nearest = () =>
      nearestKnown(term, terms[i - 1], terms[i + 1], { syllables, statistics, isWhole: accented[i] === true });
    return (accented[i] === true ? (nearest() ?? decodeTelex(term)) : (decodeTelex(term) ?? nearest())) ?? term;
  });
  const isAsking = (i: number) =>
    FRAME_PAIRS.has(`${spelled[i]}_${spelled[i + 1]}`) || FRAME_PAIRS.has(`${spelled[i - 1]}_${spelled[i]}`);
  // "Giảm bao nhiêu" is no slip for "đảm bảo": the words a question asks with pair with nothing else.
  return spelled.map((term, i) => {
    const beside = (j: number) => (isAsking(j) && !isAsking(i) ? undefined : spelled[j]);
    return confusedPair(term, beside(i - 1), beside(i + 1), statistics) ?? term;
  });
}

/** What letters in the wrong order, a pair questions are made of, and a word that asks speak for a word. */
const SWAPPED = 4;
const FRAME_EVIDENCE = 2;
const ASKING_EVIDENCE = 12;
const ASKING = new Set(['nao', 'gi', 'sao', 'dau', 'nhieu', 'khong']);

/** What the nearest word is looked for in; a word typed with accents ("nhắc") is whole: no letter of it is missing or too many. */
interface Nearness {
  readonly syllables: Iterable<string>;
  readonly statistics: TermStatistics;
  readonly isWhole: boolean;
}

/**
 * The most plausible word at edit distance one; null when none is near, or for short words, where anything is. A word
 * that could be Vietnamese is only given up for letters in the wrong order, or for one that goes well with its neighbours.
 */
function nearestKnown(
  term: string,
  before: string | undefined,
  after: string | undefined,
  { syllables, statistics, isWhole }: Nearness,
): string | null {
  if (term.length < 3) return null;
  let best: string | null = null;
  let bestScore = 0;
  const mayBeAWord = isSyllable(term);
  for (const word of syllables) {
    if (!withinOneEdit(term, word)) continue;
    const swapped = isSwap(term, word);
    const framed = isFramePair(word, before, after);
    const evidence = pairEvidence(word, before, after, statistics) + (framed ? FRAME_EVIDENCE : 0);
    const isLikely = evidence >= Math.log1p(PAIR_EVIDENCE) && (swapped || !isWhole);
    if (mayBeAWord && !isLikely && !(swapped && FRAME_WORDS.has(word))) continue;
    const order = swapped ? SWAPPED + (ASKING.has(word) ? ASKING_EVIDENCE : 0) : 0;
    const score = 1 + Math.log1p(statistics.documentFrequency(word)) + 3 * evidence + order;
    if (score > bestScore) {
      best = word;
      bestScore = score;
    }
  }
  return best;
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

/** A known word in a pair that never occurs, where a confusable word makes a frequent pair: "chu chi" → "chu tri". */
function confusedPair(
  term: string,
  before: string | undefined,
  after: string | undefined,
  statistics: TermStatistics,
): string | null {
  if (!isSyllable(term) || isFramePair(term, before, after)) return null;
  if (pairEvidence(term, before, after, statistics) > 0) return null;
  if (LEXICON_PAIRS.has(`${before}_${term}`) || LEXICON_PAIRS.has(`${term}_${after}`)) return null;
  let best: string | null = null;
  let bestEvidence = Math.log1p(PAIR_EVIDENCE - 1);
  for (const [pattern, replacement] of CONFUSIONS) {
    const variant = term.replace(pattern, replacement);
    if (variant === term) continue;
    if (isFramePair(variant, before, after)) return variant;
    if (FRAME_WORDS.has(term)) continue;
    const evidence = pairEvidence(variant, before, after, statistics);
    if (evidence > bestEvidence) {
      best = variant;
      bestEvidence = evidence;
    }
  }
  return best;
}

function isFramePair(term: string, before: string | undefined, after: string | undefined): boolean {
  return FRAME_PAIRS.has(`${before}_${term}`) || FRAME_PAIRS.has(`${term}_${after}`);
}

/** ln(1 + occurrences) of the pairs the word makes with its neighbours. */
function pairEvidence(
  term: string,
  before: string | undefined,
  after: string | undefined,
  statistics: TermStatistics,
): number {
  const left = before === undefined ? 0 : statistics.documentFrequency(`${before}_${term}`);
  const right = after === undefined ? 0 : statistics.documentFrequency(`${term}_${after}`);
  return Math.log1p(left + right);
}

/** Is one word the other with a letter more, less, changed, or two neighbours swapped? */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
