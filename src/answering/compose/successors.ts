import { mergedInto } from '../../vietnamese/provinces.ts';
import { successionsOf } from '../notes/agency-succession.ts';
import { any } from '../understand/phrases.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft, framing } from './draft.ts';

const MERGING = any(
  '(?:sap nhap|hop nhat|nhap|sat nhap) (?:vao|voi|thanh|voi nhau|ve)',
  '(?:da |bi |duoc )?(?:sap nhap|hop nhat|doi ten) (?:chua|roi|khong|ko|hong)',
  'doi ten (?:thanh|la)',
  '(?:gio|nay|bay gio|hien nay|hien gio|hien tai) (?:la|thanh|thuoc|goi la) (?:so|co quan|tinh|thanh pho|don vi|bo|ban|ten)? ?(?:nao|gi|dau)',
);

/**
 * "Bắc Giang nay sáp nhập vào đâu?": what became of a province or a body is not in plans that came before; it is known
 * from the law, and said in the notes. Null when nothing of the kind is asked.
 */
export function composeSuccession({ folded, scope, agencies }: Understanding): Draft | null {
  if (!MERGING.test(` ${folded} `)) return null;
  const provinces = [...scope.provinces, ...scope.unknownProvinces].filter((name) => mergedInto(name) !== null);
  const bodies = agencies.filter((name) => successionsOf(name).length > 0);
  if (provinces.length === 0 && bodies.length === 0) return null;
  return draft(
    'not_found',
    [framing('Các văn bản hiện có không nói về việc sắp xếp này; xin xem phần lưu ý kèm căn cứ.')],
    {
      agencies: bodies,
      provinces,
    },
  );
}
