import { describe, expect, it } from 'vitest';
import { readAs, textOf } from '../../fixtures/read.ts';

const sentence = 'Kế hoạch thực hiện Nghị quyết về chính sách xã hội của Ủy ban nhân dân tỉnh Đắk Lắk';

function utf16(text: string, littleEndian: boolean, marked: boolean): Uint8Array {
  const whole = marked ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(whole.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < whole.length; index += 1)
    view.setUint16(index * 2, whole.charCodeAt(index), littleEndian);
  return bytes;
}

/** Bytes of a text whose characters are all below 256. */
const singleBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('text files are read in the encodings they come in', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(sentence)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${sentence}`)],
    ['UTF-16 little endian, marked', utf16(sentence, true, true)],
    ['UTF-16 big endian, marked', utf16(sentence, false, true)],
    ['UTF-16 little endian, unmarked', utf16(sentence, true, false)],
    ['UTF-16 big endian, unmarked', utf16(sentence, false, false)],
  ])('%s', async (_, bytes) => {
    expect(await textOf('a.txt', bytes)).toBe(sentence);
  });

  it('decomposed letters stay as given', async () => {
    expect(await textOf('a.txt', sentence.normalize('NFD'))).toBe(sentence.normalize('NFD'));
  });

  it.each([
    [
      'TCVN3',
      'KÕ ho¹ch thùc hiÖn NghÞ quyÕt vÒ ph¸t triÓn kinh tÕ x· héi',
      'Kế hoạch thực hiện Nghị quyết về phát triển kinh tế xã hội',
    ],
    ['TCVN3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    [
      'VNI',
      'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do',
      'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do',
    ],
  ])('%s is converted, as bytes and as text that was saved as UTF-8', async (encoding, stored, expected) => {
    for (const content of [singleBytes(stored), stored]) {
      const reading = await readAs('cu.txt', content);
      expect(reading).toMatchObject({ kind: 'text', source: { text: expected } });
      expect(reading.kind === 'text' && reading.warnings[0]?.message).toContain(encoding);
    }
  });

  it('capitals of TCVN3, which a second font drew, are capitals again', async () => {
    expect(await textOf('cu.txt', 'UBND TØNH Hµ GIANG KÕ HO¹CH PH¸T TRIÓN KINH TÕ ®Õn n¨m 2010')).toBe(
      'UBND TỈNH HÀ GIANG KẾ HOẠCH PHÁT TRIỂN KINH TẾ đến năm 2010',
    );
  });

  it('a few broken bytes are a warning with their line', async () => {
    const bytes = new TextEncoder().encode(`${sentence}\n${sentence}?\n`);
    bytes[bytes.indexOf(0x3f)] = 0xff;
    expect(await readAs('a.txt', bytes)).toMatchObject({ kind: 'text', warnings: [{ line: 2 }] });
  });

  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['blank', '  \n\n ', 'empty'],
    ['binary', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), 'binary'],
    [
      'in an unknown encoding',
      singleBytes('\u00e9\u00e8\u00ea caf\u00e9 d\u00e9j\u00e0 vu \u00f1and\u00fa \u00fcber'),
      'encoding',
    ],
  ])('a file that is %s is refused', async (_, content, reason) => {
    expect(await readAs('a.txt', content)).toMatchObject({ kind: 'failure', reason });
  });
});
