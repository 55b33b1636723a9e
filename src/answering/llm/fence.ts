/** A random word that no document, question or history can know: it marks where the data of one request begin and end. */
export function newFence(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON lines in which no mark can be written: angle brackets, line ends and invisible characters are escaped or left out. */
export function fenced(lines: readonly Readonly<Record<string, unknown>>[]): string {
  return lines
    .map((line) =>
      JSON.stringify(line, (_, value: unknown) => (typeof value === 'string' ? visible(value) : value)).replace(
        /[<>\u2028\u2029]/gu,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    )
    .join('\n');
}

/** Characters that show nothing but can hide, join or turn round what is written: controls, zero width, bidi, tags. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** A text without characters that cannot be seen; white space is folded to single spaces. */
export function visible(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}
