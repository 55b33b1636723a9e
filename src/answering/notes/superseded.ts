import type { PolicyDocument } from '../../document/policy-document.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { Note } from '../answer.ts';
import { dayInWords } from '../compose/wording.ts';
import { directoryOf } from '../understand/document-directory.ts';
import { type Subject, shortName } from './subject.ts';

/** A later document of the corpus says that it replaces one the answer speaks of. */
export function supersededNotes({ named, documents, asOf }: Subject): readonly Note[] {
  return named.flatMap((document) => {
    const successor = directoryOf(documents)
      .replacing(document.number ?? '')
      .find((other) => replaces(other, document) && (other.issuedOn ?? asOf) <= asOf);
    if (successor === undefined) return [];
    const day = successor.issuedOn === null ? '' : ` ngày ${dayInWords(successor.issuedOn)}`;
    return [
      {
        kind: 'superseded',
        text: `${shortName(document)} đã được thay thế bởi ${shortName(successor)}${day}; nội dung trên là theo văn bản cũ.`,
        basis: `${shortName(successor)}${day}`,
      },
    ];
  });
}

/** Numbers are not keys: the same issuer (or at least province) must have issued both, the replacing one no earlier. */
function replaces(later: PolicyDocument, earlier: PolicyDocument): boolean {
  if (later.id === earlier.id) return false;
  if (later.issuedOn !== null && earlier.issuedOn !== null && later.issuedOn < earlier.issuedOn) return false;
  if (later.issuer !== null && earlier.issuer !== null && sameAgency(later.issuer, earlier.issuer)) {
    return later.province === earlier.province;
  }
  return later.province !== null && later.province === earlier.province;
}
