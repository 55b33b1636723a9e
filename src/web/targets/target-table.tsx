import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Target, TargetValue } from '../../document/records.ts';
import { comparisonHref, documentHref, passageHref } from '../links.ts';
import { linesInWords } from '../words.ts';

export interface TargetTableProps {
  readonly targets: readonly (readonly [Target, PolicyDocument])[];
  readonly showDocument: boolean;
}

/** With more periods than this a column each leaves most cells empty. */
const MOST_COLUMNS = 4;

/** Targets with the years they are set for; every value leads to its source line. */
export function TargetTable({ targets, showDocument }: TargetTableProps) {
  const all = periodsOf(targets.map(([target]) => target));
  const periods = all.length <= MOST_COLUMNS ? all : [];
  return (
    <section class="table-scroll" tabindex={0} aria-label="Bảng chỉ tiêu">
      <table class="targets stacked">
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            {showDocument && <th scope="col">Tỉnh, văn bản</th>}
            <th scope="col">Đơn vị</th>
            {periods.map((period) => (
              <th scope="col" class="number">
                {periodLabel(period)}
              </th>
            ))}
            {periods.length === 0 && <th scope="col">Mức đặt ra</th>}
            <th scope="col">Nguồn</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(([target, document]) => (
            <tr>
              <th scope="row">
                <a href={comparisonHref(target.indicator)}>{target.indicator}</a>
                <Context target={target} />
              </th>
              {showDocument && (
                <td data-label="Nơi ban hành">
                  {document.province ?? document.issuer} <br />
                  <a href={documentHref(document.id)}>{document.number ?? document.id}</a>
                </td>
              )}
              <td data-label="Đơn vị">{target.unit ?? ''}</td>
              {periods.map((period) => (
                <ValueCell
                  period={period}
                  target={target}
                  values={target.values.filter((value) => value.period === period)}
                />
              ))}
              {periods.length === 0 && <ListedValues target={target} />}
              <td data-label="Nguồn">
                <a href={passageHref(target.documentId, target.span)}>{linesInWords(target.span)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Context({ target }: { readonly target: Target }) {
  const parts = [
    target.kind === 'result' ? 'kết quả đã đạt' : null,
    target.parent === null ? null : `thuộc: ${target.parent}`,
    target.scope,
    target.group,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span class="quiet row-context">{parts.join(' · ')}</span>;
}

export interface ValueCellProps {
  readonly target: Target;
  readonly period: string | null;
  /** Those of the target for the period. */
  readonly values: readonly TargetValue[];
}

/** What a target sets for one period; each value leads to its source line. */
export function ValueCell({ target, period, values }: ValueCellProps) {
  if (values.length === 0) return <td class="number" />;
  return (
    <td class="number" data-label={periodLabel(period)}>
      {values.map(({ value }) =>
        value === null ? (
          <span class="quiet">không đặt chỉ tiêu</span>
        ) : (
          <a href={passageHref(target.documentId, target.span)}>{value}</a>
        ),
      )}
    </td>
  );
}

function ListedValues({ target }: { readonly target: Target }) {
  return (
    <td data-label="Mức đặt ra">
      {target.values.map(({ period, value }) => (
        <div>
          {period !== null && `${period}: `}
          {value === null ? (
            <span class="quiet">không đặt chỉ tiêu</span>
          ) : (
            <a href={passageHref(target.documentId, target.span)}>{value}</a>
          )}
        </div>
      ))}
    </td>
  );
}

/** The heading of a column of values. */
export function periodLabel(period: string | null): string {
  return period ?? 'Không ghi năm';
}

/** The periods of the targets, years in order, what has none at the end. */
export function periodsOf(targets: readonly Target[]): (string | null)[] {
  const periods = new Set(targets.flatMap((target) => target.values.map((value) => value.period)));
  return [...periods].sort((a, b) => (a === null ? 1 : b === null ? -1 : lastYearOf(a).localeCompare(lastYearOf(b))));
}

/** "2021-2025" comes with 2025; words ("hằng năm") come after years. */
function lastYearOf(period: string): string {
  return `${period.match(/\d{4}/g)?.at(-1) ?? '9999'} ${period}`;
}
