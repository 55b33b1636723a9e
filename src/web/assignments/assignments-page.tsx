import type { IsoDate } from '../../document/policy-document.ts';
import { dueDates } from '../../http/calendar/due-dates.ts';
import { FilterForm, SelectField } from '../filters.tsx';
import { page } from '../layout.tsx';
import { passageHref, withQuery } from '../links.ts';
import { documentName, shortDate, wholeNumber } from '../words.ts';
import type { AgencyDuties, NamedAgency, PlacedAssignment } from './agencies.ts';
import { AssignmentList } from './assignment-list.tsx';
import type { AgencyNames, SuccessionRow } from './succession.ts';

/** Tabs of an agency's page, as the `vai-tro` parameter names them. */
export const ROLES = ['chu-tri', 'phoi-hop', 'bao-cao'] as const;
export type Role = (typeof ROLES)[number];

export interface AssignmentsPageProps {
  readonly provinces: readonly string[];
  readonly province: string | null;
  readonly agencies: readonly NamedAgency[];
  /** The agency chosen; null shows the list of agencies. */
  readonly chosen: ChosenAgency | null;
  readonly today: IsoDate;
}

export interface ChosenAgency {
  readonly name: string;
  readonly names: AgencyNames;
  readonly duties: AgencyDuties;
  readonly role: Role;
}

/** Nhiệm vụ: an agency first, then what it leads, coordinates and reports. */
export function assignmentsPage(props: AssignmentsPageProps) {
  const { provinces, province, agencies, chosen } = props;
  return page({
    title: chosen === null ? 'Nhiệm vụ' : `Nhiệm vụ của ${chosen.name}`,
    section: 'assignments',
    scripts: ['filters.js'],
    children: (
      <>
        <h1>Nhiệm vụ</h1>
        <FilterForm action="/nhiem-vu">
          <SelectField label="Tỉnh" name="tinh" value={province} all="Tất cả" options={provinces} />
          <SelectField
            label="Cơ quan"
            name="co-quan"
            value={chosen?.name ?? null}
            all="Chọn cơ quan"
            options={agencies.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'vi'))}
          />
        </FilterForm>
        {chosen === null ? <AgencyIndex {...props} /> : <AgencyView {...props} chosen={chosen} />}
      </>
    ),
  });
}

/** With more agencies than this the list is cut; the select above holds them all. */
const MOST_LISTED = 60;

function AgencyIndex({ agencies, province }: AssignmentsPageProps) {
  if (agencies.length === 0) return <p>Không có nhiệm vụ nào trong các văn bản hiện có.</p>;
  return (
    <section class="table-scroll" tabindex={0} aria-label="Các cơ quan được giao việc">
      <table>
        <thead>
          <tr>
            <th scope="col">Cơ quan</th>
            <th scope="col" class="number">
              Chủ trì
            </th>
            <th scope="col" class="number">
              Phối hợp
            </th>
          </tr>
        </thead>
        <tbody>
          {agencies.slice(0, MOST_LISTED).map(({ name, leads, coordinates }) => (
            <tr>
              <th scope="row">
                <a href={withQuery('/nhiem-vu', { tinh: province, 'co-quan': name })}>{name}</a>
              </th>
              <td class="number">{wholeNumber(leads)}</td>
              <td class="number">{wholeNumber(coordinates)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface AgencyViewProps extends AssignmentsPageProps {
  readonly chosen: ChosenAgency;
}

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  'chu-tri': 'Chủ trì',
  'phoi-hop': 'Phối hợp',
  'bao-cao': 'Báo cáo',
};

function AgencyView({ chosen, province, today }: AgencyViewProps) {
  const { name, duties, role } = chosen;
  const byRole = { 'chu-tri': duties.lead, 'phoi-hop': duties.coordinate, 'bao-cao': duties.report } as const;
  return (
    <>
      <h2>{name}</h2>
      <Names names={chosen.names} />
      <nav class="tabs" aria-label="Vai trò">
        <ul>
          {ROLES.map((each) => (
            <li>
              <a
                href={withQuery('/nhiem-vu', { tinh: province, 'co-quan': name, 'vai-tro': each })}
                aria-current={each === role ? 'page' : undefined}
              >
                {`${ROLE_LABELS[each]} (${byRole[each].length})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {role !== 'phoi-hop' && <Deadlines assignments={byRole[role]} today={today} />}
      <Calendar name={name} province={province} role={role} />
      {byRole[role].length === 0 ? (
        <p>Không có nhiệm vụ nào ở vai trò này.</p>
      ) : (
        <AssignmentList assignments={byRole[role]} showDocument />
      )}
    </>
  );
}

function Names({ names: { before, after } }: { readonly names: AgencyNames }) {
  if (before.length === 0 && after.length === 0) return null;
  const since = ({ effective }: SuccessionRow) => (effective === null ? '' : ` (từ ${shortDate(effective)})`);
  return (
    <details class="notes">
      <summary>Tên cơ quan trước và sau sắp xếp năm 2025</summary>
      <ul>
        {after.map((row) => (
          <li>
            {row.field}: nay là {row.successor}
            {since(row)}
          </li>
        ))}
        {before.map((row) => (
          <li>
            {row.field}: trước đây do {row.old} phụ trách{since(row)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Deadlines({
  assignments,
  today,
}: {
  readonly assignments: readonly PlacedAssignment[];
  readonly today: IsoDate;
}) {
  const due = assignments
    .flatMap(([assignment, document]) => dueDates(assignment, today).map((each) => ({ ...each, assignment, document })))
    .sort((a, b) => a.next.localeCompare(b.next));
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="han-gan-nhat">
      <h3 id="han-gan-nhat">Thời hạn sắp tới</h3>
      <ul class="deadlines">
        {due.map(({ next, kind, schedule, assignment, document }) => (
          <li>
            <strong>{shortDate(next)}</strong>{' '}
            <a href={passageHref(assignment.documentId, assignment.span)}>
              {kind === 'report' ? 'Báo cáo' : 'Thời hạn'}: {schedule.printed}
            </a>
            <span class="quiet">
              , theo {[documentName(document), document.province].filter((part) => part !== null).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CalendarProps {
  readonly name: string;
  readonly province: string | null;
  readonly role: Role;
}

function Calendar({ name, province, role }: CalendarProps) {
  const query = { agency: name, province, role: role === 'phoi-hop' ? 'coordinate' : 'lead' };
  return (
    <p class="page-actions">
      <a href={withQuery('/api/assignments', { ...query, format: 'ics' })}>Thêm vào lịch (.ics)</a>
      <a href={withQuery('/api/assignments', { ...query, format: 'csv' })}>Tải bảng tính (CSV)</a>
    </p>
  );
}
