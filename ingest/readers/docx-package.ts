import { strFromU8, unzipSync } from 'fflate';
import { type FailedReading, refuse } from './extraction.ts';
import type { ReaderLimits } from './limits.ts';

/** The XML parts of a Word file by path; pictures and other media are left packed. */
export type DocxParts = Readonly<Record<string, Uint8Array>>;

export interface OpenedDocx {
  readonly kind: 'opened';
  readonly parts: DocxParts;
  /** Path of the main document, as the package's relationships name it. */
  readonly main: string;
}

/**
 * Unpacks a Word file within limits. The sizes come from the zip's central directory before anything is inflated,
 * and inflating stops at the size stated there, so a directory that lies yields a damaged file and not a full memory.
 */
export function openDocx(bytes: Uint8Array, limits: ReaderLimits): OpenedDocx | FailedReading {
  if (isCompoundFile(bytes)) return refuseCompoundFile(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse('damaged', 'Tệp không phải văn bản Word (.docx) hợp lệ.');
  try {
    const bomb = findBomb(bytes, limits);
    if (bomb !== null) return refuse('too-large', bomb);
    const parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) });
    const main = documentPart(parts);
    if (main === null) return refuse('damaged', 'Tệp nén không chứa văn bản Word.');
    return { kind: 'opened', parts, main };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return refuse('damaged', `Tệp Word bị hỏng, không giải nén được (${detail}).`);
  }
}

function documentPart(parts: DocxParts): string | null {
  const relations = parts['_rels/.rels'];
  if (relations === undefined) return null;
  for (const [relation] of strFromU8(relations).matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(relation)) continue;
    const target = /Target="\/?([^"]+)"/.exec(relation)?.[1];
    if (target !== undefined && parts[target] !== undefined) return target;
  }
  return null;
}

function findBomb(bytes: Uint8Array, limits: ReaderLimits): string | null {
  let entries = 0;
  let total = 0;
  let steepest = 0;
  unzipSync(bytes, {
    filter: ({ size, originalSize }) => {
      entries += 1;
      total += originalSize;
      // A small part may well repeat itself; only large ones hurt.
      if (originalSize > 1024 * 1024) steepest = Math.max(steepest, originalSize / Math.max(size, 1));
      return false;
    },
  });
  if (entries > limits.zipEntries) return `Tệp nén có ${entries} mục, vượt giới hạn ${limits.zipEntries}.`;
  const megabytes = Math.ceil(total / 1024 / 1024);
  if (total > limits.zipBytes)
    return `Tệp nén bung ra ${megabytes} MB, vượt giới hạn ${limits.zipBytes / 1024 / 1024} MB.`;
  if (steepest > limits.zipRatio)
    return `Tệp nén có tỉ lệ nén bất thường (${Math.round(steepest)} lần), không mở để bảo đảm an toàn.`;
  return null;
}

/** OLE container: Word before 2007, or a .docx wrapped in encryption. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** Refuses a compound file for what it is. */
export function refuseCompoundFile(bytes: Uint8Array): FailedReading {
  const even = Math.min(bytes.length - (bytes.length % 2), 4_000_000);
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, even));
  return /EncryptedPackage|EncryptionInfo/.test(names)
    ? refuse('protected', 'Tệp Word đặt mật khẩu; hãy bỏ mật khẩu rồi nạp lại.')
    : refuse('unsupported', 'Tệp Word đời cũ (.doc); hãy mở bằng Word và lưu lại dạng .docx.');
}
