/** An isolate has 128 MB for all: of documents, by their characters, and of answers it keeps what is asked for over and over. */
export const KEPT = { characters: 400_000, answers: 200 } as const;
