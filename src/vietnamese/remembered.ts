/** Readings that are kept: those of a few thousand cited places. */
const MOST = 4_000;

/**
 * A reading of a text that is done once; the same words and the same cited places come up again and again. When `most`
 * readings are kept, all are let go: simpler than finding the oldest, and as good for texts that return soon.
 */
export function remembered<T>(read: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/** A reading of a thing that stays the same, done once and kept as long as the thing is. */
export function rememberedBy<K extends object, T>(read: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, { readonly made: T }>();
  return (thing) => {
    const found = known.get(thing);
    if (found !== undefined) return found.made;
    const made = read(thing);
    known.set(thing, { made });
    return made;
  };
}

/** Vietnamese has a few thousand syllables, so with room for so many nearly every word is found again. */
export const MOST_WORDS = 50_000;

/** The same sentences are looked at question after question. */
export const MOST_SENTENCES = 20_000;
