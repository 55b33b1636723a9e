import type { Answer, Note } from '../answer.ts';
import type { AskEvent } from '../ask.ts';
import { assemble } from '../assemble.ts';
import type { Draft } from '../compose/draft.ts';
import { verify } from '../verify/verify.ts';
import { complete } from './complete.ts';
import type { Findings, WriteStatements, Writing } from './write-statements.ts';

/** Of the statements a model gives, so many must hold for the answer to be called the model's. */
const LEAST_SHARE = 0.5;

/**
 * Words an answer with a model and reports it as it grows: every verified statement at once, then what the model left
 * out. Text once sent stays the beginning of the answer. When the model gives too little or fails, the engine's own
 * answer stands, and the mode says so.
 */
export async function* answerWithModel(
  findings: Findings,
  {
    write,
    notesFor,
    signal,
  }: {
    readonly write: WriteStatements;
    readonly notesFor: (draft: Draft) => readonly Note[];
    readonly signal: AbortSignal;
  },
): AsyncGenerator<AskEvent, void> {
  const { found, question } = findings;
  const assembled = (draft: Draft, mode: Answer['mode'] = 'llm', notes: readonly Note[] = []) =>
    assemble(draft, { notes, mode, standaloneQuestion: question });
  let draft: Draft = { ...found, statements: [] };
  let sent = assembled(draft);

  const writing = write(findings, signal);
  let written = await writing.next();
  try {
    for (; written.done !== true; written = await writing.next()) {
      draft = { ...draft, statements: [...draft.statements, written.value] };
      const grown = assembled(draft);
      yield* newIn(grown, sent);
      sent = grown;
    }
  } finally {
    // A reader who leaves takes the upstream call with him.
    if (written.done !== true) await writing.return({ proposed: 0, kept: 0, fault: null });
  }

  yield { kind: 'status', step: 'verify' };
  const whole = draft.statements.length === 0 ? found : verify(complete(draft.statements, found)).draft;
  const answer = assembled(whole, isEnough(written.value) ? 'llm' : 'extractive', notesFor(whole));
  yield* newIn(answer, sent);
  yield { kind: 'answer', answer };
}

function isEnough({ proposed, kept, fault }: Writing): boolean {
  return fault === null && kept > 0 && kept >= LEAST_SHARE * proposed;
}

function* newIn(answer: Answer, sent: Answer): Generator<AskEvent, void> {
  const text = answer.text.startsWith(sent.text) ? answer.text.slice(sent.text.length) : `\n\n${answer.text}`;
  if (text !== '') yield { kind: 'delta', text };
  for (const citation of answer.citations.slice(sent.citations.length)) yield { kind: 'citation', citation };
}
