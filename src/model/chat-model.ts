/** A prompt as its file gives it: both texts hold `{{placeholders}}`. */
export interface PromptTemplate {
  readonly name: string;
  readonly system: string;
  readonly user: string;
}

/** What is asked of a model: a prompt, what its placeholders stand for, and the form of the answer. */
export interface ChatRequest {
  readonly prompt: PromptTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** JSON schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What a call cost in tokens, as the provider counts them. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type ChatPiece = { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'usage' } & TokenUsage);

/** A language model that streams its answer; ends early and closes its connection when the signal aborts. */
export interface ChatModel {
  readonly name: string;
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatPiece>;
}
