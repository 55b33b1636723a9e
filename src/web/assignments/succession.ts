import table from '../../../seeds/lexicon/agency-succession.json' with { type: 'json' };
import { fold } from '../../vietnamese/fold.ts';

/** A field of work that has had another body since a day. */
export interface SuccessionRow {
  readonly old: string;
  readonly field: string;
  readonly successor: string;
  readonly effective: string | null;
}

/** Names of an agency before and after the reorganisation of 2025. */
export interface AgencyNames {
  /** Who holds its fields now. */
  readonly after: readonly SuccessionRow[];
  /** Whose fields it took over. */
  readonly before: readonly SuccessionRow[];
}

const ROWS: readonly SuccessionRow[] = table.rows.flatMap(({ old, field, successor, effective }) =>
  successor === null ? [] : [{ old, field, successor, effective }],
);

/** What the reorganisation did to an agency; nothing for one that kept its name and fields. */
export function namesOf(agency: string): AgencyNames {
  const key = fold(agency);
  return {
    after: ROWS.filter(({ old, successor }) => fold(old) === key && fold(successor) !== key),
    before: ROWS.filter(({ old, successor }) => fold(successor) === key && fold(old) !== key),
  };
}
