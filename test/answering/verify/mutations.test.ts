import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestions } from '../../../eval/question.ts';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readFolders } from './drafts.ts';
import { mutationsOf } from './mutations.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/**
 * Changes that leave a statement true: a value that both years share, and a year for which a table has no column said to
 * be unset, or a mark whose year is empty as well.
 */
const STAYS_TRUE = /không đặt|(?:trên 99|100)%/iu;

describe('what the extractive composer says of the seeds', () => {
  const drafts: Draft[] = [];

  beforeAll(async () => {
    const ask = drafter(await readFolders([join(PROJECT, 'seeds/documents')]));
    for (const file of ['questions.jsonl', 'questions.own.jsonl']) {
      for (const question of await readQuestions(join(PROJECT, 'eval', file))) drafts.push(await ask(question));
    }
  }, 120_000);

  it('holds, statement by statement', () => {
    const dropped = drafts.flatMap((given) =>
      verify(given).dropped.map(({ statement, reason }) => [reason, statement.text]),
    );
    expect(dropped).toEqual([]);
  });

  it('fails with any figure, year, unit, comparator, body, part, province, number, type or quoted word changed', () => {
    const survivors: string[] = [];
    let mutations = 0;
    for (const given of drafts) {
      given.statements.forEach((statement, at) => {
        if (statement.kind === 'framing') return;
        for (const { kind, text } of mutationsOf(statement.text)) {
          const mutated = { ...statement, text };
          const statements = given.statements.map((other, i) => (i === at ? mutated : other));
          const { dropped } = verify({ ...given, statements });
          mutations += 1;
          const survived = !dropped.some(({ statement: lost }) => lost === mutated);
          if (survived && !((kind === 'year' || kind === 'digit') && STAYS_TRUE.test(text)))
            survivors.push(`${kind}: ${text}`);
        }
      });
    }
    expect(survivors).toEqual([]);
    expect(mutations).toBeGreaterThan(5_000);
  }, 120_000);
});
