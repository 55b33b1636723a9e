import type { AnswerStatus } from '../../src/answering/answer.ts';
import type { GivenAnswer } from '../given-answer.ts';
import type { Question } from '../question.ts';
import { normaliseText } from './normalise-text.ts';
import { loosePairs } from './pairs.ts';
import { holdsAny, wholeMatches } from './whole-match.ts';

/** What keeps an answer from being right; empty for a right one. */
export type Fault = string;

const DECLINED: readonly AnswerStatus[] = ['not_found', 'out_of_scope', 'refused'];

/** Kinds judged on facts and forbidden texts alone, whatever the status. */
const ANY_STATUS: readonly Question['kind'][] = ['smalltalk', 'clarify', 'injection'];

/** Declining is a status, never a choice of words. */
export function isDeclined(status: AnswerStatus): boolean {
  return DECLINED.includes(status);
}

/** How far a reader reads: facts further down do not count. Forbidden texts count wherever they stand. */
export function readLength(kind: Question['kind']): number {
  if (kind === 'list' || kind === 'compare') return 1800;
  if (kind === 'clarify') return 1500;
  return kind === 'entitlement' ? 1200 : 600;
}

/**
 * right = every fact group met ∧ every pair holds ∧ nothing forbidden ∧ (not declined, or the status is accepted);
 * for unanswerable questions right = (declined or accepted) ∧ nothing forbidden. Source: eval/README.md.
 */
export function faultsOf(question: Question, answer: GivenAnswer): Fault[] {
  return [
    ...statusFaults(question, answer.status),
    ...missingFaults(question, answer.text),
    ...forbiddenFaults(question, answer.text),
  ];
}

function statusFaults({ kind, gold }: Question, status: AnswerStatus): Fault[] {
  if (ANY_STATUS.includes(kind) || gold.accept_status.includes(status)) return [];
  if (gold.answerable) return isDeclined(status) ? [`declined: ${status}`] : [];
  return isDeclined(status) ? [] : [`not declined: ${status}`];
}

function missingFaults({ kind, gold }: Question, text: string): Fault[] {
  const read = text.slice(0, readLength(kind));
  const normalised = normaliseText(read);
  const missing = gold.facts
    .filter((group) => !holdsAny(normalised, group))
    .map((group) => `missing: ${group.slice(0, 3).join(' / ')}`);
  const loose = loosePairs(read, gold.pairs).map(([subject, value]) => `not bound: ${value[0]} to ${subject[0]}`);
  return [...missing, ...loose];
}

function forbiddenFaults({ gold }: Question, text: string): Fault[] {
  const normalised = normaliseText(text);
  const named = gold.forbidden.filter((phrase) => wholeMatches(normalised, phrase).length > 0);
  const patterns = gold.forbidden_regex.filter((pattern) => new RegExp(pattern, 'iu').test(normalised));
  return [...named, ...patterns].map((phrase) => `forbidden: ${phrase}`);
}
