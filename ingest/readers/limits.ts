/**
 * What one file may cost. The largest real plan we have seen is 3 MB and 200 pages; everything here is an order of
 * magnitude above that and far below what would hurt the machine.
 */
export interface ReaderLimits {
  readonly fileBytes: number;
  /** Characters of extracted text. */
  readonly textLength: number;
  /** Characters of one extracted line: later steps match patterns line by line. */
  readonly lineLength: number;
  /** Wall clock for one file, OCR aside. */
  readonly milliseconds: number;
  /** Heap of the thread that parses untrusted markup. */
  readonly heapMegabytes: number;
  readonly zipEntries: number;
  readonly zipBytes: number;
  /** Uncompressed over compressed size. Word's XML reaches about 30. */
  readonly zipRatio: number;
  readonly tableDepth: number;
  readonly tableCells: number;
  readonly pages: number;
  readonly ocrPages: number;
  readonly ocrMillisecondsPerPage: number;
}

export const defaultLimits: ReaderLimits = {
  fileBytes: 50 * 1024 * 1024,
  textLength: 10_000_000,
  lineLength: 100_000,
  milliseconds: 20_000,
  heapMegabytes: 768,
  zipEntries: 2_000,
  zipBytes: 200 * 1024 * 1024,
  zipRatio: 200,
  tableDepth: 8,
  tableCells: 200_000,
  pages: 1_000,
  ocrPages: 100,
  ocrMillisecondsPerPage: 30_000,
};
