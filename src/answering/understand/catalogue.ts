import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import everyday from '../../../seeds/lexicon/everyday-terms.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { isSyllable } from '../../vietnamese/syllable.ts';
import type { Corpus } from '../corpus.ts';
import type { Catalogue } from './understand.ts';

const LEXICON_TERMS = [
  ...abbreviations.groups.flat(),
  ...abbreviations.documentTypes.flat(),
  ...everyday.rows.flatMap((row) => [...row.says, ...row.means]),
  ...questionWords.protected,
  ...questionWords.stop,
].flatMap(termsOf);

const LEXICON: ReadonlySet<string> = new Set(LEXICON_TERMS);

/**
 * What understanding needs of a generation: its documents and the words that count as spelled right. Names and numbers
 * go on growing with the corpus; the words kept to correct others by are those that could be Vietnamese syllables, a
 * few thousand however many documents there are.
 */
export function catalogueOf(corpus: Corpus): Catalogue {
  const { lexical } = corpus.index;
  return {
    documents: corpus.documents,
    statistics: lexical,
    isKnown: (term) => LEXICON.has(term) || lexical.documentFrequency(term) > 0,
    syllables: [...new Set([...lexical.vocabulary(), ...LEXICON_TERMS])].filter(isSyllable),
  };
}
