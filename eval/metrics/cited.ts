import type { GivenAnswer, GivenCitation } from '../given-answer.ts';
import type { Evidence, Gold } from '../question.ts';

/** Does a citation share a line of the right document with a gold range? */
export function overlaps(citation: GivenCitation, evidence: Evidence): boolean {
  return (
    citation.file.startsWith(evidence.doc) &&
    citation.startLine <= evidence.end_line &&
    evidence.start_line <= citation.endLine
  );
}

/**
 * cited = some citation overlaps some gold range; with evidence_mode "all", every gold range is overlapped by some
 * citation. Null when the question has no evidence to cite. Source: eval/README.md.
 */
export function isCited(gold: Gold, answer: GivenAnswer): boolean | null {
  if (gold.evidence.length === 0) return null;
  const reached = (evidence: Evidence) => answer.citations.some((citation) => overlaps(citation, evidence));
  return gold.evidence_mode === 'all' ? gold.evidence.every(reached) : gold.evidence.some(reached);
}
