import { fold } from '../../src/vietnamese/fold.ts';

/**
 * Slug of number, province (else issuer) and year. A document without a number takes the name of its file and the
 * beginning of its digest, so that two such files never meet.
 *
 * @example documentId({ number: '50/KH-UBND', province: 'Bắc Giang', issuer: null, issuedOn: '2024-08-16' }, file) // '50-kh-ubnd-bac-giang-2024'
 */
export function documentId(
  about: { number: string | null; province: string | null; issuer: string | null; issuedOn: string | null },
  file: { name: string; digest: string },
): string {
  if (about.number === null)
    return `${slug(file.name.replace(/\.[^.]+$/, '')) || 'van-ban'}-${file.digest.slice(0, 8)}`;
  const place = about.province ?? about.issuer ?? '';
  return [about.number, place, about.issuedOn?.slice(0, 4) ?? '']
    .map(slug)
    .filter((part) => part !== '')
    .join('-');
}

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
