import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Note } from '../answer.ts';
import { placeName } from '../compose/wording.ts';
import { type Subject, shortName } from './subject.ts';

/** The copy at hand is cut: what the rest says is not known. */
export function sourceTruncatedNotes(subject: Subject): readonly Note[] {
  return subject.named
    .filter(({ flags }) => flags.includes('truncated'))
    .map((document) => ({
      kind: 'source_truncated',
      text: `Bản ${shortName(document)} đang có bị cắt${cutAt(document, subject)}; phần còn lại có nội dung gì thì chưa biết.`,
      basis: null,
    }));
}

/** Where a cited copy breaks off, when its last passage stands under a heading. */
function cutAt({ id }: PolicyDocument, { cited }: Subject): string {
  const last = cited.find(({ document }) => document.id === id)?.ingested.passages.at(-1);
  const place = last === undefined ? null : placeName(last.provisionPath);
  return place === null ? '' : ` từ ${place}`;
}
