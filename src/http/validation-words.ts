import { z } from '@hono/zod-openapi';

const KINDS: Readonly<Record<string, string>> = {
  string: 'một chuỗi ký tự',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một đối tượng',
  record: 'một đối tượng',
};

const COUNTED: Readonly<Record<string, string>> = { string: 'ký tự', array: 'phần tử' };

/** Makes what a schema says by itself Vietnamese: what its author wrote for a field comes before it. */
export function validateInVietnamese(): void {
  z.config({ customError: inWords });
}

/** Undefined leaves the wording to the library. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return 'Trường này còn thiếu.';
      const kind = KINDS[issue.expected];
      return kind === undefined ? 'Trường này không đúng kiểu.' : `Trường này cần là ${kind}.`;
    }
    case 'invalid_value':
      return `Trường này cần là một trong: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return `Trường này tối đa ${withUnit(issue.maximum, issue.origin)}.`;
    case 'too_small':
      return `Trường này tối thiểu ${withUnit(issue.minimum, issue.origin)}.`;
    default:
      return 'Trường này chưa đúng.';
  }
}

function withUnit(bound: number | bigint, origin: string): string {
  const unit = COUNTED[origin];
  return unit === undefined ? String(bound) : `${bound} ${unit}`;
}
