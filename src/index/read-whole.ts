import { type FileHandle, open } from 'node:fs/promises';
import { UnreadableFileError } from './typed-sections.ts';

/** Bytes asked for at once: one read takes no more than two gigabytes. */
const MOST_AT_ONCE = 1 << 28;

/** A whole file, however large, in one read where that is possible: `readFile` takes half a megabyte at a time. */
export async function readWhole(path: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  return opened(path, async (file) => {
    const bytes = new Uint8Array((await file.stat()).size);
    await fill(file, bytes);
    return bytes;
  });
}

/** Reads a file to where it is needed. Throws `UnreadableFileError` when it is shorter than that. */
export async function readInto(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await opened(path, (file) => fill(file, bytes));
}

async function fill(file: FileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(bytes.length - at, MOST_AT_ONCE), at);
    if (bytesRead === 0) throw new UnreadableFileError('Tệp chỉ mục bị cắt cụt.');
    at += bytesRead;
  }
}

async function opened<T>(path: string | URL, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
