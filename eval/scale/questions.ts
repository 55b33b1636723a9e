import { MUTATIONS } from '../mutations/mutations.ts';
import type { Plan } from './plan.ts';

/** A question on a generated corpus. */
export interface ScaleQuestion {
  readonly kind: ScaleKind;
  readonly text: string;
  /** Asked with the API's filter by province. */
  readonly province: string | null;
  /** What a right answer names. */
  readonly expects: string;
}

/** What narrows the documents: nothing, a province or a document that the question names, or a filter of the API. */
export type ScaleKind = 'open' | 'misspelt' | 'province' | 'document' | 'filter' | 'metadata';

export const SCALE_KINDS: readonly ScaleKind[] = ['open', 'misspelt', 'province', 'document', 'filter', 'metadata'];

/** The words of a task a question takes up. */
const TASK_WORDS = 14;

/** One question of each kind on a plan; fewer when it sets no target. */
export function questionsOn(plan: Plan, random: () => number): readonly ScaleQuestion[] {
  const { province, number, year } = plan;
  const of = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const ask = (kind: ScaleKind, text: string, expects: string): ScaleQuestion => ({
    kind,
    text,
    province: kind === 'filter' ? province : null,
    expects,
  });
  const task = of(plan.tasks);
  const target = of(plan.targets);
  const questions: ScaleQuestion[] = [ask('metadata', `Kế hoạch ${number} năm ${year} của ${province} do ai ký?`, '')];
  if (task !== undefined) {
    const words = task.task
      .split(' ')
      .slice(0, TASK_WORDS)
      .join(' ')
      .replace(/[,;.]$/u, '');
    const open = `Cơ quan nào chủ trì ${words}?`;
    const misspelt = MUTATIONS.misspelt?.(open, random) ?? open;
    questions.push(
      ask('open', open, task.lead),
      ask('misspelt', misspelt, task.lead),
      ask('province', `Ở ${province}, cơ quan nào chủ trì ${words}?`, task.lead),
      ask('document', `Theo Kế hoạch ${number} năm ${year} của ${province}, cơ quan nào chủ trì ${words}?`, task.lead),
      ask('filter', open, task.lead),
    );
  }
  if (target !== undefined) {
    const asked = `${target.name} đến năm ${target.year} là bao nhiêu?`;
    questions.push(
      ask('open', asked, target.value),
      ask('province', `Chỉ tiêu của ${province}: ${asked}`, target.value),
      ask('document', `Theo Kế hoạch ${number} năm ${year} của ${province}, ${asked}`, target.value),
      ask('filter', asked, target.value),
    );
  }
  return questions;
}
