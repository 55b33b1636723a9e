import { z } from '@hono/zod-openapi';
import type { ProblemStatus } from './problem.ts';

const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem');

const DESCRIPTIONS: Readonly<Partial<Record<ProblemStatus, string>>> = {
  400: 'Yêu cầu sai: nội dung không phải JSON, không phải UTF-8, hoặc một trường chưa đúng',
  401: 'Thiếu mã quản trị hoặc mã sai',
  404: 'Không có',
  409: 'Đang bận việc khác',
  413: 'Nội dung quá lớn',
  415: 'Không phải kiểu nội dung được nhận',
  429: 'Quá giới hạn mỗi phút; Retry-After cho biết khi nào thử lại',
  503: 'Chưa có chỉ mục được công bố',
  504: 'Quá thời gian cho một câu hỏi',
};

/** The problem responses of a route, for its OpenAPI entry. */
export function problemResponses(...statuses: readonly ProblemStatus[]) {
  const content = { 'application/problem+json': { schema: ProblemJson } };
  return Object.fromEntries(statuses.map((status) => [status, { description: DESCRIPTIONS[status] ?? '', content }]));
}
