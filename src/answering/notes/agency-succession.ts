import data from '../../../seeds/lexicon/agency-succession.json' with { type: 'json' };
import type { IsoDate } from '../../document/policy-document.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import { findPhrases, phraseBook, termsOf } from '../../vietnamese/phrase-book.ts';
import { remembered } from '../../vietnamese/remembered.ts';

/** One field of work of a body that was reorganised. */
export interface Succession {
  readonly old: string;
  readonly field: string;
  readonly successor: string;
  readonly relation: string;
  /** A day, or a year when no day is known. */
  readonly effective: IsoDate;
  readonly basis: string;
  /** Canonical names the row answers to; a row without is told by its level instead. */
  readonly names?: readonly string[] | undefined;
  /** How a note calls the field, and the words it is recognised by. */
  readonly label?: string | undefined;
  readonly cues?: readonly string[] | undefined;
  readonly sentence?: string | undefined;
}

const ROWS: readonly Succession[] = data.rows;

const CUES = phraseBook(
  ROWS.flatMap(({ cues, label }) => (label === undefined ? [] : (cues ?? []).map((cue) => [cue, cue] as const))),
);

/** The rows of a body by its canonical name, one for each field; empty for a body that stayed as it was. */
export const successionsOf: (agency: string) => readonly Succession[] = remembered((agency) =>
  ROWS.filter(({ names }) => names?.some((name) => sameAgency(name, agency))),
);

/** The rows among these whose field a text is about. */
export function fieldsIn(text: string, rows: readonly Succession[]): readonly Succession[] {
  const cues = new Set(findPhrases(CUES, termsOf(text)).map(({ value }) => value));
  return rows.filter((row) => row.cues?.some((cue) => cues.has(cue)));
}

/** The end of the district level. */
export const DISTRICT_LEVEL: Succession | undefined = ROWS.find(
  ({ old, relation }) => relation === 'abolished' && old.startsWith('UBND huyện'),
);

/** Is a body one of the district level, or one of several levels among them it? */
export function isOfDistrict(agency: string): boolean {
  return /(?:huyện|quận|thị xã)(?![\p{L}])/iu.test(agency);
}
