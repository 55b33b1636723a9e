import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { Provision } from '../../document/provision.ts';
import { AssignmentList } from '../assignments/assignment-list.tsx';
import { page } from '../layout.tsx';
import { documentHref } from '../links.ts';
import { TargetTable } from '../targets/target-table.tsx';
import { documentName, planPeriod, shortDate } from '../words.ts';
import type { ReadingBlock } from './blocks.ts';
import { Flags } from './documents-page.tsx';
import { EntitlementList } from './entitlement-list.tsx';
import type { Highlight } from './highlight.ts';
import { LineView } from './line-view.tsx';
import { ReadingView } from './reading-view.tsx';
import { lastYear, type RelatedDocument, type Relations } from './relations.ts';

/** Parts of a document's page, as the `xem` parameter names them. */
export const DOCUMENT_VIEWS = ['toan-van', 'theo-dong', 'chi-tieu', 'nhiem-vu', 'quyen-loi'] as const;
export type DocumentView = (typeof DOCUMENT_VIEWS)[number];

export interface DocumentPageProps {
  readonly ingested: IngestedDocument;
  readonly relations: Relations;
  readonly view: DocumentView;
  readonly blocks: readonly ReadingBlock[];
  readonly highlight: Highlight | null;
  readonly today: string;
}

/** Văn bản: one document. */
export function documentPage(props: DocumentPageProps) {
  const { ingested, relations, view, today } = props;
  const { document } = ingested;
  return page({
    title: documentName(document),
    section: 'documents',
    scripts: ['document.js'],
    wide: true,
    children: (
      <>
        <h1>{documentName(document)}</h1>
        {document.title !== null && <p class="document-title">{document.title}</p>}
        <Facts {...props} />
        <Validity ingested={ingested} relations={relations} today={today} />
        <Tabs ingested={ingested} view={view} />
        <div class="document-body">
          {(view === 'toan-van' || view === 'theo-dong') && <Outline outline={ingested.outline} />}
          <section class="document-view" aria-labelledby="phan">
            <h2 id="phan" class="visually-hidden">
              {TAB_LABELS[view]}
            </h2>
            <View {...props} />
          </section>
        </div>
      </>
    ),
  });
}

function Facts({ ingested: { document }, relations }: DocumentPageProps) {
  const { signer } = document;
  return (
    <dl class="facts">
      <Fact label="Cơ quan ban hành">{document.issuer ?? 'không rõ'}</Fact>
      <Fact label="Ngày ban hành">{document.issuedOn === null ? 'không rõ' : shortDate(document.issuedOn)}</Fact>
      {document.period !== null && <Fact label="Giai đoạn">{planPeriod(document.period)}</Fact>}
      {signer !== null && (
        <Fact label="Người ký">{signer.position === null ? signer.name : `${signer.name}, ${signer.position}`}</Fact>
      )}
      {relations.basedOn.length > 0 && (
        <Fact label="Thực hiện, căn cứ">
          <Related documents={relations.basedOn} />
        </Fact>
      )}
      {relations.replaces.length > 0 && (
        <Fact label="Thay thế">
          <Related documents={relations.replaces} />
        </Fact>
      )}
      <Fact label="Tệp nguồn">{`${document.source.file}, ${document.source.lines} dòng`}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: unknown }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Related({ documents }: { readonly documents: readonly RelatedDocument[] }) {
  return (
    <>
      {documents.map(({ number, document }, i) => (
        <>
          {i > 0 && ', '}
          {document === null ? number : <a href={documentHref(document.id)}>{number}</a>}
        </>
      ))}
    </>
  );
}

function Validity({
  ingested: { document },
  relations,
  today,
}: Pick<DocumentPageProps, 'ingested' | 'relations' | 'today'>) {
  const end = lastYear(document);
  const ended = end !== null && end < Number(today.slice(0, 4));
  if (!ended && relations.replacedBy.length === 0 && document.flags.length === 0 && document.warnings.length === 0) {
    return null;
  }
  return (
    <section class="notes" aria-label="Tình trạng">
      {relations.replacedBy.map((other) => (
        <p>
          Văn bản này đã được thay thế bởi <a href={documentHref(other.id)}>{documentName(other)}</a>.
        </p>
      ))}
      {ended && <p>Giai đoạn của văn bản đã kết thúc năm {end}.</p>}
      <Flags document={document} />
      {document.warnings.length > 0 && (
        <details>
          <summary>{document.warnings.length} lưu ý khi đọc tệp nguồn</summary>
          <ul>
            {document.warnings.map(({ line, message }) => (
              <li>
                {line !== null && <a href={`${documentHref(document.id)}?dong=${line}#L${line}`}>{`Dòng ${line}`}</a>}
                {line !== null && ': '}
                {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const TAB_LABELS: Readonly<Record<DocumentView, string>> = {
  'toan-van': 'Toàn văn',
  'theo-dong': 'Nguyên văn theo dòng',
  'chi-tieu': 'Chỉ tiêu',
  'nhiem-vu': 'Nhiệm vụ',
  'quyen-loi': 'Quyền lợi',
};

function Tabs({ ingested, view }: Pick<DocumentPageProps, 'ingested' | 'view'>) {
  const counts: Readonly<Partial<Record<DocumentView, number>>> = {
    'chi-tieu': ingested.targets.length,
    'nhiem-vu': ingested.assignments.length,
    'quyen-loi': ingested.entitlements.length,
  };
  return (
    <nav class="tabs" aria-label="Các phần của văn bản">
      <ul>
        {DOCUMENT_VIEWS.filter((name) => counts[name] !== 0).map((name) => {
          const count = counts[name];
          const address = documentHref(ingested.document.id);
          return (
            <li>
              <a
                href={name === 'toan-van' ? address : `${address}?xem=${name}`}
                aria-current={name === view ? 'page' : undefined}
              >
                {count === undefined ? TAB_LABELS[name] : `${TAB_LABELS[name]} (${count})`}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function View({ ingested, view, blocks, highlight }: DocumentPageProps) {
  const { document } = ingested;
  switch (view) {
    case 'toan-van':
      return <ReadingView blocks={blocks} />;
    case 'theo-dong':
      return <LineView source={ingested.source} highlight={highlight} />;
    case 'chi-tieu':
      return <TargetTable targets={ingested.targets.map((target) => [target, document])} showDocument={false} />;
    case 'nhiem-vu':
      return <AssignmentList assignments={ingested.assignments.map((item) => [item, document])} showDocument={false} />;
    case 'quyen-loi':
      return <EntitlementList entitlements={ingested.entitlements} />;
  }
}

function Outline({ outline }: Pick<IngestedDocument, 'outline'>) {
  if (outline.length === 0) return null;
  return (
    <nav class="outline" aria-label="Mục lục">
      <details open>
        <summary>Mục lục</summary>
        <OutlineLevel provisions={outline} depth={1} />
      </details>
    </nav>
  );
}

/** Deeper levels make the outline longer than the text. */
const OUTLINE_DEPTH = 3;

function OutlineLevel({ provisions, depth }: { readonly provisions: readonly Provision[]; readonly depth: number }) {
  const titled = provisions.filter(({ title, path }) => title !== null || path.length === 1);
  if (titled.length === 0) return null;
  return (
    <ol>
      {titled.map(({ label, title, headingSpan, children }) => (
        <li>
          <a href={`#L${headingSpan.startLine}`}>{title === null ? label : `${label} ${title}`}</a>
          {depth < OUTLINE_DEPTH && <OutlineLevel provisions={children} depth={depth + 1} />}
        </li>
      ))}
    </ol>
  );
}
