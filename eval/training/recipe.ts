import { z } from 'zod';

/** What a training run may vary. The defaults are the recipe of the weights that ship; the model card says why. */
export const recipeSchema = z
  .object({
    seed: z.int().default(7),
    dimensions: z.int().positive().default(512),
    /** Rows: all syllables that occur twice, then the most frequent bigrams. */
    vocabulary: z.int().positive().default(22_000),
    epochs: z.int().positive().default(4),
    /** Pairs per step; each text is a negative for every other question of its step. */
    batch: z.int().positive().default(256),
    learningRate: z.number().positive().default(0.05),
    /** Share of the learning rate left at the last epoch. */
    finalRate: z.number().positive().default(0.5),
    temperature: z.number().positive().default(0.1),
    /** Spread of the first, random vectors: times the token's IDF. */
    spread: z.number().positive().default(0.05),
    /** Hard negatives: share of the pairs put in runs from one source, so that neighbours on one subject compete. */
    sameSource: z.number().min(0).max(1).default(0.5),
    sameSourceRun: z.int().positive().default(16),
    /** Hard negatives by BM25: share of the pairs that are followed by those whose texts BM25 takes for theirs. */
    mined: z.number().min(0).max(1).default(0),
    /** Chance of a syllable of an everyday question to be misspelt. */
    misspelt: z.number().min(0).max(1).default(0),
    /** Share of a text's and of a question's tokens left out at random. */
    textDropout: z.number().min(0).max(1).default(0.4),
    questionDropout: z.number().min(0).max(1).default(0.1),
    /** Shares of the pair kinds; the rest are headings with their text. */
    everydayQuestions: z.number().min(0).max(1).default(0.2),
    sentences: z.number().min(0).max(1).default(0.1),
    /** How often an epoch shows each everyday phrase with the documents' phrase for it. */
    wordingRepeats: z.int().min(0).default(4),
    /** Length of the vector of a word that is not in the vocabulary; rare syllables have some 12. */
    unknownLength: z.number().min(0).default(20),
    /** A heading that stands over more texts than this is sampled down to it: "Phạm vi điều chỉnh" has 1,800. */
    commonHeading: z.int().positive().default(20),
  })
  .strict();

export type Recipe = z.infer<typeof recipeSchema>;
