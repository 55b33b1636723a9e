import type { Target, TargetValue } from '../../document/records.ts';
import { documentHref, passageHref } from '../links.ts';
import { linesInWords } from '../words.ts';
import { BarChart, type BarGroup } from './bar-chart.tsx';
import { barLength, type ComparedTarget, MOST_COMPARED } from './comparison.ts';
import { periodLabel, periodsOf, ValueCell } from './target-table.tsx';

export interface ComparisonViewProps {
  readonly indicator: string;
  /** Every document that sets the indicator. */
  readonly all: readonly ComparedTarget[];
  /** Those chosen to stand side by side. */
  readonly chosen: readonly ComparedTarget[];
}

/** One indicator side by side: chart, table, and a word of warning where it may not mean the same. */
export function ComparisonView({ indicator, all, chosen }: ComparisonViewProps) {
  return (
    <section class="comparison" aria-labelledby="so-sanh">
      <h2 id="so-sanh">So sánh: {indicator}</h2>
      {all.length === 0 ? (
        <p>Không có văn bản nào đặt chỉ tiêu này. Hãy chọn chỉ tiêu khác trong bảng dưới đây.</p>
      ) : (
        <>
          {all.length > 1 ? (
            <ProvinceChoice indicator={indicator} all={all} chosen={chosen} />
          ) : (
            <p class="quiet">Trong kho mới có một văn bản đặt chỉ tiêu này.</p>
          )}
          <Differences chosen={chosen} />
          <Chart indicator={indicator} chosen={chosen} />
          <ComparisonTable chosen={chosen} />
        </>
      )}
      <p>
        <a href="/chi-tieu">Đóng so sánh</a>
      </p>
    </section>
  );
}

/** What a document is called in a comparison: its province, or its number where two are of one province. */
function nameOf({ document }: ComparedTarget, all: readonly ComparedTarget[]): string {
  const province = document.province ?? document.issuer ?? document.id;
  const alone = all.filter((other) => other.document.province === document.province).length === 1;
  return alone ? province : `${province}, ${document.number ?? document.id}`;
}

function ProvinceChoice({ indicator, all, chosen }: ComparisonViewProps) {
  return (
    <form class="filters" method="get" action="/chi-tieu" data-apply-at-once>
      <input type="hidden" name="so-sanh" value={indicator} />
      <fieldset>
        <legend>So sánh tối đa {MOST_COMPARED} nơi</legend>
        {all.map((compared) => (
          <label class="choice">
            <input
              type="checkbox"
              name="van-ban"
              value={compared.document.id}
              checked={chosen.includes(compared)}
              disabled={chosen.length >= MOST_COMPARED && !chosen.includes(compared)}
            />
            <span>{nameOf(compared, all)}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="secondary">
        So sánh
      </button>
    </form>
  );
}

function Differences({ chosen }: Pick<ComparisonViewProps, 'chosen'>) {
  const wordings = new Set(chosen.map(({ target }) => target.indicator));
  if (!chosen.some(({ differs }) => differs) || wordings.size < 2) return null;
  return (
    <div class="notes">
      <p>
        <strong>Cách gọi chỉ tiêu khác nhau, có thể không cùng định nghĩa:</strong>
      </p>
      <ul>
        {chosen.map((compared) => (
          <li>
            {nameOf(compared, chosen)}: “{compared.target.indicator}”
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chart({ indicator, chosen }: Pick<ComparisonViewProps, 'indicator' | 'chosen'>) {
  const series = chosen.map((compared) => nameOf(compared, chosen));
  const groups = periodsOf(chosen.map(({ target }) => target)).flatMap((period): BarGroup[] => {
    const bars = chosen.flatMap((compared) =>
      compared.target.values
        .filter((value) => value.period === period)
        .flatMap((value) => {
          const length = barLength(value);
          const name = nameOf(compared, chosen);
          const label = `${name}: ${withUnit(value, compared.target.unit)}`;
          return length === null ? [] : [{ series: name, length, label }];
        }),
    );
    return bars.length === 0 ? [] : [{ name: periodLabel(period), bars }];
  });
  return groups.length === 0 ? null : (
    <BarChart title={`Biểu đồ: ${indicator}. Số liệu có trong bảng bên dưới.`} groups={groups} series={series} />
  );
}

function withUnit({ value }: TargetValue, unit: string | null): string {
  const text = value ?? '';
  return unit === null || text.includes(unit) ? text : `${text} ${unit}`;
}

/** Side by side, a place that sets nothing for a year has to say so. */
function valuesOrNone({ values }: Target, period: string | null): readonly TargetValue[] {
  const own = values.filter((value) => value.period === period);
  return own.length > 0 ? own : [{ period, comparator: null, value: null, number: null }];
}

function ComparisonTable({ chosen }: Pick<ComparisonViewProps, 'chosen'>) {
  const periods = periodsOf(chosen.map(({ target }) => target));
  return (
    <section class="table-scroll" tabindex={0} aria-label="Bảng so sánh">
      <table class="targets stacked">
        <thead>
          <tr>
            <th scope="col">Nơi ban hành</th>
            <th scope="col">Đơn vị</th>
            {periods.map((period) => (
              <th scope="col" class="number">
                {periodLabel(period)}
              </th>
            ))}
            <th scope="col">Nguồn</th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((compared) => (
            <tr>
              <th scope="row">
                {nameOf(compared, chosen)}
                <span class="quiet row-context">{compared.target.indicator}</span>
              </th>
              <td data-label="Đơn vị">{compared.target.unit ?? ''}</td>
              {periods.map((period) => (
                <ValueCell period={period} target={compared.target} values={valuesOrNone(compared.target, period)} />
              ))}
              <td data-label="Nguồn">
                <a href={documentHref(compared.document.id)}>{compared.document.number ?? compared.document.id}</a>,{' '}
                <a href={passageHref(compared.document.id, compared.target.span)}>
                  {linesInWords(compared.target.span)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
