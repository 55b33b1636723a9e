import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Agency, Assignment } from '../../document/records.ts';
import { documentHref, passageHref } from '../links.ts';
import { linesInWords } from '../words.ts';

export interface AssignmentListProps {
  readonly assignments: readonly (readonly [Assignment, PolicyDocument])[];
  readonly showDocument: boolean;
}

/** Tasks with who leads, who coordinates, by when and to whom it is reported. */
export function AssignmentList({ assignments, showDocument }: AssignmentListProps) {
  return (
    <ul class="record-list">
      {assignments.map(([assignment, document]) => (
        <li>
          <p class="task">{assignment.task}</p>
          <dl class="facts">
            <Agencies label="Cơ quan chủ trì" agencies={assignment.lead} />
            <Agencies label="Cơ quan phối hợp" agencies={assignment.coordinate} />
            {assignment.deadline !== null && <Fact label="Thời hạn" text={assignment.deadline} />}
            {assignment.reporting !== null && <Fact label="Báo cáo" text={reportingInWords(assignment.reporting)} />}
          </dl>
          <p>
            {showDocument && (
              <>
                <a href={documentHref(document.id)}>{document.number ?? document.id}</a>
                {document.province !== null && `, ${document.province}`}
                {' · '}
              </>
            )}
            <a href={passageHref(assignment.documentId, assignment.span)}>
              Xem trong văn bản, {linesInWords(assignment.span)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Agencies({ label, agencies }: { readonly label: string; readonly agencies: readonly Agency[] }) {
  if (agencies.length === 0) return null;
  return <Fact label={label} text={agencies.map(({ name }) => name).join('; ')} />;
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function reportingInWords({ to, through, when }: NonNullable<Assignment['reporting']>): string {
  return [to, through === null ? null : `qua ${through}`, when].filter((part) => part !== null).join(', ');
}
