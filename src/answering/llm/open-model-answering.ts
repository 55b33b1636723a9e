import type { ModelCall } from '../../model/model-call.ts';
import { openChatModel } from '../../model/open-chat-model.ts';
import type { ModelSettings } from '../../settings.ts';
import type { ModelAnswering } from './model-answering.ts';
import type { ReadPrompt } from './prompt-file.ts';
import { questionRewriter } from './rewrite-question.ts';
import { statementWriter } from './write-statements.ts';

/** What the configured chat model does for answering; null when none is configured. */
export async function openModelAnswering(
  settings: ModelSettings,
  readPrompt: ReadPrompt,
  onCall?: (call: ModelCall) => void,
): Promise<ModelAnswering | null> {
  const model = await openChatModel(settings, onCall);
  if (model === null) return null;
  const { contextTokens, deadlineMs } = settings;
  const [answer, rewrite] = await Promise.all([readPrompt('answer'), readPrompt('rewrite')]);
  return {
    write: statementWriter({ model, prompt: answer, contextTokens }),
    rewrite: questionRewriter({ model, prompt: rewrite }),
    deadlineMs,
  };
}
