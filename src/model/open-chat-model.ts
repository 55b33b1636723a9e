import type { ModelSettings } from '../settings.ts';
import { boundedChat } from './bounded-chat.ts';
import type { ChatModel } from './chat-model.ts';
import type { ModelCall } from './model-call.ts';

/** Asked when a key is configured but no model: small, fast, knows structured output, writes Vietnamese. */
const DEFAULT_MODEL = 'gpt-4.1-mini';

/** The chat model the settings ask for, within its bounds; null without a key or an address. Loads LangChain only then. */
export async function openChatModel(
  { apiKey, baseUrl, chatModel, idleMs, concurrent, prices }: ModelSettings,
  onCall?: (call: ModelCall) => void,
): Promise<ChatModel | null> {
  if (apiKey === null && baseUrl === null) return null;
  const { openAiChat } = await import('./openai-chat.ts');
  const model = openAiChat({ model: chatModel ?? DEFAULT_MODEL, apiKey, baseUrl });
  return boundedChat(model, { idleMs, concurrent, prices, ...(onCall === undefined ? {} : { onCall }) });
}
