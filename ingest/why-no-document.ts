import type { PolicyDocument } from '../src/document/policy-document.ts';
import type { FileFailure } from './report.ts';

/** Why a text that was read is no policy document: it shows neither number, type nor issuer. Null when it is one. */
export function whyNoDocument({
  number,
  type,
  issuer,
}: Pick<PolicyDocument, 'number' | 'type' | 'issuer'>): Omit<FileFailure, 'file'> | null {
  if (number !== null || type !== null || issuer !== null) return null;
  return {
    reason: 'no-header',
    message: 'Không nhận ra phần đầu của văn bản (số hiệu, tên loại, cơ quan ban hành). Dùng "npm run inspect" để xem.',
  };
}

/** Two files of one document: number, issuer and year are the same. */
export function duplicateOf(file: string): Omit<FileFailure, 'file'> {
  return { reason: 'duplicate', message: `Trùng số hiệu, nơi ban hành và năm với tệp ${file}.` };
}
