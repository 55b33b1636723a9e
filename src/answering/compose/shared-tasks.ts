import { fold } from '../../vietnamese/fold.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { roleSupports, taskInWords, taskSupport } from './assigned-task.ts';
import { claim, type Draft, draft } from './draft.ts';
import { printedNames } from './points.ts';
import { distinctSupports } from './support.ts';
import { accordingTo, upperFirst } from './wording.ts';

type FoundAssignment = Evidence['assignments'][number];

/**
 * "Tổng hợp, phân tích, dự báo giá thị trường …": a task that the document gives to several bodies in the same words, each
 * for its own field, when the question fits all of them alike.
 */
export function sharingTask(best: FoundAssignment, fitting: readonly FoundAssignment[]): readonly FoundAssignment[] {
  const opening = openingOf(best);
  const byLead = new Map<string, FoundAssignment>();
  for (const found of fitting) {
    const fits = found.coverage >= best.coverage - ALIKE.coverage && found.score >= best.score - ALIKE.score;
    const alike = fits && found.view === best.view && openingOf(found) === opening;
    const key = found.item.lead.map(({ name }) => name).join(';');
    if (alike && !byLead.has(key)) byLead.set(key, found);
  }
  const found = [...byLead.values()].sort((a, b) => a.item.span.start - b.item.span.start);
  return found.length > MOST_SHARING ? [] : found;
}

const ALIKE = { coverage: 0.02, score: 0.06 };
const MOST_SHARING = 12;

function openingOf({ item }: FoundAssignment): string {
  return fold(item.task)
    .replace(/^(?:chu tri|phoi hop)[^a-z]+/u, '')
    .split(' ')
    .slice(0, SAME_WORDS)
    .join(' ');
}

/** So many first words alike make one task of two. */
const SAME_WORDS = 8;

/** The bodies that share a task, a line each, in the order of the document. */
export function sharedDraft(sharing: readonly FoundAssignment[], understanding: Understanding): Draft {
  const lines = sharing.map(({ view, item, sentence }) =>
    claim(
      `- ${upperFirst(printedNames(item.lead))}: ${taskInWords(item, sentence, understanding)}.`,
      ...distinctSupports([...roleSupports(view, item, item.leadSpan), ...taskSupport(view, item, sentence)]),
    ),
  );
  const [first] = sharing;
  const where =
    first === undefined ? '' : `, ${accordingTo(first.view.document, first.item.provisionPath.slice(0, 1))}`;
  return draft(
    'answered',
    [claim(`${sharing.length} cơ quan được giao việc này${where}:`, ...(lines[0]?.supports ?? [])), ...lines],
    { agencies: sharing.flatMap(({ item }) => item.lead.map(({ name }) => name)) },
  );
}
