import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Passage } from '../document/passage.ts';
import type { PolicyDocument } from '../document/policy-document.ts';
import type { Library } from '../http/library.ts';

/** What a retrieved passage says of where it stands: all that a citation needs. */
export interface PassageMetadata extends Record<string, unknown> {
  readonly id: string;
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly documentTitle: string | null;
  readonly issuer: string | null;
  readonly province: string | null;
  readonly issuedOn: string | null;
  readonly headingTrail: readonly string[];
  /** Header of the table, for rows. */
  readonly columns: readonly string[] | null;
  readonly source: { readonly file: string; readonly startLine: number; readonly endLine: number };
  readonly url: string;
  /** 0 … 1, as retrieval gave it. */
  readonly score: number;
}

export interface PolicyRetrieverInput extends BaseRetrieverInput {
  readonly library: Pick<Library, 'search' | 'store'>;
  /** Passages to return. */
  readonly k?: number;
}

/** Entries asked for per passage wanted: records are found too, and left out here. */
const MARGIN = 4;

/**
 * Retrieval over the policy documents as a LangChain retriever: verbatim passages, best first, with citation metadata.
 *
 * @example const documents = await new PolicyRetriever({ library, k: 4 }).invoke('hỗ trợ nhà ở cho người có công');
 */
export class PolicyRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['hoi-dap-chinh-sach', 'retrievers'];
  readonly #library: PolicyRetrieverInput['library'];
  readonly #k: number;

  static override lc_name(): string {
    return 'PolicyRetriever';
  }

  constructor({ library, k = 6, ...input }: PolicyRetrieverInput) {
    super(input);
    this.#library = library;
    this.#k = k;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { search, store } = this.#library;
    const hits = await search(query, this.#k * MARGIN, new AbortController().signal);
    const found = hits.filter(({ kind }) => kind === 'passage').slice(0, this.#k);
    const passages = new Map((await store.passages(found.map(({ id }) => id))).map((passage) => [passage.id, passage]));
    const documents = new Map((await store.documents()).map((document) => [document.id, document]));
    return found.flatMap(({ id, documentId, score }) => {
      const passage = passages.get(id);
      const document = documents.get(documentId);
      return passage === undefined || document === undefined ? [] : [toDocument(passage, document, score)];
    });
  }
}

function toDocument(passage: Passage, document: PolicyDocument, score: number): Document<PassageMetadata> {
  const { startLine, endLine } = passage.span;
  return new Document({
    id: passage.id,
    pageContent: passage.text,
    metadata: {
      id: passage.id,
      documentId: document.id,
      documentNumber: document.number,
      documentTitle: document.title,
      issuer: document.issuer,
      province: document.province,
      issuedOn: document.issuedOn,
      headingTrail: passage.headingTrail,
      columns: passage.table?.columns ?? null,
      source: { file: document.source.file, startLine, endLine },
      url: `/van-ban/${document.id}#L${startLine}`,
      score,
    },
  });
}
