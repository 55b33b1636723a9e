import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Target } from '../../document/records.ts';
import type { Page, TargetFilter } from '../../store/document-store.ts';
import type { Facets } from '../facets.ts';
import { FilterForm, Paging, SearchField, SelectField } from '../filters.tsx';
import { page } from '../layout.tsx';
import { withQuery } from '../links.ts';
import { ComparisonView, type ComparisonViewProps } from './comparison-view.tsx';
import { TargetTable } from './target-table.tsx';

/** What is listed, as the `loai` parameter names it. */
export const TARGET_KINDS = ['chi-tieu', 'ket-qua'] as const;

export interface TargetsPageProps {
  readonly filter: TargetFilter;
  readonly facets: Facets;
  readonly targets: Page<readonly [Target, PolicyDocument]>;
  readonly comparison: ComparisonViewProps | null;
}

/** Chỉ tiêu. */
export function targetsPage({ filter, facets, targets, comparison }: TargetsPageProps) {
  const kind = filter.kind === 'result' ? 'ket-qua' : 'chi-tieu';
  const parameters = { tinh: filter.province, nam: filter.year, nhom: filter.group, q: filter.q, loai: kind };
  const exported = {
    province: filter.province,
    year: filter.year,
    group: filter.group,
    q: filter.q,
    kind: filter.kind ?? null,
    format: 'csv',
  };
  const next = targets.cursor === null ? null : withQuery('/chi-tieu', { ...parameters, tiep: targets.cursor });
  return page({
    title: 'Chỉ tiêu',
    section: 'targets',
    scripts: ['filters.js'],
    wide: true,
    children: (
      <>
        <h1>Chỉ tiêu</h1>
        {comparison !== null && <ComparisonView {...comparison} />}
        {comparison === null && (
          <p class="intro">Chọn tên một chỉ tiêu để so sánh giữa các tỉnh. Mỗi con số dẫn đến dòng nguồn.</p>
        )}
        <FilterForm action="/chi-tieu">
          <SelectField label="Tỉnh" name="tinh" value={filter.province} all="Tất cả" options={facets.provinces} />
          <SelectField
            label="Năm"
            name="nam"
            value={filter.year === null ? null : String(filter.year)}
            all="Tất cả"
            options={facets.targetYears}
          />
          <SelectField label="Nhóm" name="nhom" value={filter.group} all="Tất cả" options={facets.targetGroups} />
          <label class="field">
            <span>Loại số liệu</span>
            <select name="loai">
              <option value="chi-tieu" selected={kind === 'chi-tieu'}>
                Chỉ tiêu đặt ra
              </option>
              <option value="ket-qua" selected={kind === 'ket-qua'}>
                Kết quả đã đạt
              </option>
            </select>
          </label>
          <SearchField label="Tên chỉ tiêu" name="q" value={filter.q} />
        </FilterForm>
        <Paging shown={targets.items.length} total={targets.total} unit="chỉ tiêu" next={null} />
        {targets.items.length > 0 && <TargetTable targets={targets.items} showDocument />}
        <p class="page-actions">
          {next !== null && <a href={next}>Xem tiếp</a>}
          {targets.total > 0 && <a href={withQuery('/api/targets', exported)}>Tải bảng tính (CSV)</a>}
        </p>
      </>
    ),
  });
}
