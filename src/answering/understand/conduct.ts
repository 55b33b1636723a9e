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
    (found.has('reveal') && found.has('secret') && !asksOfRules(terms))
  );
}

/**
 * "Cơ quan nào cung cấp thiết bị lưu khóa bí mật?", "lộ mật khẩu thì báo ai?": rules on secrets are asked for, unless they
 * are the service's own.
 */
function asksOfRules(terms: readonly string[]): boolean {
  const asked = ` ${terms.join(' ')} `;
  return (
    ASKS_ELSE.test(asked) && !OWN.test(asked) && !valuesIn(BOOK, asked.replace(SECRETS, ' ').split(' ')).has('secret')
  );
}

const SECRETS = / (?:mat khau|khoa bi mat|ma nguon|thong tin dang nhap)(?= )/g;
const ASKS_ELSE =
  / (?:(?:co quan|don vi|so|ai|phong|nguoi|mau) nao|thi (?:[a-z]+ ){0,6}(?:sao|gi|ai|nao|dau)|(?:o|ve|den|tai) dau|khi nao|bao lau|bao nhieu|may ngay|the nao|ra sao) /;
const OWN =
  / (?:ban|may|mi|quan tri|admin|api|tro li|tro ly|may chu|cua he thong|he thong nay|dich vu nay|(?:cho|dua) (?:toi|em|minh)(?: xem| biet)? (?:mat khau|khoa|ma nguon|thong tin)) /;

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
