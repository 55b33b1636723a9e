import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ModelAnswer, ModelQuestion } from '../../../src/answering/llm/model-output.ts';
import { parsePrompt, placeholdersIn } from '../../../src/answering/llm/prompt-file.ts';
import { readPrompt } from '../../../src/answering/llm/read-prompt.ts';

const PROMPTS = new URL('../../../prompts/', import.meta.url);
const names = (await readdir(PROMPTS)).filter((file) => file !== 'README.md').map((file) => file.replace(/\.md$/, ''));
const OUTPUTS: Readonly<Record<string, z.ZodType>> = { answer: ModelAnswer, rewrite: ModelQuestion };

test('every prompt has a schema in the code and the other way round', () => {
  expect(names.sort()).toEqual(Object.keys(OUTPUTS).sort());
});

describe.each(names)('prompts/%s.md', (name) => {
  test('says what it is for, what its placeholders are and what it asks for, before the prompt', async () => {
    const markdown = await readFile(new URL(`${name}.md`, PROMPTS), 'utf8');
    const sections = [...markdown.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
    expect(sections).toEqual(['Purpose', 'Placeholders', 'Output schema', 'System', 'User']);
    expect((await readPrompt(name)).purpose.length).toBeGreaterThan(50);
  });

  test('names exactly the placeholders it uses', async () => {
    const prompt = await readPrompt(name);
    expect([...prompt.placeholders].sort()).toEqual([...placeholdersIn(prompt)].sort());
  });

  test('shows the schema of the code', async () => {
    const output = OUTPUTS[name];
    if (output === undefined) throw new Error(`No schema for ${name}.`);
    const { $schema: _, ...schema } = z.toJSONSchema(output);
    expect((await readPrompt(name)).schema).toEqual(schema);
  });

  test('lets data in only between marks that hold the random word, and nowhere in the instructions', async () => {
    const { system, user } = await readPrompt(name);
    expect(system).not.toContain('{{data}}');
    expect(user).toMatch(/^<du_lieu_\{\{fence\}\}>\n\{\{data\}\}\n<\/du_lieu_\{\{fence\}\}>\n/u);
  });
});

test.each([
  ['', 'Output schema'],
  ['## Purpose\n\nx\n\n## Output schema\n\nnone\n', 'JSON schema'],
  ['## Output schema\n\n```json\n{}\n```\n', 'Purpose'],
])('a file that lacks a part is refused with its name', (markdown, part) => {
  expect(() => parsePrompt('broken', markdown)).toThrow(new RegExp(`prompts/broken.md .*${part}`));
});
