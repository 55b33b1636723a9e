import { z } from 'zod';

/** One statement as a model gives it. */
export const ModelStatement = z.object({ text: z.string(), passages: z.array(z.number()) });

/** What a model is asked to return for an answer. */
export const ModelAnswer = z.object({ statements: z.array(ModelStatement) });

/** What a model is asked to return for a question to be rewritten. */
export const ModelQuestion = z.object({ question: z.string() });

export type ModelStatement = z.infer<typeof ModelStatement>;
