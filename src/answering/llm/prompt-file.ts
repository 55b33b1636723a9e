import { z } from 'zod';
import type { PromptTemplate } from '../../model/chat-model.ts';

/** A prompt file: what it is for, what its placeholders stand for, the form of the answer, and the prompt itself. */
export interface PromptFile extends PromptTemplate {
  readonly purpose: string;
  readonly placeholders: readonly string[];
  /** JSON schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A file under prompts/ is not written as prompts/README.md says. */
export class PromptFileError extends Error {
  override readonly name = 'PromptFileError';
}

/** Reads a prompt by its name; each runtime has its own way to the files. */
export type ReadPrompt = (name: string) => Promise<PromptFile>;

const Schema = z.record(z.string(), z.unknown());

/** Takes a prompt file apart; throws `PromptFileError` with what is missing. */
export function parsePrompt(name: string, markdown: string): PromptFile {
  const sections = new Map(
    markdown
      .split(/^## /mu)
      .slice(1)
      .map((section) => {
        const end = section.indexOf('\n');
        return [section.slice(0, end).trim(), section.slice(end).trim()] as const;
      }),
  );
  const section = (title: string): string => {
    const text = sections.get(title);
    if (text === undefined || text === '') throw new PromptFileError(`prompts/${name}.md has no section "${title}".`);
    return text;
  };
  const schema = /```json\n([\s\S]*?)\n```/u.exec(section('Output schema'))?.[1];
  if (schema === undefined) throw new PromptFileError(`prompts/${name}.md shows no JSON schema of its output.`);
  return {
    name,
    purpose: section('Purpose'),
    placeholders: [...section('Placeholders').matchAll(/^- `\{\{(\w+)\}\}`: \S/gmu)].map(([, word = '']) => word),
    schema: Schema.parse(JSON.parse(schema)),
    system: section('System'),
    user: section('User'),
  };
}

/** The placeholders a prompt uses, in order of first use. */
export function placeholdersIn({ system, user }: PromptTemplate): readonly string[] {
  return [...new Set([...`${system}\n${user}`.matchAll(/\{\{(\w+)\}\}/gu)].map(([, word = '']) => word))];
}
