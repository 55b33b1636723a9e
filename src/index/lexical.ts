import type { IndexEntry } from './entry.ts';
import type { OrdinalLexicalIndex } from './in-process.ts';
import { buildPostings, type Postings } from './postings.ts';
import { searchPostings } from './search-postings.ts';
import { countTerms, type TermCounts } from './term-counts.ts';
import { termAt, termNumber } from './term-table.ts';
import { packSections, type Sections, unpackSections } from './typed-sections.ts';

/** BM25 in memory on typed arrays. Runs wherever JavaScript does. */
export interface TypedLexicalIndex extends OrdinalLexicalIndex {
  /** One buffer that `openLexicalIndex` reads in place. */
  pack(): Uint8Array<ArrayBuffer>;
}

/** Builds the index of the entries; an entry's ordinal is its place in the list. */
export function buildLexicalIndex(entries: readonly Pick<IndexEntry, 'heading' | 'body'>[]): TypedLexicalIndex {
  return indexOver(buildPostings(countTerms(entries)));
}

/** The index of counted terms as the parts of its file, to be written one after the other. */
export function lexicalSections(counts: TermCounts): Sections {
  return sectionsOf(buildPostings(counts));
}

/** Opens a packed index without copying it. Throws `UnreadableFileError` for anything else. */
export function openLexicalIndex(packed: Uint8Array): TypedLexicalIndex {
  const sections = unpackSections(packed);
  const counts = sections.u32('counts');
  return indexOver({
    size: counts[0] ?? 0,
    syllables: counts[1] ?? 0,
    terms: { bytes: sections.u8('termBytes'), offsets: sections.u32('termOffsets'), slots: sections.u32('termSlots') },
    starts: sections.u32('starts'),
    ordinals: sections.u32('ordinals'),
    impacts: sections.f32('impacts'),
  });
}

function indexOver(postings: Postings): TypedLexicalIndex {
  const { terms, starts, size, syllables } = postings;
  const search = searchPostings(postings);
  return {
    size,
    search: async (wanted, options) => search(wanted, options),
    documentFrequency: (term) => {
      const number = termNumber(terms, term);
      return number === -1 ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    },
    *vocabulary() {
      for (let number = 0; number < syllables; number++) yield termAt(terms, number);
    },
    pack: () => packSections(sectionsOf(postings)),
  };
}

function sectionsOf({ size, syllables, terms, starts, ordinals, impacts }: Postings): Sections {
  return {
    counts: Uint32Array.of(size, syllables),
    termBytes: terms.bytes,
    termOffsets: terms.offsets,
    termSlots: terms.slots,
    starts,
    ordinals,
    impacts,
  };
}
