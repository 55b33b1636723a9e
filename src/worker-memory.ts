/** An isolate has 128 MB for all: of documents and answers it keeps what is asked for over and over. */
export const KEPT = { documents: 16, answers: 200 } as const;
