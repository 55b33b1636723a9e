import { z } from '@hono/zod-openapi';

/** A filter left empty, as a form sends it, is no filter. */
export const filterText = z
  .string()
  .trim()
  .max(300, 'Giá trị lọc dài quá 300 ký tự.')
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

export const filterYear = filterText
  .refine((value) => value === null || /^\d{4}$/.test(value), 'Năm phải gồm bốn chữ số.')
  .transform((value) => (value === null ? null : Number(value)))
  .openapi({ type: 'integer', example: 2030 });

/** A whole number within bounds, or the default. */
export function count(fallback: number, most: number) {
  const text = `Cần là số nguyên từ 1 đến ${most}.`;
  return filterText
    .transform((value) => (value === null ? fallback : Number(value)))
    .refine((n) => Number.isInteger(n) && n >= 1 && n <= most, text)
    .openapi({ type: 'integer', minimum: 1, maximum: most, default: fallback });
}

export const paging = { limit: count(50, 500), cursor: filterText };
