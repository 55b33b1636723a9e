import type { PolicyDocument } from '../../document/policy-document.ts';

/** A document named by another: with its page when it is in the collection. */
export interface RelatedDocument {
  readonly number: string;
  readonly document: PolicyDocument | null;
}

/** How a document stands to others. */
export interface Relations {
  readonly basedOn: readonly RelatedDocument[];
  readonly replaces: readonly RelatedDocument[];
  readonly replacedBy: readonly PolicyDocument[];
}

/**
 * A number is not a key: the same one is given out every year and in every province. It is taken for a document of the
 * collection only when just one of the same issuer, or one alone, bears it.
 */
export function relationsOf(document: PolicyDocument, all: readonly PolicyDocument[]): Relations {
  const find = (number: string, issuer: string | null): PolicyDocument | null => {
    const bearers = all.filter((candidate) => candidate.number === number && candidate.id !== document.id);
    const ofIssuer = bearers.filter((candidate) => candidate.issuer === issuer);
    const [only, ...others] = ofIssuer.length > 0 ? ofIssuer : bearers;
    return only !== undefined && others.length === 0 ? only : null;
  };
  return {
    basedOn: document.basedOn.map((number) => ({ number, document: find(number, null) })),
    replaces: document.replaces.map((number) => ({ number, document: find(number, document.issuer) })),
    replacedBy: all.filter(
      ({ id, issuer, replaces }) =>
        id !== document.id &&
        issuer === document.issuer &&
        document.number !== null &&
        replaces.includes(document.number),
    ),
  };
}

/** The last year of a document's period; null when it states none. */
export function lastYear({ period }: PolicyDocument): number | null {
  const years = period?.match(/\d{4}/g)?.map(Number) ?? [];
  return years.length === 0 ? null : Math.max(...years);
}
