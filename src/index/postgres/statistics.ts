import type { TermStatistics } from '../ports.ts';
import { buildTermTable, type TermTable, termAt, termNumber } from '../term-table.ts';
import { packSections, unpackSections } from '../typed-sections.ts';

/** A term of a generation: its id in the database and how many entries hold it. */
export interface CountedTerm {
  readonly id: number;
  readonly term: string;
  readonly holding: number;
}

/** What a process keeps in memory of a generation's terms. */
export interface GenerationTerms extends TermStatistics {
  /** The id of a term; null for one the generation does not have. */
  idOf(term: string): number | null;
}

/** The terms of a generation in one piece, which `openTerms` reads in place: some 25 bytes a term. */
export function packTerms(terms: readonly CountedTerm[]): Uint8Array {
  const syllables = terms.filter(({ term }) => !isPair(term));
  const ordered = [...syllables, ...terms.filter(({ term }) => isPair(term))];
  const table = buildTermTable(ordered.map(({ term }) => term));
  return packSections({
    counts: Uint32Array.of(syllables.length),
    termBytes: table.bytes,
    termOffsets: table.offsets,
    termSlots: table.slots,
    ids: Uint32Array.from(ordered, ({ id }) => id),
    holding: Uint32Array.from(ordered, ({ holding }) => holding),
  });
}

/** Opens packed terms; `size` is the number of entries of the generation. */
export function openTerms(packed: Uint8Array, size: number): GenerationTerms {
  const sections = unpackSections(packed);
  const table: TermTable = {
    bytes: sections.u8('termBytes'),
    offsets: sections.u32('termOffsets'),
    slots: sections.u32('termSlots'),
  };
  const [syllables = 0] = sections.u32('counts');
  const ids = sections.u32('ids');
  const holding = sections.u32('holding');
  return {
    size,
    documentFrequency: (term) => holding[termNumber(table, term)] ?? 0,
    idOf: (term) => ids[termNumber(table, term)] ?? null,
    *vocabulary() {
      for (let number = 0; number < syllables; number++) yield termAt(table, number);
    },
  };
}

/** Two syllables written as one term (`ho_ngheo`). */
function isPair(term: string): boolean {
  return term.includes('_');
}
