import type { ChatModel } from '../../model/chat-model.ts';
import { ProviderFault } from '../../model/provider-fault.ts';
import { type Draft, type DraftStatement, draft } from '../compose/draft.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { verify } from '../verify/verify.ts';
import { checkOwnWords, type Instructions, instructionsOf } from './check-own-words.ts';
import { checkRecordedRoles } from './check-recorded-roles.ts';
import { contextFor } from './context.ts';
import { newFence } from './fence.ts';
import { objectScanner } from './object-scanner.ts';
import type { PromptFile } from './prompt-file.ts';
import { readModelStatement } from './read-statement.ts';

/** How the writing went. */
export interface Writing {
  /** Statements the model gave, and those of them that held. */
  readonly proposed: number;
  readonly kept: number;
  /** Why the model stopped before its answer was whole; null when it was. */
  readonly fault: ProviderFault | null;
}

export interface Findings {
  /** The stand-alone question. */
  readonly question: string;
  /** The engine's own verified answer. */
  readonly found: Draft;
  readonly evidence: Evidence;
}

/** Words the findings statement by statement; each is yielded once it has been verified. Ends early only by an abort. */
export type WriteStatements = (findings: Findings, signal: AbortSignal) => AsyncGenerator<DraftStatement, Writing>;

export interface WriterOptions {
  readonly model: ChatModel;
  readonly prompt: PromptFile;
  /** Tokens of question, findings and passages. */
  readonly contextTokens?: number;
  /** A random word per request. */
  readonly fence?: () => string;
}

/** More statements than a reader reads. */
const MOST_STATEMENTS = 60;

/** Writing with a language model; whatever the model gives, only what holds in the cited passages is yielded. */
export function statementWriter(options: WriterOptions): WriteStatements {
  const { model, prompt, contextTokens = 6_000, fence = newFence } = options;
  const instructions = instructionsOf(prompt.system);
  return async function* write(findings, signal) {
    const { data, places } = contextFor(findings, contextTokens);
    const request = { prompt, values: { fence: fence(), data }, schema: prompt.schema };
    const scanner = objectScanner();
    const kept = new Set<string>();
    let proposed = 0;
    try {
      for await (const piece of model.stream(request, signal)) {
        if (piece.kind !== 'text') continue;
        for (const object of scanner.push(piece.text)) {
          proposed += 1;
          const statement = readModelStatement(object, places);
          if (statement === null || kept.has(statement.text) || !holds(statement, instructions)) continue;
          kept.add(statement.text);
          yield statement;
        }
        if (proposed > MOST_STATEMENTS) break;
      }
      return { proposed, kept: kept.size, fault: null };
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error;
      return { proposed, kept: kept.size, fault: error };
    }
  };
}

/** Does a statement pass the checks of every composer, and those for a model? */
function holds(statement: DraftStatement, instructions: Instructions): boolean {
  return (
    verify(draft('answered', [statement])).dropped.length === 0 &&
    checkRecordedRoles(statement) === null &&
    checkOwnWords(statement, instructions) === null
  );
}
