import { isUtf8 } from 'node:buffer';
import type { Warning } from '../../src/document/policy-document.ts';
import { extract, type ReadOutcome, refuse } from './extraction.ts';
import { convertLegacyText } from './legacy-encoding.ts';
import { vietnameseShare } from './vietnamese-syllable.ts';

/**
 * The text of a file in whatever encoding it came: UTF-8, UTF-16 (marked or not), Windows-1258, TCVN3 or VNI.
 * Composed or decomposed letters stay as given. Bytes that are no text in any of these are refused.
 */
export function decodeText(bytes: Uint8Array): ReadOutcome {
  if (bytes.length === 0) return refuse('empty', 'Tệp rỗng.');
  const unicode = decodeMarked(bytes) ?? decodeUtf16(bytes) ?? decodeUtf8(bytes);
  if (unicode !== null)
    return isText(unicode.text) ? repairLegacy(unicode.text, unicode.warnings) : refuse('binary', notText);
  const western = new TextDecoder('windows-1252').decode(bytes);
  return isText(western) ? decodeSingleByte(bytes, western) : refuse('binary', notText);
}

const notText = 'Tệp không phải văn bản (nội dung nhị phân).';

interface Decoded {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** A byte order mark settles it. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return plain(new TextDecoder('utf-16be').decode(bytes));
  return null;
}

/** Without a mark: spaces, digits and most letters of Vietnamese have a zero high byte, always on the same side. */
function decodeUtf16(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.3 && even < 0.02) return plain(new TextDecoder('utf-16le').decode(bytes));
  if (even > 0.3 && odd < 0.02) return plain(new TextDecoder('utf-16be').decode(bytes));
  return null;
}

/** A copy with a few broken bytes is still worth reading; more than that is another encoding. */
function decodeUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  if (lost === 0) return plain(text);
  const few = lost <= Math.max(1, text.length / 1000) && /[^\p{ASCII}\ufffd]/u.test(text);
  if (!few && !isUtf8(bytes)) return null;
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return { text, warnings: [{ line, message: `Bản sao có ${lost} ký tự bị mất (\ufffd) do chuyển mã sai.` }] };
}

function decodeSingleByte(bytes: Uint8Array, western: string): ReadOutcome {
  const windows1258 = new TextDecoder('windows-1258').decode(bytes);
  if ((vietnameseShare(windows1258.slice(0, 20_000)) ?? 0) >= 0.85) {
    return extract(windows1258, [{ line: null, message: 'Bảng mã Windows-1258, đã chuyển sang Unicode.' }]);
  }
  const legacy = convertLegacyText(western);
  if (legacy !== null) return extract(legacy.text, [convertedFrom(legacy.encoding)]);
  return refuse('encoding', 'Không nhận ra bảng mã của tệp; hãy lưu lại tệp ở dạng UTF-8 (Unicode).');
}

/** Text in Unicode characters that were meant for a TCVN3 or VNI font, as Word and PDF hand them on. */
export function repairLegacy(text: string, warnings: readonly Warning[] = []): ReadOutcome {
  const legacy = convertLegacyText(text);
  return legacy === null
    ? extract(text, warnings)
    : extract(legacy.text, [...warnings, convertedFrom(legacy.encoding)]);
}

function convertedFrom(encoding: string): Warning {
  return {
    line: null,
    message: `Bảng mã cũ ${encoding}, đã chuyển sang Unicode; chữ hoa có dấu có thể hiển thị thành chữ thường.`,
  };
}

function plain(text: string): Decoded {
  return { text, warnings: [] };
}

/** Control characters do not occur in text, apart from tab, line ends and the form feed. */
function isText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  let controls = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if (code === 0) return false;
    if ((code < 32 && (code < 9 || code > 13)) || (code >= 0x80 && code < 0xa0 && code !== 0x85)) controls += 1;
  }
  return controls <= sample.length / 200;
}
