/** Places of the vector that each three letters of a word mark. */
const PLACES = 32;
const PIECE = 3;

/**
 * Adds a direction of its own for a word that the model has no row for: a name, a foreign word, a slip of the finger.
 * Every three letters of the word, its ends marked, add a sign at places chosen by their hash (Weinberger et al.,
 * "Feature Hashing for Large Scale Multitask Learning", 2009). So the same word meets itself, one letter amiss it nearly
 * does, and other words are as good as orthogonal. `length` is how far the word moves the sum; `room` has the
 * dimensions of the sum and is overwritten.
 */
export function addUnknownWord(sum: Float32Array, word: string, length: number, room: Float32Array): void {
  room.fill(0);
  const marked = `<${word}>`;
  for (let start = 0; start + PIECE <= marked.length; start++) mark(room, hash(marked, start, start + PIECE));
  let squares = 0;
  for (const value of room) squares += value * value;
  if (squares === 0) return;
  const scale = length / Math.sqrt(squares);
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] ?? 0) + (room[d] ?? 0) * scale;
}

/** Draws places and signs by Mulberry32, whole numbers throughout: the same wherever the program runs. */
function mark(vector: Float32Array, seed: number): void {
  let state = seed;
  for (let i = 0; i < PLACES; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    drawn = (drawn ^ (drawn >>> 14)) >>> 0;
    const place = (drawn >>> 1) % vector.length;
    vector[place] = (vector[place] ?? 0) + (drawn & 1 ? 1 : -1);
  }
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
