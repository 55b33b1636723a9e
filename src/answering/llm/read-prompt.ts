import { readFile } from 'node:fs/promises';
import { type PromptFile, parsePrompt } from './prompt-file.ts';

const PROMPTS = new URL('../../../prompts/', import.meta.url);

/** Reads `prompts/<name>.md` from its file. */
export async function readPrompt(name: string): Promise<PromptFile> {
  return parsePrompt(name, await readFile(new URL(`${name}.md`, PROMPTS), 'utf8'));
}
