import type { PolicyDocument } from '../../src/document/policy-document.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import type { GoldDocument } from './gold.ts';
import type { FieldCheck } from './record-score.ts';

/** One check per field of the metadata; a null in gold is right only when it was read as null. */
export function checkMetadata({ metadata }: GoldDocument, document: PolicyDocument): FieldCheck[] {
  const { signer } = document;
  const check = (field: string, right: boolean, read: unknown): FieldCheck => ({
    field,
    right,
    finding: `metadata: ${field} read as ${JSON.stringify(read)}`,
  });
  return [
    check('number', metadata.number === document.number, document.number),
    check('type', metadata.type === document.type, document.type),
    check(
      'issuer',
      metadata.issuer.some((issuer) => alike(issuer, document.issuer)),
      document.issuer,
    ),
    check('province', metadata.province === document.province, document.province),
    check('issuedOn', metadata.issuedOn === document.issuedOn, document.issuedOn),
    check('title', alike(metadata.title, withoutType(document)), document.title),
    check('signer', alike(metadata.signer?.name ?? null, signer?.name ?? null), signer?.name ?? null),
    check('position', alike(metadata.signer?.position ?? null, signer?.position ?? null), signer?.position ?? null),
    check('onBehalf', (metadata.signer?.onBehalf ?? false) === (signer?.onBehalf ?? false), signer?.onBehalf ?? null),
    ...given(metadata.period, (period) => check('period', period === document.period, document.period)),
    ...given(metadata.basedOn, (basedOn) => check('basedOn', holdsAll(document.basedOn, basedOn), document.basedOn)),
    ...given(metadata.replaces, (replaces) =>
      check('replaces', sameSet(document.replaces, replaces), document.replaces),
    ),
    ...given(metadata.flags, (flags) => check('flags', sameSet(document.flags, flags), document.flags)),
  ];
}

/** Fields that gold does not give are not judged. */
function given<T>(gold: T | undefined, judge: (gold: T) => FieldCheck): FieldCheck[] {
  return gold === undefined ? [] : [judge(gold)];
}

/** Titles are compared without the name of the type, which some copies print before them. */
function withoutType({ title, type }: PolicyDocument): string | null {
  if (title === null || type === null) return title;
  return fold(title).startsWith(`${fold(type)} `) ? title.slice(type.length + 1) : title;
}

function alike(gold: string | null, read: string | null): boolean {
  return fold(gold ?? '') === fold(read ?? '');
}

function holdsAll(all: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((one) => all.includes(one));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return holdsAll(a, b) && holdsAll(b, a);
}
