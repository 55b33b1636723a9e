import { type Provision, walkProvisions } from '../../src/document/provision.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import type { GoldDocument } from './gold.ts';
import { matchByLines } from './match.ts';
import { type RecordScore, recordScore } from './record-score.ts';

/** A provision is right when its path is and its heading starts on the same line; the label keeps đ apart from d. */
export function scoreOutline(gold: NonNullable<GoldDocument['outline']>, outline: readonly Provision[]): RecordScore {
  const wanted = gold.map(({ path, title, line }) => ({ path, title, ...onLine(line), optional: false }));
  const read = [...walkProvisions(outline)].map(({ path, title, headingSpan }) => ({
    path,
    title,
    ...onLine(headingSpan.startLine),
  }));
  const matching = matchByLines(
    wanted,
    read,
    (a, b) => fold(a.path.join('/')) === fold(b.path.join('/')) && a.path.at(-1) === b.path.at(-1),
  );
  return recordScore('provision', matching, {
    nameGold: ({ path }) => path.join('/'),
    nameRead: ({ path }) => path.join('/'),
    checks: matching.pairs.map(({ gold: provision, read: found }) => ({
      field: 'title',
      right: fold(provision.title ?? '') === fold(found.title ?? ''),
      finding: `${provision.startLine}: title read as ${JSON.stringify(found.title)}`,
    })),
  });
}

function onLine(line: number): { readonly startLine: number; readonly endLine: number } {
  return { startLine: line, endLine: line };
}
