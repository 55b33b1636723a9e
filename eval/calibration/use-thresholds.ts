import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { THRESHOLDS } from '../../src/answering/thresholds.ts';

/** The thresholds of answering by name. */
export type Thresholds = { readonly [name in keyof typeof THRESHOLDS]: number };

/** Where answering keeps them. */
const FILE = pathToFileURL(new URL('../../src/answering/thresholds.ts', import.meta.url).pathname).href;

/**
 * Lets answering, when it is loaded after this, read these thresholds instead of its own: what is swept is measured with
 * the program as it is, and the program needs no way of being told.
 */
export function useThresholds(thresholds: Thresholds): void {
  registerHooks({
    load: (url, context, next) =>
      url === FILE
        ? { format: 'module', shortCircuit: true, source: `export const THRESHOLDS = ${JSON.stringify(thresholds)};` }
        : next(url, context),
  });
}
