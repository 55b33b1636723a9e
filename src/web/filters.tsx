import type { Child } from 'hono/jsx';

export interface FilterFormProps {
  readonly action: string;
  readonly children: Child;
}

/** Filters kept in the address. The script applies them at once; without it there is the button. */
export function FilterForm({ action, children }: FilterFormProps) {
  return (
    <form class="filters" method="get" action={action} data-apply-at-once>
      {children}
      <button type="submit" class="secondary">
        Lọc
      </button>
    </form>
  );
}

export interface SelectFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
  /** What the empty choice is called. */
  readonly all: string;
  readonly options: readonly string[];
}

/** A labelled select with an empty choice. */
export function SelectField({ label, name, value, all, options }: SelectFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option} selected={option === value}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface SearchFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
}

/** A labelled search box. */
export function SearchField({ label, name, value }: SearchFieldProps) {
  return (
    <label class="field field-search">
      <span>{label}</span>
      <input type="search" name={name} value={value ?? ''} maxlength={300} />
    </label>
  );
}

export interface PagingProps {
  readonly shown: number;
  readonly total: number;
  readonly unit: string;
  /** Address of the next page; null on the last. */
  readonly next: string | null;
}

/** How many there are, and the way to the rest. */
export function Paging({ shown, total, unit, next }: PagingProps) {
  return (
    <p class="paging">
      {total === 0 ? `Không có ${unit} nào khớp với điều kiện lọc.` : `${shown} trong ${total} ${unit}.`}{' '}
      {next !== null && <a href={next}>Xem tiếp</a>}
    </p>
  );
}
