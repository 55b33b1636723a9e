const TONE_KEYS: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/**
 * A word as it stands on the screen when the Telex input method is off.
 *
 * @example typedAsTelex('trường') // 'truwowngf'
 */
export function typedAsTelex(word: string): string {
  let tone = '';
  const letters = word
    .normalize('NFD')
    .replace(/[đ]/g, 'dd')
    .replace(/[Đ]/g, 'Dd')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone = TONE_KEYS[mark] ?? '';
      return '';
    })
    .replace(/([aeoAEO])\u0302/g, (_, vowel: string) => vowel + vowel.toLowerCase())
    .replace(/[\u0306\u031b]/g, 'w');
  return letters.normalize('NFC') + tone;
}
