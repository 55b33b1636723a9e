import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import everyday from '../../../seeds/lexicon/everyday-terms.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { Corpus } from '../corpus.ts';
import type { Catalogue } from './understand.ts';

const LEXICON_TERMS = [
  ...abbreviations.groups.flat(),
  ...abbreviations.documentTypes.flat(),
  ...everyday.rows.flatMap((row) => [...row.says, ...row.means]),
  ...questionWords.protected,
  ...questionWords.stop,
].flatMap(termsOf);

/** What understanding needs of a generation: its documents and the words that count as spelled right. */
export function catalogueOf(corpus: Corpus): Catalogue {
  return {
    documents: corpus.documents,
    statistics: corpus.index.lexical,
    vocabulary: new Set([...corpus.index.lexical.vocabulary(), ...LEXICON_TERMS]),
  };
}
