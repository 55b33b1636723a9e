import abbreviations from '../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import data from '../../seeds/lexicon/chat-forms.json' with { type: 'json' };
import { remembered } from './remembered.ts';

const FORMS: ReadonlyMap<string, string> = new Map(Object.entries(data.forms));
/** Letters of a document's symbol or an abbreviation are no chat: "kh 50", "KH", "50/kh-ubnd", "GD&ĐT". */
const SYMBOL = /^(?:kh|k|gd|gđ|tp|tt|ct)$/;

/**
 * Short forms in capitals: types of document ("KH", "NQ"), and those that would be a word in small letters ("TE" is no
 * "tế"), which capitals alone tell apart.
 */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  [...abbreviations.documentTypes, ...abbreviations.likeSyllables].flatMap(([short = '', full = '']) =>
    /^\p{Lu}{2,}$/u.test(short) ? [[short, full]] : [],
  ),
);

/**
 * Writes out the short forms of chat, in lower case only, and those in capitals that stand by themselves
 * ("cơ quan chủ trì KH"); one that names a document stays ("kh 50", "kh nào", "KH 50").
 */
export const expandChatForms = remembered((text) => {
  return expandCapitals(text).replace(/(?<![\p{L}\d/&-])\p{Ll}+(?![\p{L}\d/&-])/gu, (word, at: number) => {
    const form = FORMS.get(word);
    if (form === undefined) return word;
    const numbered = /^\s*(?:(?:số\s*)?\d|n[aà]o|của|cua|này|nay)/u.test(text.slice(at + word.length));
    return numbered && SYMBOL.test(word) ? word : form;
  });
});

/** A type before a number is part of the name of a document, which is read as a whole; a text all in capitals abbreviates nothing. */
function expandCapitals(text: string): string {
  if (!/\p{Ll}/u.test(text)) return text;
  return text.replace(/(?<![\p{L}\d/&.-])\p{Lu}{2,3}(?![\p{L}\d/&-])/gu, (word, at: number) => {
    const numbered = /^\s*(?:số\s*)?\d/iu.test(text.slice(at + word.length));
    return numbered ? word : (CAPITALS.get(word) ?? word);
  });
}
