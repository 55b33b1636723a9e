import type { PolicyDocument } from '../document/policy-document.ts';
import type { Agency, Assignment, Target } from '../document/records.ts';
import { wordsOf, yearsOf } from './words.ts';

/** What the list of documents is filtered by. */
export interface DocumentWords {
  readonly year: number | null;
  readonly province: string;
  readonly type: string;
  readonly words: string;
}

/** What the list of targets is filtered by, beside its document. */
export interface TargetWords {
  readonly years: string;
  readonly group: string;
  readonly words: string;
}

/** What the list of assignments is filtered by, beside its document. */
export interface AssignmentWords {
  readonly lead: string;
  readonly coordinate: string;
  readonly words: string;
}

/** The words a document is found by: the same in every store. */
export function documentWords({ issuedOn, province, type, number, title }: PolicyDocument): DocumentWords {
  return {
    year: issuedOn === null ? null : Number(issuedOn.slice(0, 4)),
    province: wordsOf(province),
    type: wordsOf(type),
    words: wordsOf(number, title),
  };
}

/** The words a target is found by. */
export function targetWords({ indicator, parent, group, unit, scope, values }: Target): TargetWords {
  return {
    years: yearsOf(values.map(({ period }) => period)),
    group: wordsOf(group),
    words: wordsOf(indicator, parent, group, unit, scope),
  };
}

/** The words an assignment is found by. */
export function assignmentWords({ lead, coordinate, task }: Assignment): AssignmentWords {
  return {
    lead: agencyWords(lead),
    coordinate: agencyWords(coordinate),
    words: wordsOf(task, ...[...lead, ...coordinate].map(({ name }) => name)),
  };
}

/** An agency is found by its full name and by the name the document prints. */
function agencyWords(agencies: readonly Agency[]): string {
  return wordsOf(...agencies.flatMap(({ name, printed }) => [name, printed]));
}
