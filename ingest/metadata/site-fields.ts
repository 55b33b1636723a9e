import type { SourceText } from '../../src/document/source-text.ts';
import type { TextBlock } from '../block.ts';
import { type Found, spanWithin } from './found.ts';

/** What a legal site prints above a text of its own record of it. */
export type SiteField = 'number' | 'type' | 'issuer' | 'issuedOn' | 'signer' | 'title';

const LABELS: Readonly<Record<SiteField, RegExp>> = {
  number: /^(?:Số hiệu|Số ký hiệu|Số văn bản)\s*:?\s*/iu,
  type: /^(?:Loại văn bản|Hình thức văn bản)\s*:?\s*/iu,
  issuer: /^(?:Cơ quan ban hành|Nơi ban hành|Đơn vị ban hành)\s*:?\s*/iu,
  issuedOn: /^(?:Ngày ban hành|Ngày ký)\s*:?\s*/iu,
  signer: /^Người ký\s*:?\s*/iu,
  title: /^Trích yếu(?: nội dung)?\s*:?\s*/iu,
};

const UNKNOWN = /^(?:đang cập nhật|đã biết|chưa xác định|-+)?$/iu;

/** One field of the site's record; null where the site does not know it either. */
export function siteField(front: readonly TextBlock[], field: SiteField, source: SourceText): Found<string> | null {
  for (const block of front) {
    const label = LABELS[field].exec(block.text)?.[0];
    if (label === undefined) continue;
    const value = block.text.slice(label.length).trim();
    if (UNKNOWN.test(value) || value.length > 300) continue;
    return { value, span: spanWithin(source, block, label.length, block.text.length) };
  }
  return null;
}
