/** A document of a generation as searches need it. */
export interface PlacedDocument {
  readonly id: string;
  /** Its row in the database. */
  readonly key: number;
  /** The value by which the tables are divided. */
  readonly province: string;
  readonly entries: number;
}

/** The documents of a generation, and the numbers their entries have in it. */
export interface EntryPlaces {
  /** Number of an entry: greater for later documents, and for later places in a document; null for no entry of this generation. */
  ordinalOf(key: number, place: number): number | null;
  /** The document and the place of an entry; null for a number that has none. */
  placeOf(ordinal: number): { readonly document: PlacedDocument; readonly place: number } | null;
  /** The documents with these ids. */
  documentsWith(ids: readonly string[]): readonly PlacedDocument[];
}

/** More entries than any document has; with all documents there are it stays below 2^53. */
const ENTRIES_PER_DOCUMENT = 2 ** 20;

/** Numbers entries in the order of the documents, as the index in memory does, without a number in the database. */
export function entryPlaces(documents: readonly PlacedDocument[]): EntryPlaces {
  const rankByKey = new Map(documents.map(({ key }, rank) => [key, rank]));
  const rankById = new Map(documents.map(({ id }, rank) => [id, rank]));
  return {
    ordinalOf: (key, place) => {
      const rank = rankByKey.get(key);
      return rank === undefined ? null : rank * ENTRIES_PER_DOCUMENT + place;
    },
    placeOf: (ordinal) => {
      const document = documents[Math.floor(ordinal / ENTRIES_PER_DOCUMENT)];
      return document === undefined ? null : { document, place: ordinal % ENTRIES_PER_DOCUMENT };
    },
    documentsWith: (ids) =>
      ids.flatMap((id) => {
        const document = documents[rankById.get(id) ?? -1];
        return document === undefined ? [] : [document];
      }),
  };
}
