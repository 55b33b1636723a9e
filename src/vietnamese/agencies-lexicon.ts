import lexicon from '../../seeds/lexicon/agencies.json' with { type: 'json' };
import { foldSyllable } from './fold.ts';
import { spellSyllable } from './spelling.ts';

/** A name the lexicon knows: what follows it may be a level ("tỉnh", "các huyện, thị xã, thành phố"). */
export interface KnownName {
  readonly name: string;
  /** A level after the name belongs to it. */
  readonly levelled: boolean;
  /** Only with a level is it a body: "Công an tỉnh", but not "công an". */
  readonly needsLevel: boolean;
  /** Without a level it is a body all the same where it stands as an item, capitalised: "phối hợp với Công an, …". */
  readonly standsAlone: boolean;
  /** The level is left out of the canonical name: "Sở Y tế tỉnh Quảng Trị" is "Sở Y tế". */
  readonly dropsLevel: boolean;
}

/** Names by their syllables; "và" is left out on both sides, so "Giáo dục Đào tạo" meets "Giáo dục và Đào tạo". */
export interface NameTree {
  readonly next: Map<string, NameTree>;
  name: KnownName | null;
}

/** How a syllable is compared: with its accents in documents, without in what users type. */
export type SyllableForm = (syllable: string) => string;

const WORD = /[\p{L}\p{M}]+/gu;

/** "Và" joins parts of a name and is often left out. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(['và', 'va']);

/** Every agency name and its short forms. */
export const agencyTree: Readonly<Record<'accented' | 'folded', NameTree>> = {
  accented: buildTree(allNames(false), spellSyllable),
  folded: buildTree(allNames(true), foldSyllable),
};

/** The fields of the departments alone ("Tài chính"), for lists that print "Sở" once. */
export const departmentFields: NameTree = buildTree(fieldNames('Sở', { withHead: false, typed: false }), spellSyllable);
export const ministryFields: NameTree = buildTree(fieldNames('Bộ', { withHead: false, typed: false }), spellSyllable);

function buildTree(names: Iterable<readonly [string, KnownName]>, form: SyllableForm): NameTree {
  const root: NameTree = { next: new Map(), name: null };
  for (const [spelling, name] of names) {
    let node = root;
    for (const [word] of spelling.matchAll(WORD)) {
      const key = form(word);
      if (JOINING_WORDS.has(key)) continue;
      const next = node.next.get(key) ?? { next: new Map(), name: null };
      node.next.set(key, next);
      node = next;
    }
    node.name ??= name;
  }
  return root;
}

function* allNames(typed: boolean): Generator<readonly [string, KnownName]> {
  for (const head of ['Sở', 'Bộ', 'Phòng']) yield* fieldNames(head, { withHead: true, typed });
  for (const body of lexicon.bodies) {
    const known = {
      name: body.name,
      levelled: body.levelled,
      needsLevel: 'needsLevel' in body && body.needsLevel === true,
      standsAlone: 'standsAlone' in body && body.standsAlone === true,
      dropsLevel: false,
    };
    const half = typed && 'typed' in body && Array.isArray(body.typed) ? body.typed : [];
    for (const spelling of [body.name, ...body.variants, ...half]) yield [spelling, known];
  }
}

/** Half names such as "Sở Nông nghiệp", like "Mặt trận" of the bodies, count only in what users type: in a document they may be cut from another name. */
function* fieldNames(
  head: string,
  { withHead, typed }: { withHead: boolean; typed: boolean },
): Generator<readonly [string, KnownName]> {
  for (const field of lexicon.fields.filter((entry) => entry.heads.includes(head))) {
    const dropsLevel = head === 'Sở';
    const known = {
      name: `${head} ${field.name}`,
      levelled: head !== 'Bộ',
      needsLevel: false,
      standsAlone: false,
      dropsLevel,
    };
    const half = typed && 'typed' in field && Array.isArray(field.typed) ? field.typed : [];
    const spellings = [field.name, ...field.variants, ...half, ...shortForms(field.parts)];
    for (const spelling of spellings) yield [withHead ? `${head} ${spelling}` : spelling, known];
    if (withHead && head === 'Sở') yield [`S${gluedShortForm(field.parts)}`, known];
  }
}

/** Every mixture of full and short parts: "LĐ-TB&XH", "LĐTBXH", "Lao động - TB&XH", "LĐ-TBXH". */
function shortForms(parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (forms, [full = '', short = '']) =>
      forms.length === 0
        ? [full, short]
        : forms.flatMap((form) =>
            /\p{Lu}$/u.test(form)
              ? [`${form} ${full}`, `${form} ${short}`, `${form}${short}`]
              : [`${form} ${full}`, `${form} ${short}`],
          ),
    [],
  );
}

function gluedShortForm(parts: readonly (readonly string[])[]): string {
  return parts.map(([, short = '']) => short).join('');
}
