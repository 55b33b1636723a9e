import type { IsoDate } from '../document/policy-document.ts';
import type { Answer, Citation } from './answer.ts';

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface AskRequest {
  readonly question: string;
  readonly history: readonly Turn[];
  readonly conversationId: string | null;
  readonly filters: { readonly province: string | null; readonly documentIds: readonly string[] | null };
  /** The day for which notes on validity are made; null for today. */
  readonly asOf: IsoDate | null;
}

/** Steps in the words of a progress line. */
export type AskStep = 'understand' | 'retrieve' | 'compose' | 'verify';

/** What an answer in the making reports. Only verified text is ever reported. */
export type AskEvent =
  | { readonly kind: 'status'; readonly step: AskStep }
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'citation'; readonly citation: Citation }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Answers one question. Yields progress and, last, exactly one `answer` event; stops when the signal aborts. */
export type Ask = (request: AskRequest, signal: AbortSignal) => AsyncGenerator<AskEvent, void>;
