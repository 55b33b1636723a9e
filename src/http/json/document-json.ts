import type { PolicyDocument } from '../../document/policy-document.ts';

/** What a document says of itself, in the form of the API. */
export function documentJson(document: PolicyDocument) {
  const { signer } = document;
  return {
    id: document.id,
    number: document.number,
    type: document.type,
    issuer: document.issuer,
    province: document.province,
    issuedOn: document.issuedOn,
    title: document.title,
    signer: signer === null ? null : { name: signer.name, position: signer.position },
    period: document.period,
    basedOn: [...document.basedOn],
    replaces: [...document.replaces],
    flags: [...document.flags],
    warnings: document.warnings.map(({ line, message }) => ({ line, message })),
    source: { file: document.source.file, lines: document.source.lines },
  };
}
