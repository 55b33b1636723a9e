/** Places of the vector that each three letters of a word mark. */
const PLACES = 32;
const PIECE = 3;

/**
 * Adds a direction of its own for a word that the model has no row for: a name, a foreign word, a slip of the finger.
 * Every three letters of the word, its ends marked, add a sign at places chosen by their hash (Weinberger et al.,
 * "Feature Hashing for Large Scale Multitask Learning", 2009). So the same word meets itself, one letter amiss it nearly
 * does, and other words are as good as orthogonal. `length` is how far the word moves the sum; `room` has the
 * dimensions of the sum, all zeros, and is left so.
 */
export function addUnknownWord(sum: Float32Array, word: string, length: number, room: Float32Array): void {
  const marked = `<${word}>`;
  const places: number[] = [];
  let squares = 0;
  for (let start = 0; start + PIECE <= marked.length; start++) {
    squares += mark(room, hash(marked, start, start + PIECE), places);
  }
  const scale = squares === 0 ? 0 : length / Math.sqrt(squares);
  for (const place of places) {
    sum[place] = (sum[place] ?? 0) + (room[place] ?? 0) * scale;
    room[place] = 0;
  }
}

/**
 * Marks places with signs drawn by Mulberry32, whole numbers throughout: the same wherever the program runs. Returns by
 * how much the squared length has changed.
 */
function mark(vector: Float32Array, seed: number, places: number[]): number {
  let state = seed;
  let change = 0;
  for (let i = 0; i < PLACES; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    drawn = (drawn ^ (drawn >>> 14)) >>> 0;
    const place = (drawn >>> 1) % vector.length;
    const sign = drawn & 1 ? 1 : -1;
    const before = vector[place] ?? 0;
    vector[place] = before + sign;
    change += 2 * sign * before + 1;
    places.push(place);
  }
  return change;
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
