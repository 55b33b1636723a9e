import { Runnable, type RunnableConfig } from '@langchain/core/runnables';
import type { Answer } from '../answering/answer.ts';
import type { Ask, AskRequest } from '../answering/ask.ts';

/** A question, alone or with what a request may hold besides. */
export type PolicyQuestion = string | ({ readonly question: string } & Partial<AskRequest>);

/**
 * The whole answering flow as a LangChain runnable: a question in, an answer with statements, citations and notes out.
 * An abort signal in the configuration stops the work.
 *
 * @example const answer = await new PolicyAssistant(library.ask).invoke('Sở nào chủ trì lĩnh vực y tế?');
 */
export class PolicyAssistant extends Runnable<PolicyQuestion, Answer> {
  override lc_namespace = ['hoi-dap-chinh-sach', 'runnables'];
  readonly #ask: Ask;

  static override lc_name(): string {
    return 'PolicyAssistant';
  }

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  override async invoke(question: PolicyQuestion, options?: Partial<RunnableConfig>): Promise<Answer> {
    return this._callWithConfig(
      (input: PolicyQuestion, config?: Partial<RunnableConfig>) => this.#answer(input, config?.signal),
      question,
      options,
    );
  }

  async #answer(question: PolicyQuestion, signal: AbortSignal = new AbortController().signal): Promise<Answer> {
    for await (const event of this.#ask(requestOf(question), signal)) if (event.kind === 'answer') return event.answer;
    throw new Error('The answering flow ended without an answer event.');
  }
}

function requestOf(question: PolicyQuestion): AskRequest {
  const nothing = { history: [], conversationId: null, filters: { province: null, documentIds: null }, asOf: null };
  return typeof question === 'string' ? { ...nothing, question } : { ...nothing, ...question };
}
