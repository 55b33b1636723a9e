import type { Assignment } from '../../document/records.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Understanding } from '../understand/understanding.ts';
import type { Support } from './draft.ts';
import { fittingClauses, isRoleLine, wanted } from './passages.ts';
import { supportAt, supportOfSentence, supportRound } from './support.ts';
import { quoted, shorten } from './wording.ts';

/** The task as an answer quotes it, cut to what is asked. */
export function taskInWords(item: Assignment, sentence: Sentence | null, understanding: Understanding): string {
  const text = taskText(item, sentence, understanding);
  const told = sentence === null || text.length <= LONG ? text : fittingClauses(text, wanted(understanding), LONG);
  return quoted(shorten(told, LONG));
}

/** Of a longer task only what is asked of it is told, where a sentence of it is. */
const LONG = 240;

/** A sentence that begins with its body ("2. Sở Y tế: …") is shown by its task, lest the body stand twice. */
const OPENING = 12;

/** The words of the task, without the mark of its item. */
export function taskText(item: Assignment, sentence: Sentence | null, understanding: Understanding): string {
  const told = toldBy(item, sentence);
  const text = told === null ? item.task : fittingClauses(told.text, wanted(understanding));
  return text.replace(/^[-+]\s+/u, '').replace(/^(?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)[.)]\s+/u, '');
}

/** The sentence that tells the task; null where the task as it was read tells it better. */
function toldBy(item: Assignment, sentence: Sentence | null): Sentence | null {
  if (sentence === null || sentence.passage.kind === 'row') return null;
  return isRoleLine(sentence) || opensWithLead(sentence, item) ? null : sentence;
}

function opensWithLead({ text }: Sentence, { lead }: Assignment): boolean {
  return lead.some(({ printed }) => text.slice(0, OPENING + printed.length).includes(printed));
}

/** Where a body is given its part. */
export function roleSupports(view: DocumentView, item: Assignment, span: Assignment['leadSpan']): Support[] {
  return [supportRound(view, span ?? item.span, item.headingTrail)];
}

/** What the words of a task are quoted from. */
export function taskSupport(view: DocumentView, item: Assignment, sentence: Sentence | null): Support[] {
  const told = toldBy(item, sentence);
  if (told !== null) return [supportOfSentence(view, told)];
  return [supportAt(view, item.leadSpan === null ? item.span : item.taskSpan, item.headingTrail)];
}
