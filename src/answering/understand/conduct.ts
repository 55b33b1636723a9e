import cues from '../../../seeds/lexicon/conduct-cues.json' with { type: 'json' };
import { findPhrases, phraseBook } from '../../vietnamese/phrase-book.ts';

const CUES = ['override', 'instructions', 'reveal', 'secret', 'attack', 'greeting', 'off_topic'] as const;
type Cue = (typeof CUES)[number];

const BOOKS = CUES.map((cue) => [cue, phraseBook(cues.phrases[cue].map((phrase) => [phrase, cue] as const))] as const);
/** Mark-up that tries to close a prompt's delimiters or to speak in another role. */
const DELIMITERS = /<\/?[a-z_|]+[^>]*>|\[\/?(?:inst|system)\]|```|(?:^|\n)\s*(?:system|assistant)\s*:/i;

/** Does the text try to change what the service does, or to get at its insides? */
export function isInjection(question: string, terms: readonly string[]): boolean {
  const found = cuesIn(terms);
  return (
    DELIMITERS.test(question) ||
    found.has('attack') ||
    (found.has('override') && found.has('instructions')) ||
    (found.has('reveal') && found.has('secret'))
  );
}

/** A greeting, thanks or goodbye with nothing else in it (`others`: words left besides the courtesy). */
export function isSmalltalk(terms: readonly string[], others: number): boolean {
  return cuesIn(terms).has('greeting') && others === 0;
}

/** Does the text ask for something no policy document is about (weather, recipes, poems …)? */
export function isOffTopic(terms: readonly string[]): boolean {
  return cuesIn(terms).has('off_topic');
}

function cuesIn(terms: readonly string[]): Set<Cue> {
  return new Set(BOOKS.filter(([, book]) => findPhrases(book, terms).length > 0).map(([cue]) => cue));
}
