import { RunnableLambda } from '@langchain/core/runnables';
import type { Library } from '../../src/http/library.ts';
import { PolicyAssistant } from '../../src/langchain/policy-assistant.ts';

/** A chain from a question to a text with its notes, as a chat tool would show it. */
export function reply(library: Library) {
  return new PolicyAssistant(library.ask).pipe(
    RunnableLambda.from(({ status, text, notes }) => ({
      status,
      text: [text, ...notes.map((note) => `Lưu ý: ${note.text}`)].join('\n'),
    })),
  );
}
