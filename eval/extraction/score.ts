import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { quotable } from '../../src/document/quotable.ts';
import { linesOf } from '../../src/document/source-text.ts';
import type { Counts } from '../metrics/f1.ts';
import type { GoldDocument } from './gold.ts';
import { countChecks, type FieldScore } from './record-score.ts';
import { scoreAssignments } from './score-assignments.ts';
import { scoreEntitlements } from './score-entitlements.ts';
import { checkMetadata } from './score-metadata.ts';
import { scoreOutline } from './score-outline.ts';
import { scoreTargets } from './score-targets.ts';

/** How one document was read, against its gold. */
export interface DocumentScore {
  readonly file: string;
  readonly metadata: FieldScore;
  readonly outline: Counts;
  /** Counted by value: a row with 2025 and 2030 has two. */
  readonly targets: Counts;
  readonly assignments: Counts;
  readonly entitlements: Counts;
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
  const outline = scoreOutline(gold, read.outline);
  const targets = scoreTargets(gold, read.targets);
  const assignments = scoreAssignments(gold, read.assignments);
  const entitlements = scoreEntitlements(gold, read.entitlements);
  const all = [outline, targets, assignments, entitlements];
  const unfaithful = unfaithfulQuotes(read);
  return {
    file: gold.file,
    metadata: { right: metadata.filter(({ right }) => right).length, of: metadata.length },
    outline: outline.counts,
    targets: targets.counts,
    assignments: assignments.counts,
    entitlements: entitlements.counts,
    fields: countChecks(all.flatMap(({ checks }) => checks)),
    resultsAsTargets: targets.resultsAsTargets,
    quotesNotVerbatim: unfaithful.length,
    findings: [
      ...metadata.filter(({ right }) => !right).map(({ finding }) => finding),
      ...all.flatMap(({ findings }) => findings),
      ...unfaithful.map((id) => `quote of ${id} is not on its lines`),
    ],
  };
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
