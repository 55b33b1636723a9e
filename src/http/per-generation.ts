import type { Library } from './library.ts';

/**
 * Remembers what is computed from a published library for as long as that generation is open. A failed computation is
 * forgotten, so it is tried again.
 */
export function perGeneration<T>(compute: (library: Library) => Promise<T>): (library: Library) => Promise<T> {
  const remembered = new WeakMap<Library, Promise<T>>();
  return (library) => {
    const known = remembered.get(library);
    if (known !== undefined) return known;
    const made = compute(library);
    remembered.set(library, made);
    made.catch(() => remembered.delete(library));
    return made;
  };
}
