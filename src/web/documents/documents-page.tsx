import type { PolicyDocument } from '../../document/policy-document.ts';
import type { DocumentFilter, Page } from '../../store/document-store.ts';
import type { Facets } from '../facets.ts';
import { FilterForm, Paging, SearchField, SelectField } from '../filters.tsx';
import { page } from '../layout.tsx';
import { documentHref, withQuery } from '../links.ts';
import { documentName, planPeriod, shortDate } from '../words.ts';

export interface DocumentsPageProps {
  readonly filter: DocumentFilter;
  readonly facets: Facets;
  readonly documents: Page<PolicyDocument>;
}

/** Văn bản: the list. */
export function documentsPage({ filter, facets, documents }: DocumentsPageProps) {
  const parameters = { tinh: filter.province, loai: filter.type, nam: filter.year, q: filter.q };
  const next = documents.cursor === null ? null : withQuery('/van-ban', { ...parameters, tiep: documents.cursor });
  return page({
    title: 'Văn bản',
    section: 'documents',
    scripts: ['filters.js'],
    children: (
      <>
        <h1>Văn bản</h1>
        <FilterForm action="/van-ban">
          <SelectField label="Tỉnh" name="tinh" value={filter.province} all="Tất cả" options={facets.provinces} />
          <SelectField label="Loại" name="loai" value={filter.type} all="Tất cả" options={facets.types} />
          <SelectField
            label="Năm ban hành"
            name="nam"
            value={filter.year === null ? null : String(filter.year)}
            all="Tất cả"
            options={facets.issueYears}
          />
          <SearchField label="Số hoặc trích yếu" name="q" value={filter.q} />
        </FilterForm>
        <Paging shown={documents.items.length} total={documents.total} unit="văn bản" next={null} />
        <ul class="document-list">
          {documents.items.map((document) => (
            <DocumentItem document={document} />
          ))}
        </ul>
        {next !== null && (
          <p>
            <a href={next}>Xem tiếp</a>
          </p>
        )}
      </>
    ),
  });
}

function DocumentItem({ document }: { readonly document: PolicyDocument }) {
  const facts = [
    document.issuer,
    document.issuedOn === null ? null : `ngày ${shortDate(document.issuedOn)}`,
    document.period === null ? null : `giai đoạn ${planPeriod(document.period)}`,
  ].filter((fact) => fact !== null);
  return (
    <li>
      <h2>
        <a href={documentHref(document.id)}>{documentName(document)}</a>
      </h2>
      {document.title !== null && <p>{document.title}</p>}
      <p class="quiet">{facts.join(' · ')}</p>
      {document.flags.length > 0 && <Flags document={document} />}
    </li>
  );
}

/** What a reader must know of the copy before trusting it. */
export function Flags({ document }: { readonly document: PolicyDocument }) {
  return (
    <ul class="flags">
      {document.flags.includes('truncated') && <li>Bản sao bị cắt, không đủ nội dung</li>}
      {document.flags.includes('ocr') && <li>Bản quét, có thể sai chữ</li>}
    </ul>
  );
}
