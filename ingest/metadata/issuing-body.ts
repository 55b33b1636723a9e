import { canonicalProvince } from '../../src/vietnamese/provinces.ts';
import type { IssuerName } from './letterhead.ts';

/** Symbols at the end of a number that name the issuing body. */
const BODIES: readonly (readonly [RegExp, string])[] = [
  [/-CTUBND$/u, 'Chủ tịch Ủy ban nhân dân'],
  [/-UBND$/u, 'Ủy ban nhân dân'],
  [/-HĐND$/u, 'Hội đồng nhân dân'],
];

const CENTRAL: readonly (readonly [RegExp, string])[] = [
  [/-TTg$/u, 'Thủ tướng Chính phủ'],
  [/-CP$/u, 'Chính phủ'],
  [/\/QH\d+$/u, 'Quốc hội'],
  [/UBTVQH\d+$/u, 'Ủy ban Thường vụ Quốc hội'],
  [/-TTg$/u, 'Thủ tướng Chính phủ'],
];

/** Cities ruled from the centre before the mergers that added Huế (2025) and Đồng Nai (30/4/2026). */
const CITIES: Readonly<Record<string, string>> = {
  'Hà Nội': '1945-09-02',
  'Hồ Chí Minh': '1976-07-02',
  'Hải Phòng': '1955-05-13',
  'Đà Nẵng': '1997-01-01',
  'Cần Thơ': '2004-01-01',
  Huế: '2025-01-01',
  'Đồng Nai': '2026-04-30',
};

/** The issuer a copy without letterhead still shows: by the symbol of the number and the place of the date. */
export function issuerByNumber(
  number: string,
  about: { place: string | null; issuedOn: string | null },
): IssuerName | null {
  const central = CENTRAL.find(([pattern]) => pattern.test(number));
  if (central !== undefined) return { name: central[1], province: null };
  const province = about.place === null ? null : canonicalProvince(about.place);
  if (province === null) return null;
  const since = CITIES[province];
  const city = since !== undefined && (about.issuedOn === null || about.issuedOn >= since);
  const body = BODIES.find(([pattern]) => pattern.test(number));
  if (body !== undefined) return { name: `${body[1]} ${city ? 'thành phố' : 'tỉnh'} ${province}`, province };
  return /\/TU$/u.test(number) ? { name: `${city ? 'Thành ủy' : 'Tỉnh ủy'} ${province}`, province } : null;
}
