import answer from '../../prompts/answer.md';
import rewrite from '../../prompts/rewrite.md';
import { PromptFileError, parsePrompt, type ReadPrompt } from '../answering/llm/prompt-file.ts';

/** The texts of `prompts/` come with the program: there is no file system to read them from. */
const PROMPTS: Readonly<Record<string, string>> = { answer, rewrite };

/** Reads a prompt out of the bundle. */
export const readBundledPrompt: ReadPrompt = async (name) => {
  const markdown = PROMPTS[name];
  if (markdown === undefined) throw new PromptFileError(`prompts/${name}.md is not part of the bundle.`);
  return parsePrompt(name, markdown);
};
