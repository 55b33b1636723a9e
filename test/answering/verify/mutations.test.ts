import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestions } from '../../../eval/question.ts';
import type { Draft, DraftStatement } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import type { TableRow } from '../../../src/document/passage.ts';
import { drafter, readFolders } from './drafts.ts';
import { type Mutation, mutationsOf } from './mutations.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/**
 * Changes that leave a statement true: another year said to be unset for which the table has no column, and another
 * year of a row that has one value for all years.
 */
function staysTrue({ kind, text }: Mutation, { supports }: DraftStatement): boolean {
  if (kind !== 'year' && kind !== 'digit') return false;
  if (/không đặt/u.test(text)) return true;
  return kind === 'year' && supports.some(({ table }) => table !== null && hasOneValue(table));
}

function hasOneValue({ columns, cells }: TableRow): boolean {
  const values = cells.filter((_, i) => /20\d\d/.test(columns[i] ?? ''));
  return values.length > 1 && new Set(values).size === 1;
}

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
        for (const mutation of mutationsOf(statement.text)) {
          const mutated = { ...statement, text: mutation.text };
          const statements = given.statements.map((other, i) => (i === at ? mutated : other));
          const { dropped } = verify({ ...given, statements });
          mutations += 1;
          const survived = !dropped.some(({ statement: lost }) => lost === mutated);
          if (survived && !staysTrue(mutation, statement)) survivors.push(`${mutation.kind}: ${mutation.text}`);
        }
      });
    }
    expect(survivors).toEqual([]);
    expect(mutations).toBeGreaterThan(5_000);
  }, 120_000);
});
