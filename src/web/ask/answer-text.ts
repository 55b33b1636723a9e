import type { Statement } from '../../answering/answer.ts';

/** A paragraph, or the lines of a list, of an answer. */
export type AnswerBlock =
  | { readonly kind: 'paragraph'; readonly statements: readonly Statement[] }
  | { readonly kind: 'list'; readonly statements: readonly Statement[] };

const LIST_MARK = /^\s*(?:[-–•+]|\d+[.)])\s+/;

/** Statements as they are to be read: neighbours that begin with a list mark make one list. */
export function answerBlocks(statements: readonly Statement[]): AnswerBlock[] {
  const blocks: AnswerBlock[] = [];
  for (const statement of statements) {
    const isItem = LIST_MARK.test(statement.text);
    const kind = isItem ? 'list' : 'paragraph';
    const shown = isItem ? { ...statement, text: statement.text.replace(LIST_MARK, '') } : statement;
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks[blocks.length - 1] = { kind, statements: [...last.statements, shown] };
    else blocks.push({ kind, statements: [shown] });
  }
  return blocks;
}
