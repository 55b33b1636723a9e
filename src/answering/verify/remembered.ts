/** Texts whose reading is kept: those of a few thousand cited places. */
const MOST = 4_000;

/** A reading of a text that is done once; the sources that statements cite come up again and again. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
