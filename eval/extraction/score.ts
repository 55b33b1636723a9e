import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { quotable } from '../../src/document/quotable.ts';
import type { Target } from '../../src/document/records.ts';
import { linesOf } from '../../src/document/source-text.ts';
import type { Counts } from '../metrics/f1.ts';
import type { GoldDocument } from './gold.ts';
import { overlap } from './match.ts';
import { countChecks, type FieldScore, type RecordScore } from './record-score.ts';
import { scoreAssignments } from './score-assignments.ts';
import { scoreEntitlements } from './score-entitlements.ts';
import { checkMetadata } from './score-metadata.ts';
import { scoreOutline } from './score-outline.ts';
import { scoreTargets } from './score-targets.ts';

export const RECORD_TYPES = ['outline', 'targets', 'assignments', 'entitlements'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** How one document was read, against its gold. */
export interface DocumentScore {
  readonly file: string;
  readonly metadata: FieldScore;
  /** By record type; what gold leaves out is not there. Targets count by value: a row with 2025 and 2030 has two. */
  readonly counts: Readonly<Partial<Record<RecordType, Counts>>>;
  /** Right fields of matched records. */
  readonly fields: Readonly<Record<string, FieldScore>>;
  /** Results of earlier years that were read as targets. */
  readonly resultsAsTargets: number;
  readonly quotesNotVerbatim: number;
  /** Sentences for the reader: what was missed, spurious or wrong. */
  readonly findings: readonly string[];
}

export function scoreDocument(gold: GoldDocument, read: IngestedDocument): DocumentScore {
  const metadata = checkMetadata(gold, read.document);
  const targets = gold.targets === undefined ? null : scoreTargets(gold.targets, targetsWithin(gold, read));
  const scores: Partial<Record<RecordType, RecordScore>> = {
    ...(gold.outline === undefined ? {} : { outline: scoreOutline(gold.outline, read.outline) }),
    ...(targets === null ? {} : { targets }),
    ...(gold.assignments === undefined ? {} : { assignments: scoreAssignments(gold.assignments, read.assignments) }),
    ...(gold.entitlements === undefined
      ? {}
      : { entitlements: scoreEntitlements(gold.entitlements, read.entitlements) }),
  };
  const all = Object.values(scores);
  const unfaithful = unfaithfulQuotes(read);
  return {
    file: gold.file,
    metadata: { right: metadata.filter(({ right }) => right).length, of: metadata.length },
    counts: Object.fromEntries(Object.entries(scores).map(([type, { counts }]) => [type, counts])),
    fields: countChecks(all.flatMap(({ checks }) => checks)),
    resultsAsTargets: targets?.resultsAsTargets ?? 0,
    quotesNotVerbatim: unfaithful.length,
    findings: [
      ...metadata.filter(({ right }) => !right).map(({ finding }) => finding),
      // The years of a row share its fields, so what is wrong with them is said once.
      ...new Set(all.flatMap(({ findings }) => findings)),
      ...unfaithful.map((id) => `quote of ${id} is not on its lines`),
    ],
  };
}

function targetsWithin({ targetsWithin: lines }: GoldDocument, { targets }: IngestedDocument): readonly Target[] {
  return lines === undefined ? targets : targets.filter(({ span }) => overlap(lines, span));
}

/** Ids of the records whose quote does not stand word for word on the lines they name. */
export function unfaithfulQuotes({
  source,
  targets,
  assignments,
  entitlements,
  references,
}: IngestedDocument): string[] {
  return [...targets, ...assignments, ...entitlements, ...references]
    .filter(({ quote, span }) => !quotable(linesOf(source, span.startLine, span.endLine)).includes(quotable(quote)))
    .map(({ id }) => id);
}
