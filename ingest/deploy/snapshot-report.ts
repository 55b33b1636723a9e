import type { Parts } from '../../src/snapshot/format.ts';
import type { Exported } from './snapshot.ts';

/** What an export ended with, in lines for a person. */
export function snapshotLines({ manifest, written, files }: Exported, folder: string, ms: number): string[] {
  const { index } = manifest;
  const of = `${index.entries} mục của bản ${index.generation}, mô hình nhúng ${index.embedder.model}`;
  if (!written) return [`Bản chụp trong ${folder} đã là bản mới nhất: ${of}.`];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const seconds = (ms / 1000).toFixed(1).replace('.', ',');
  return [
    `Đã xuất ${of}.`,
    `${files.length} tệp, ${megabytes(bytes)} trong ${folder}, xong sau ${seconds} giây.`,
    ...Object.entries(manifest.files).flatMap(([name, parts]) =>
      parts === null ? [] : [`  ${name}: ${sizeOf(parts)}`],
    ),
  ];
}

function sizeOf(parts: Parts): string {
  const size = megabytes(parts.reduce((sum, { bytes }) => sum + bytes, 0));
  return parts.length === 1 ? size : `${size} trong ${parts.length} tệp`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2).replace('.', ',')} MB`;
}
