import type { Assignment, Reporting } from '../../src/document/records.ts';
import { bodyKey, sameBodies } from './bodies.ts';
import type { GoldDocument } from './gold.ts';
import { matchByLines } from './match.ts';
import { type FieldCheck, type RecordScore, recordScore } from './record-score.ts';

type GoldAssignment = GoldDocument['assignments'][number];

/** An assignment is right when it stands on shared lines and the same bodies lead it. */
export function scoreAssignments(gold: GoldDocument, assignments: readonly Assignment[]): RecordScore {
  const read = assignments.map((assignment) => ({
    ...assignment,
    startLine: Math.min(assignment.span.startLine, assignment.taskSpan.startLine),
    endLine: Math.max(assignment.span.endLine, assignment.leadSpan?.endLine ?? 0),
  }));
  const matching = matchByLines(gold.assignments, read, (a, b) => sameBodies(a.lead, names(b.lead)));
  return recordScore('assignment', matching, {
    nameGold: ({ lead, task }) => `${lead.join(', ')}: ${task}`,
    nameRead: ({ lead, task }) => `${names(lead).join(', ')}: ${task}`,
    checks: matching.pairs.flatMap(({ gold: wanted, read: found }) => checkFields(wanted, found)),
  });
}

function checkFields(gold: GoldAssignment, read: Assignment): FieldCheck[] {
  const coordinate: FieldCheck = {
    field: 'coordinate',
    right: sameBodies(gold.coordinate, names(read.coordinate)),
    finding: `${gold.startLine}: coordinating bodies read as ${names(read.coordinate).join(', ') || 'none'}`,
  };
  if (gold.reporting === null) return [coordinate];
  const reporting: FieldCheck = {
    field: 'reporting',
    right: reportsAlike(gold.reporting, read.reporting),
    finding: `${gold.startLine}: reporting read as ${JSON.stringify(read.reporting)}`,
  };
  return [coordinate, reporting];
}

/** The same dates, and the same body to and through which is reported where gold names one. */
function reportsAlike(gold: NonNullable<GoldAssignment['reporting']>, read: Reporting | null): boolean {
  if (read === null) return false;
  const dates = (text: string | null) => [...(text ?? '').matchAll(/\d{1,2}\/\d{1,2}/g)].map(([date]) => date).join();
  return (
    dates(gold.when) === dates(read.when) && startsAlike(gold.to, read.to) && startsAlike(gold.through, read.through)
  );
}

function startsAlike(gold: string | null, read: string | null): boolean {
  if (gold === null) return true;
  return read !== null && bodyKey(read).includes(bodyKey(gold).split(' ').slice(0, 3).join(' '));
}

function names(agencies: Assignment['lead']): string[] {
  return agencies.map(({ name }) => name);
}
