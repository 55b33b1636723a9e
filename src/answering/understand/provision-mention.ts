import type { Concept } from './concept.ts';

/** A part of a document named by its labels. */
export interface ProvisionMention {
  /** Labels from the root, folded: "điểm m khoản 2 mục III" is `['iii', '2', 'm']`. */
  readonly path: readonly string[];
  /** The words that name it, folded. */
  readonly words: ReadonlySet<string>;
}

/** Kinds of parts, from the largest. */
const KINDS = ['phu luc', 'phan', 'chuong', 'muc', 'dieu', 'khoan', 'diem', 'tiet'];
const LABEL = '(?:[ivxl]{1,5}|\\d{1,3}|[a-z])';
const MENTION = new RegExp(
  `\\b(?<kind>${KINDS.join('|')}) (?:so )?(?<labels>${LABEL}(?: ${LABEL}){0,3})(?![a-z0-9])`,
  'g',
);

/** The part a folded question names, "muc iii 2"; null when it names none. */
export function findProvisionMention(folded: string): ProvisionMention | null {
  const found = [...folded.matchAll(MENTION)].map((match) => ({
    kind: match.groups?.kind ?? '',
    labels: match.groups?.labels?.split(' ') ?? [],
  }));
  if (found.length === 0) return null;
  const ordered = found.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return {
    path: ordered.flatMap(({ labels }) => labels),
    words: new Set(found.flatMap(({ kind, labels }) => [...kind.split(' '), ...labels])),
  };
}

/** Is the part named all that is looked for? */
export function isAllAsked({ words }: ProvisionMention, concepts: readonly Concept[]): boolean {
  return concepts.every(({ label }) => label.split(' ').every((word) => words.has(word)));
}
