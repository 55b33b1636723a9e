import type { GivenAnswer } from './given-answer.ts';
import type { PlacedHit } from './metrics/retrieval.ts';
import type { Question } from './question.ts';

/** Whatever answers questions: the system in process, a server over HTTP, or a double in a test. */
export interface Asker {
  /** `asOf` is the day for which the notes hold; today when none is given. */
  ask(question: Question, asOf?: string): Promise<GivenAnswer>;
  /** The first k entries retrieval finds for a question; null where the asker cannot say. */
  search: ((question: string, k: number) => Promise<readonly PlacedHit[]>) | null;
  close(): Promise<void>;
}
