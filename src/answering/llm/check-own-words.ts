import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import lexicon from '../../../seeds/lexicon/model-wording.json' with { type: 'json' };
import { fold } from '../../vietnamese/fold.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { type Grounds, groundsOf } from '../verify/grounds.ts';
import { readStatement, wordsOf } from '../verify/reading.ts';
import { withoutBodies, wordsIn } from '../verify/source-facts.ts';
import { tellingWords } from '../verify/wording.ts';

/** Share of a statement's telling words that the cited text must hold. Templates need less: they are not invented anew. */
const LEAST_SHARE = 0.7;
/** Beside a quotation, which is checked word for word, so many words of its own are no matter: "Nội dung liên quan: …". */
const FEW = 2;
const INFERRED = [...lexicon.inferred, ...lexicon.of_oneself].map((phrase) => wordsOf(phrase).join(' '));
/** An address is never in what the model is shown to use. */
const ADDRESS = /https?:|www\.|\S@\S|\.(?:com|net|org|vn|gov)(?![\p{L}])/iu;
const MARKUP = /<\/?\p{L}|[{}[\]\\]|!\[/u;
/** The written form of a Vietnamese syllable without its accents; other words are names, abbreviations, or foreign. */
const SYLLABLE = /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ng?h?|p|ph|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/u;

/**
 * What a model's statement must meet beyond the checks that every statement meets: the reason why it does not, or null.
 * A model can be talked into writing anything; so it is held to the words of what it cites, makes no comparison of its
 * own, says nothing of itself, and repeats nothing of its instructions.
 */
export function checkOwnWords(statement: DraftStatement, instructions: Instructions): string | null {
  const { text } = statement;
  if (ADDRESS.test(text)) return 'Câu có địa chỉ.';
  if (MARKUP.test(text)) return 'Câu có ký hiệu đánh dấu.';
  if (/["«»„]/u.test(text) || count(text, '“') !== count(text, '”')) return 'Dấu trích dẫn không khớp.';
  const grounds = groundsOf(statement.supports);
  const { own } = readStatement(statement, grounds);
  const words = wordsOf(own);
  const line = ` ${words.join(' ')} `;
  const inferred = INFERRED.find((phrase) => isOfItsOwn(phrase, line, grounds));
  if (inferred !== undefined) return `“${inferred}” không có trong đoạn được dẫn.`;
  const meant = otherFormsIn(grounds);
  const foreign = wordsOf(withoutBodies(own)).find(
    (word) => isForeign(word) && !isPrinted(word, grounds) && !meant.has(word),
  );
  if (foreign !== undefined) return `“${foreign}” không có trong đoạn được dẫn.`;
  if (instructions.repeatedIn(line)) return 'Câu lặp lại lời dặn.';
  const said = tellingWords(withoutBodies(own));
  const held = said.filter(
    (word) => meant.has(word) || grounds.sources.some((source) => wordsIn(source).set.has(word)),
  ).length;
  const few = statement.text.includes('“') && said.length - held <= FEW;
  return !few && held < LEAST_SHARE * said.length ? 'Câu dùng chữ ngoài đoạn được dẫn.' : null;
}

/** A phrase is borne out by its source together with the word after it: "cao hơn" of one thing is not that of another. */
function isOfItsOwn(phrase: string, line: string, grounds: Grounds): boolean {
  const at = line.indexOf(` ${phrase} `);
  if (at === -1) return false;
  const [next = ''] = line.slice(at + phrase.length + 2).split(' ');
  return !isPrinted(next === '' ? phrase : `${phrase} ${next}`, grounds);
}

function isForeign(word: string): boolean {
  return !/^\d/.test(word) && !SYLLABLE.test(fold(word));
}

/** Ways of writing one term: an abbreviation stands for its words, and they for it. */
const TERMS = abbreviations.groups.map((group) => group.map((form) => wordsOf(form).join(' ')));

/** The words of the other forms of every term that is printed in one form. */
function otherFormsIn(grounds: Grounds): ReadonlySet<string> {
  const printed = TERMS.filter((forms) => forms.some((form) => isPrinted(form, grounds)));
  return new Set(printed.flatMap((forms) => forms.flatMap((form) => form.split(' '))));
}

function isPrinted(phrase: string, { sources }: Grounds): boolean {
  return sources.some((source) => wordsIn(source).line.includes(` ${phrase} `));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** The instructions of a prompt, recognised where they are repeated. */
export interface Instructions {
  /** Does a line of words hold a run of words of the instructions? */
  repeatedIn(line: string): boolean;
}

/** So many words in a row are no coincidence. */
const RUN = 7;

/** Reads the instructions of a prompt. */
export function instructionsOf(system: string): Instructions {
  const words = wordsOf(system);
  const runs = new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
  return {
    repeatedIn: (line) => {
      const said = line.trim().split(' ');
      return said.slice(RUN - 1).some((_, i) => runs.has(said.slice(i, i + RUN).join(' ')));
    },
  };
}
