import cues from '../../../seeds/lexicon/conduct-cues.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import { findPhrases, phraseBook, termsOf, valuesIn } from '../../vietnamese/phrase-book.ts';

const CUES = ['override', 'instructions', 'reveal', 'secret', 'attack', 'greeting', 'off_topic'] as const;

const BOOK = phraseBook(CUES.flatMap((cue) => cues.phrases[cue].map((phrase) => [phrase, cue] as const)));
/** Mark-up that tries to close a prompt's delimiters or to speak in another role. */
const DELIMITERS = /<\/?[a-z_|]+[^>]*>|\[\/?(?:inst|system)\]|```|(?:^|\n)\s*(?:system|assistant)\s*:/i;

/** Does the text try to change what the service does, or to get at its insides? */
export function isInjection(question: string, terms: readonly string[]): boolean {
  const found = valuesIn(BOOK, terms);
  return (
    DELIMITERS.test(question) ||
    found.has('attack') ||
    (found.has('override') && found.has('instructions')) ||
    (found.has('reveal') && found.has('secret') && !CASE_OF_LOSS.test(` ${terms.join(' ')} `))
  );
}

/** "Lộ mật khẩu thì báo ai?": what is to be done when a secret got lost asks for none. */
const CASE_OF_LOSS =
  / (?:lo|mat|quen) (?:mat khau|khoa bi mat|thong tin dang nhap) (?:[a-z]+ ){0,12}(?:thi|phai|bao|can) (?:[a-z]+ ){0,8}(?:sao|gi|ai|nao|dau) /;

/** A greeting, thanks or goodbye with nothing else in it but words of courtesy. */
export function isSmalltalk(terms: readonly string[]): boolean {
  const greetings = findPhrases(GREETINGS, terms);
  const rest = terms.filter((_, i) => !greetings.some(({ start, end }) => i >= start && i < end));
  return greetings.length > 0 && rest.every((term) => COURTESY_WORDS.has(term));
}

const GREETINGS = phraseBook(cues.phrases.greeting.map((phrase) => [phrase, phrase] as const));
const COURTESY_WORDS = new Set(questionWords.stop.map(termsOf).flatMap((terms) => (terms.length === 1 ? terms : [])));

/** Does the text ask for something no policy document is about (weather, recipes, poems …)? */
export function isOffTopic(terms: readonly string[]): boolean {
  return valuesIn(BOOK, terms).has('off_topic');
}
