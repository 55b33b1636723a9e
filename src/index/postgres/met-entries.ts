import type { PlacedEntry } from '../ports.ts';

/** Remembers entries met in searches, most of them for as long as the best of them are asked for. */
export interface MetEntries {
  add(entry: PlacedEntry): void;
  get(ordinal: number): PlacedEntry | undefined;
}

/** Keeps at least the `most / 2` entries met last: when so many have come, those before them are let go at once. */
export function metEntries(most = 20_000): MetEntries {
  let recent = new Map<number, PlacedEntry>();
  let older = recent;
  return {
    add: (entry) => {
      recent.set(entry.ordinal, entry);
      if (recent.size < most / 2) return;
      older = recent;
      recent = new Map();
    },
    get: (ordinal) => recent.get(ordinal) ?? older.get(ordinal),
  };
}
