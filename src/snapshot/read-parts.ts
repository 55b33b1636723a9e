import { UnusableIndexError } from '../index/unusable-index-error.ts';
import type { Parts } from './format.ts';

/** Fetches one file of the snapshot by its path; null when there is none. */
export type ReadAsset = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** The snapshot cannot serve, with the remedy. */
export function unusableSnapshot(reason: string, cause?: unknown): UnusableIndexError {
  const remedy = 'chạy "npm run export:snapshot" rồi triển khai lại';
  return new UnusableIndexError(`Bản chụp chỉ mục không dùng được: ${reason}; ${remedy}.`, { cause });
}

/** The content of a file, checked against the digests of its parts. Throws `UnusableIndexError` for what is not whole. */
export async function readParts(read: ReadAsset, parts: Parts): Promise<Uint8Array<ArrayBuffer>> {
  const [first, ...rest] = parts;
  if (first !== undefined && rest.length === 0) return readPart(read, first);
  const whole = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  // One after the other: two parts at once would take their memory at once.
  for (const part of parts) {
    whole.set(await readPart(read, part), at);
    at += part.bytes;
  }
  return whole;
}

/** A file of ours that holds JSON; its shape is taken at the word of its digest. */
export async function readJsonParts<T>(read: ReadAsset, parts: Parts): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await readParts(read, parts)));
}

async function readPart(read: ReadAsset, { path, bytes, sha256 }: Parts[number]): Promise<Uint8Array<ArrayBuffer>> {
  const content = await read(path);
  if (content === null) throw unusableSnapshot(`thiếu tệp ${path}`);
  if (content.length !== bytes || (await digestOf(content)) !== sha256) {
    throw unusableSnapshot(`tệp ${path} bị thay đổi hoặc bị cắt (${content.length} byte, lúc xuất là ${bytes} byte)`);
  }
  return content;
}

/** SHA-256 in hex. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
