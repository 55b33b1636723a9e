import data from '../../seeds/lexicon/chat-forms.json' with { type: 'json' };

const FORMS: ReadonlyMap<string, string> = new Map(Object.entries(data.forms));
/** Letters of a document's symbol or an abbreviation are no chat: "kh 50", "KH", "50/kh-ubnd", "GD&ĐT". */
const SYMBOL = /^(?:kh|k|gd|gđ|tp|tt|ct)$/;

/** Writes out the short forms of chat, in lower case only; one that names a document stays ("kh 50", "kh nào"). */
export function expandChatForms(text: string): string {
  return text.replace(/(?<![\p{L}\d/&-])\p{Ll}+(?![\p{L}\d/&-])/gu, (word, at: number) => {
    const form = FORMS.get(word);
    if (form === undefined) return word;
    const numbered = /^\s*(?:(?:số\s*)?\d|n[aà]o|của|cua|này|nay)/u.test(text.slice(at + word.length));
    return numbered && SYMBOL.test(word) ? word : form;
  });
}
