import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const evidenceSchema = z.object({
  /** The start of the source's file name: "002", or the whole name. */
  doc: z.string().min(1),
  start_line: z.int().positive(),
  end_line: z.int().positive(),
});

const alternativesSchema = z.array(z.string().min(1)).min(1);

const goldSchema = z.object({
  answerable: z.boolean(),
  facts: z.array(alternativesSchema),
  pairs: z.array(z.tuple([alternativesSchema, alternativesSchema])).default([]),
  forbidden: z.array(z.string().min(1)).default([]),
  forbidden_regex: z.array(z.string().min(1)).default([]),
  accept_status: z.array(z.string()).default([]),
  evidence: z.array(evidenceSchema),
  evidence_mode: z.enum(['any', 'all']),
});

const questionSchema = z.object({
  id: z.string().min(1),
  docs: z.array(z.string()),
  user: z.enum(['official', 'staff', 'citizen']),
  kind: z.enum([
    'lead',
    'coordinate',
    'deadline',
    'target',
    'result',
    'entitlement',
    'list',
    'compare',
    'metadata',
    'basis',
    'definition',
    'count',
    'unanswerable',
    'out_of_scope',
    'clarify',
    'injection',
    'followup',
    'smalltalk',
  ]),
  style: z.enum(['plain', 'colloquial', 'typo', 'telex', 'no_diacritics', 'abbrev']),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).default([]),
  question: z.string().min(1),
  gold: goldSchema,
  note: z.string().default(''),
});

/** A question with what a right answer must and must not say, and where that stands in the sources. */
export type Question = z.infer<typeof questionSchema>;
export type Gold = z.infer<typeof goldSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;

/** Reads a JSON Lines file of questions; a line that is not one is named in the error. */
export async function readQuestions(path: string): Promise<Question[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = questionSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new SyntaxError(`${path}:${index + 1} is not a question: ${parsed.error.message}`);
    return [parsed.data];
  });
}
