import type { ChatModel } from '../../model/chat-model.ts';
import { ProviderFault } from '../../model/provider-fault.ts';
import type { AskRequest } from '../ask.ts';
import type { Draft } from '../compose/draft.ts';
import type { Understanding } from '../understand/understanding.ts';
import { figuresIn, provincesIn } from '../verify/source-facts.ts';
import { fenced, newFence, visible } from './fence.ts';
import { ModelQuestion } from './model-output.ts';
import { objectScanner } from './object-scanner.ts';
import type { PromptFile } from './prompt-file.ts';

/** A stand-alone question in the words of documents; null when there is none that keeps to what was said. */
export type RewriteQuestion = (request: AskRequest, signal: AbortSignal) => Promise<string | null>;

const LONGEST = 500;
const TURNS = 6;

/** Rewriting with a language model: one call, whose failure is no failure of the question. */
export function questionRewriter({
  model,
  prompt,
  fence = newFence,
}: {
  readonly model: ChatModel;
  readonly prompt: PromptFile;
  readonly fence?: () => string;
}): RewriteQuestion {
  return async (request, signal) => {
    const turns = request.history.slice(-TURNS);
    const data = fenced([
      ...turns.map(({ role, content }) => ({
        luot_truoc: role === 'user' ? 'người hỏi' : 'trả lời',
        noi_dung: visible(content).slice(0, LONGEST),
      })),
      { cau_hoi: visible(request.question) },
    ]);
    const said = [...turns.map(({ content }) => content), request.question].join(' . ');
    const scanner = objectScanner();
    try {
      for await (const piece of model.stream(
        { prompt, values: { fence: fence(), data }, schema: prompt.schema },
        signal,
      )) {
        if (piece.kind !== 'text') continue;
        for (const object of scanner.push(piece.text)) {
          const read = ModelQuestion.safeParse(object);
          if (read.success) return keptTo(said, visible(read.data.question));
        }
      }
      return null;
    } catch (error) {
      if (error instanceof ProviderFault) return null;
      throw error;
    }
  };
}

/** The question, when it brings in no number, year or province that was not said. */
function keptTo(said: string, question: string): string | null {
  const figures = figuresIn(said);
  const provinces = provincesIn(said);
  const kept =
    question !== '' &&
    question.length <= LONGEST &&
    [...figuresIn(question)].every((figure) => figures.has(figure)) &&
    [...provincesIn(question)].every((name) => provinces.has(name));
  return kept ? question : null;
}

/**
 * Is a question worth rewriting? Not when it was answered, when the rules are certain of a question that stands alone,
 * or when they know that what it names is not here.
 */
export function isUnclear(
  { certain, offTopic, intent, scope }: Understanding,
  found: Draft,
  request: AskRequest,
): boolean {
  if (found.status !== 'not_found' && found.status !== 'out_of_scope') return false;
  if (offTopic || intent === 'injection' || intent === 'smalltalk' || intent === 'out_of_scope') return false;
  if (scope.unknownNumbers.length > 0 || scope.unknownProvinces.length > 0) return false;
  return !certain || request.history.length > 0;
}

/** A rewritten question is about the same: it needs no less, and names no other documents, years or bodies. */
export function asksForTheSame(rewritten: Understanding, first: Understanding): boolean {
  const conduct = ['injection', 'smalltalk', 'out_of_scope'];
  const within = new Set(first.scope.ids);
  return (
    !conduct.includes(rewritten.intent) &&
    (rewritten.scope.named || !first.scope.named) &&
    rewritten.scope.ids.every((id) => within.has(id)) &&
    holdsAll(rewritten.needs, first.needs) &&
    holdsAll(rewritten.years, first.years) &&
    holdsAll(rewritten.agencies, first.agencies)
  );
}

function holdsAll<T>(all: readonly T[], some: readonly T[]): boolean {
  return some.every((item) => all.includes(item));
}
