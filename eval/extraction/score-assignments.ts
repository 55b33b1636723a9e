import type { Assignment, Reporting } from '../../src/document/records.ts';
import { bodyKey, sameBodies } from './bodies.ts';
import type { GoldAssignment } from './gold.ts';
import { matchByLines, overlap } from './match.ts';
import { type FieldCheck, type RecordScore, recordScore } from './record-score.ts';

/** An assignment is right when it stands on shared lines and the same bodies lead it. */
export function scoreAssignments(gold: readonly GoldAssignment[], assignments: readonly Assignment[]): RecordScore {
  const read = assignments.map((assignment) => ({
    ...assignment,
    startLine: Math.min(assignment.span.startLine, assignment.taskSpan.startLine),
    endLine: Math.max(assignment.span.endLine, assignment.leadSpan?.endLine ?? 0),
  }));
  const matching = matchByLines(gold, read, (a, b) => sameBodies(a.lead, names(b.lead)));
  return recordScore('assignment', matching, {
    nameGold: ({ lead, task }) => `${lead.join(', ')}: ${task}`,
    nameRead: ({ lead, task }) => `${names(lead).join(', ')}: ${task}`,
    checks: matching.pairs.flatMap(({ gold: wanted, read: found }) =>
      checkFields(wanted, partsOf(wanted, found, read)),
    ),
  });
}

/** Where the item holds several tasks, what one of its parts says is said. */
function partsOf<R extends Assignment & { startLine: number; endLine: number }>(
  gold: GoldAssignment,
  matched: R,
  read: readonly R[],
): R[] {
  if (!gold.parts) return [matched];
  return read.filter((one) => overlap(gold, one) && sameBodies(gold.lead, names(one.lead)));
}

function checkFields(gold: GoldAssignment, parts: readonly Assignment[]): FieldCheck[] {
  const coordinate: FieldCheck = {
    field: 'coordinate',
    right: parts.some((part) => sameBodies(gold.coordinate, names(part.coordinate))),
    finding: `${gold.startLine}: coordinating bodies read as ${parts.map((part) => names(part.coordinate).join(', ') || 'none').join(' / ')}`,
  };
  const { reporting } = gold;
  if (reporting === null) return [coordinate];
  const reports: FieldCheck = {
    field: 'reporting',
    right: parts.some((part) => reportsAlike(reporting, part.reporting)),
    finding: `${gold.startLine}: reporting read as ${JSON.stringify(parts.map((part) => part.reporting))}`,
  };
  return [coordinate, reports];
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
