import type { Note } from '../answer.ts';
import { type Subject, typeName } from './subject.ts';

/** A goal or a task is no benefit somebody can claim. */
export function plannedOnlyNotes({ draft, content }: Subject): readonly Note[] {
  if (!draft.notes.includes('planned_only')) return [];
  const supports = content.flatMap((statement) => statement.supports);
  const [first] = supports;
  const type = first === undefined ? 'văn bản' : typeName(first.view.document);
  const isTarget = supports.some(({ view, span }) =>
    view.ingested.targets.some((target) => target.span.start === span.start && target.span.end === span.end),
  );
  const text = isTarget
    ? `Đây là mục tiêu phấn đấu của ${type}, chưa phải quyết định cho hưởng đối với từng người; mức tiền và thủ tục phải xem ở văn bản khác.`
    : `Đây là nhiệm vụ, định hướng của ${type}, chưa phải chế độ có mức hưởng cụ thể.`;
  return [{ kind: 'planned_only', text, basis: null }];
}
