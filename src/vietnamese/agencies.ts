import { accentsOf } from './accents.ts';
import { readLevel, readTypedLevel } from './agencies-level.ts';
import {
  agencyTree,
  departmentFields,
  JOINING_WORDS,
  type KnownName,
  ministryFields,
  type NameTree,
  type SyllableForm,
} from './agencies-lexicon.ts';
import {
  mayOpenName,
  mayStartCollective,
  type PrintedName,
  readCollective,
  readOpenName,
  startsWithVerb,
} from './agencies-open.ts';
import { fold } from './fold.ts';
import { remembered } from './remembered.ts';
import { spellSyllable } from './spelling.ts';
import { foldTerm } from './tokens.ts';

/** A body named in a text: `printed` is the text between `start` and `end`, `name` its canonical full form. */
export interface AgencyMention {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly name: string;
  /** known: a body of the lexicon; open: read by its first word ("Chi cục Kiểm lâm"); collective: "các sở, ban, ngành". */
  readonly kind: 'known' | 'open' | 'collective';
}

const WORD = /[\p{L}\p{M}]+/gu;

/** The same, for the words of one name. */
const NAME_WORD = new RegExp(WORD);

/** What may stand between two words of one name; a line break inside a name has become a space. */
const INSIDE_NAME = /^\s*(?:[-–&,/]\s*)?$/;

/** A dash apart from its words joins capitalised words only: "hội – nông dân" are two things. */
const DASH_APART = /^\s+[-–]\s+$/;

/** "Các Sở, ngành: " and "các Sở: " announce a list of departments by their fields. */
const LIST_OPENING = /(?:^|[\s(])(Các|các)\s+([Ss]ở|[Bb]ộ)(?:\s*,\s*(?:ban|ngành|ban ngành))*\s*:\s*/g;

/** Between two fields of such a list. */
const LIST_SEPARATOR = /^\s*(?:[,;]|,?\s+và)\s+/;

/**
 * The bodies a Vietnamese text names, in order, without overlaps. Hyphens, commas and "và" inside a name never split it.
 *
 * @example findAgencies('giao Sở Lao động - TB&XH chủ trì')[0]?.name // 'Sở Lao động - Thương binh và Xã hội'
 */
export function findAgencies(text: string): AgencyMention[] {
  const lists = fieldLists(text);
  const mentions: AgencyMention[] = [];
  let from = 0;
  for (const word of text.matchAll(WORD)) {
    if (word.index < from) continue;
    const list = lists.get(word.index);
    const found = list ?? readMention(text, word.index, word[0]);
    if (found.length === 0) continue;
    mentions.push(...found);
    from = found.at(-1)?.end ?? from;
  }
  return mentions;
}

/**
 * The canonical name of the body a user means, from wording in any accents or abbreviation; null when the wording
 * names none. A level the user typed ("tỉnh") is kept where the name carries one.
 *
 * @example agencyNamed('so ldtbxh') // 'Sở Lao động - Thương binh và Xã hội'
 */
export function agencyNamed(wording: string): string | null {
  return findAgenciesTyped(wording)[0]?.name ?? null;
}

/** The known bodies in what a user typed: accents, case and abbreviations do not matter. */
export const findAgenciesTyped: (wording: string) => readonly AgencyMention[] = remembered((wording) => {
  const mentions: AgencyMention[] = [];
  let from = 0;
  for (const word of wording.matchAll(WORD)) {
    if (word.index < from) continue;
    const match = longestName(wording, word.index, agencyTree.folded, foldTerm);
    if (match === null || isOtherWord(word[0], match.name.name)) continue;
    const mention = withLevel(wording, word.index, match, true);
    if (mention === null) continue;
    mentions.push(mention);
    from = mention.end;
  }
  return mentions;
});

/**
 * "Chuyển đổi số xây dựng" names no Sở Xây dựng: where a name begins with the same letters, a typed word whose accents are
 * all different is another word; missing or half-typed ones are not.
 */
function isOtherWord(typed: string, name: string): boolean {
  const [head = ''] = name.split(' ');
  if (foldTerm(head) !== foldTerm(typed)) return false;
  const accents = accentsOf(typed);
  const own = accentsOf(head);
  return accents.length > 0 && own.length > 0 && !accents.some((mark) => own.includes(mark));
}

/** Do two canonical names mean the same body? The level at the end may be missing on one side. */
export function sameAgency(a: string, b: string): boolean {
  return bareName(a) === bareName(b);
}

const MOST_NAMES = 20_000;

/** Names come from documents and lexicons again and again; each is folded once. */
const bareName = remembered(
  (name) =>
    fold(name)
      .replace(/[^a-z]+/g, ' ')
      .replace(/^chi nhanh (?=ngan hang )|^ban thuong truc (?=uy ban mat tran )/, '')
      .replace(/ (?:cua |cap )?(?:tinh|thanh pho|tp)(?: .*)?$/, '')
      .replace(/(?<=uy ban nhan dan )(?:(?:cac|cap) )*(?:xa|phuong)(?: (?:xa|phuong|thi tran|dac khu))*$/, 'cap xa')
      .replace(/(?<=uy ban nhan dan )(?:(?:cac|cap) )*huyen(?: (?:thi xa|quan))*$/, 'cap huyen')
      .trim(),
  MOST_NAMES,
);

function readMention(text: string, at: number, word: string): AgencyMention[] {
  if (/[-/]$/.test(text.slice(Math.max(0, at - 1), at)) && /^\p{Lu}+$/u.test(word)) return [];
  const match = longestName(text, at, agencyTree.accented, spellSyllable);
  const open = mayOpenName(word) ? readOpenName(text, at) : null;
  if (match !== null && (open === null || match.end >= open.end || isSureName(match.name, open.printed))) {
    const mention = withLevel(text, at, match, false);
    if (mention !== null) return [mention, ...furtherFields(text, mention)];
  }
  if (open !== null) return [withOpenLevel(text, open)];
  const collective = mayStartCollective(word) ? readCollective(text, at) : null;
  if (collective === null) return [];
  return [withOwner(text, collective)];
}

/** "các Ban của Hội đồng nhân dân Thành phố", "đại biểu HĐND": the body they are part of belongs to the name. */
function withOwner(text: string, collective: PrintedName): AgencyMention {
  const of = text.slice(collective.end).match(/^\s+(?:(?:của|thuộc)\s+|(?=Hội đồng nhân dân|HĐND))/u)?.[0];
  const at = collective.end + (of?.length ?? 0);
  const owner = of === undefined ? null : longestName(text, at, agencyTree.accented, spellSyllable);
  const end = owner === null ? collective.end : (withLevel(text, at, owner, false)?.end ?? collective.end);
  const printed = text.slice(collective.start, end);
  return { start: collective.start, end, printed, name: printed.replace(/\s+/g, ' '), kind: 'collective' };
}

/** A longer open reading wins only when it goes on in capitals: "Ban Dân tộc" in "Ban Dân tộc Hội đồng nhân dân". */
function isSureName(known: KnownName, open: string): boolean {
  return known.levelled || !/\s\p{Lu}\p{L}*$/u.test(open);
}

interface NameMatch {
  readonly name: KnownName;
  readonly end: number;
}

function longestName(text: string, at: number, tree: NameTree, form: SyllableForm): NameMatch | null {
  let node = tree;
  let best: NameMatch | null = null;
  let last = at;
  const near = text.slice(at, at + 160);
  // A loop over exec: matchAll makes a copy of the pattern, and most words end the search at once.
  NAME_WORD.lastIndex = 0;
  for (let word = NAME_WORD.exec(near); word !== null; word = NAME_WORD.exec(near)) {
    const start = at + word.index;
    const gap = text.slice(last, start);
    if (!INSIDE_NAME.test(gap)) break;
    if (tree !== agencyTree.folded && DASH_APART.test(gap) && !/^\p{Lu}/u.test(word[0])) break;
    last = start + word[0].length;
    const key = form(word[0]);
    if (node !== tree && JOINING_WORDS.has(key)) continue;
    const next = node.next.get(key);
    if (next === undefined) break;
    node = next;
    if (node.name !== null) best = { name: node.name, end: last };
  }
  return best;
}

function withLevel(text: string, start: number, { name, end }: NameMatch, typed: boolean): AgencyMention | null {
  const level = name.levelled ? (readLevel(text, end) ?? (typed ? readTypedLevel(text, end) : null)) : null;
  if (name.needsLevel && level === null && !typed && !(name.standsAlone && isItem(text, start, end))) return null;
  const stop = level?.end ?? end;
  const full = level === null || name.dropsLevel ? name.name : `${name.name} ${level.name}`;
  return { start, end: stop, printed: text.slice(start, stop), name: full, kind: 'known' };
}

/** Capitalised, and nothing but the end of the item after it. */
function isItem(text: string, start: number, end: number): boolean {
  return /^\p{Lu}/u.test(text.slice(start)) && /^\s*(?:[,;.)]|và\s|$)/u.test(text.slice(end));
}

function withOpenLevel(text: string, open: PrintedName): AgencyMention {
  const end = readLevel(text, open.end)?.end ?? open.end;
  const printed = text.slice(open.start, end);
  return { start: open.start, end, printed, name: printed.replace(/\s+/g, ' '), kind: 'open' };
}

/** "Sở Tài chính, Nội vụ và Y tế": the fields after the first are departments too. */
function furtherFields(text: string, first: AgencyMention): AgencyMention[] {
  if (/^Sở /.test(first.name)) return readFields(text, first.end, departmentFields, LIST_SEPARATOR);
  if (/^Bộ /.test(first.name)) return readFields(text, first.end, ministryFields, LIST_SEPARATOR);
  return [];
}

function readFields(text: string, from: number, tree: NameTree, separator: RegExp): AgencyMention[] {
  const mentions: AgencyMention[] = [];
  let at = from;
  for (;;) {
    const gap = text.slice(at).match(separator)?.[0];
    if (gap === undefined) return mentions;
    const start = at + gap.length;
    if (!/^\p{Lu}/u.test(text.slice(start))) return mentions;
    const match = longestName(text, start, tree, spellSyllable);
    if (match === null || !endsField(text, match.end)) return mentions;
    mentions.push({
      start,
      end: match.end,
      printed: text.slice(start, match.end),
      name: match.name.name,
      kind: 'known',
    });
    at = match.end;
  }
}

/** After a field comes the next one, or what the list is told to do: never more words of another name. */
function endsField(text: string, end: number): boolean {
  const rest = text.slice(end);
  return /^\s*(?:[,;:.()]|$)/.test(rest) || startsWithVerb(rest.trimStart()) || /^\s+và\s/.test(rest);
}

/** Lists that name the departments after a colon, by the offset at which they open. */
function fieldLists(text: string): Map<number, AgencyMention[]> {
  const lists = new Map<number, AgencyMention[]>();
  for (const opening of text.matchAll(LIST_OPENING)) {
    const opens = opening.index + opening[0].search(/[Cc]ác/);
    const tree = /ộ$/.test(opening[2] ?? '') ? ministryFields : departmentFields;
    const fields = readFields(text, opening.index + opening[0].length, tree, /^(?:\s*[,;]\s*|\s+và\s+)?/);
    if (fields.length > 0) lists.set(opens, fields);
  }
  return lists;
}
