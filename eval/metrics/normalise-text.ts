/**
 * The form in which answers and gold alternatives are compared (eval/README.md): NFC, lower case, Markdown marks and
 * `[n]` markers removed, white space folded, one tone placement, tỉ → tỷ, sĩ → sỹ.
 *
 * @example normaliseText('**Tỉ lệ** hoà\nnhập [1]') // 'tỷ lệ hòa nhập'
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\[\d+\]/g, '')
    .replace(/[*#`]|__/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!q)(oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)(?!\p{L})/gu, (pair) => OLD_PLACEMENT[pair] ?? pair)
    .replace(/(?<!\p{L})tỉ(?!\p{L})/gu, 'tỷ')
    .replace(/(?<!\p{L})sĩ(?!\p{L})/gu, 'sỹ')
    .trim();
}

/** Tone on the first vowel of an open oa, oe, uy; after q the u is no vowel ("quý" stays). */
const OLD_PLACEMENT: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
