import { RunnableLambda } from '@langchain/core/runnables';
import type { Library } from '../../src/http/library.ts';
import { PolicyRetriever } from '../../src/langchain/policy-retriever.ts';

/** A chain from a question to its sources as footnotes. */
export function footnotes(library: Library) {
  return new PolicyRetriever({ library, k: 3 }).pipe(
    RunnableLambda.from((documents) =>
      documents.map(
        ({ pageContent, metadata }, i) =>
          `[${i + 1}] ${metadata.documentNumber}, dòng ${metadata.source.startLine}: ${pageContent}`,
      ),
    ),
  );
}
