/** One part of the request that is wrong: where it stands and what to do about it. */
export interface FieldError {
  readonly path: string;
  readonly detail: string;
}

/** A problem document of RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly requestId?: string;
}

const KINDS = {
  400: { name: 'invalid-request', title: 'Yêu cầu không hợp lệ' },
  401: { name: 'unauthorised', title: 'Chưa xác nhận quyền quản trị' },
  403: { name: 'forbidden', title: 'Không được phép' },
  404: { name: 'not-found', title: 'Không tìm thấy' },
  405: { name: 'method-not-allowed', title: 'Phương thức không được hỗ trợ' },
  406: { name: 'not-acceptable', title: 'Không có dạng trả lời được yêu cầu' },
  409: { name: 'conflict', title: 'Chưa thực hiện được lúc này' },
  413: { name: 'content-too-large', title: 'Nội dung quá lớn' },
  415: { name: 'unsupported-media-type', title: 'Kiểu nội dung không được hỗ trợ' },
  429: { name: 'too-many-requests', title: 'Quá nhiều yêu cầu' },
  500: { name: 'internal-error', title: 'Lỗi trong hệ thống' },
  503: { name: 'not-ready', title: 'Hệ thống chưa sẵn sàng' },
  504: { name: 'deadline-exceeded', title: 'Quá thời gian xử lý' },
} as const;

/** Statuses a problem document is sent with. */
export type ProblemStatus = keyof typeof KINDS;

/** Is there a problem document for this status? */
export function isProblemStatus(status: number): status is ProblemStatus {
  return status in KINDS;
}

/** A request that cannot be served, for a reason its sender can read. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: ProblemStatus;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ProblemStatus,
    detail: string,
    extra: { readonly errors?: readonly FieldError[]; readonly headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: extra.cause });
    this.status = status;
    this.errors = extra.errors ?? [];
    this.headers = extra.headers ?? {};
  }
}

/** The problem document of an error. */
export function toProblem(error: ProblemError, requestId: string | null = null): Problem {
  const kind = KINDS[error.status];
  return {
    type: `urn:hoi-dap-chinh-sach:problem:${kind.name}`,
    title: kind.title,
    status: error.status,
    detail: error.message,
    ...(error.errors.length > 0 && { errors: error.errors }),
    ...(requestId !== null && { requestId }),
  };
}

/** The response that carries a problem. */
export function problemResponse(error: ProblemError, requestId: string | null = null): Response {
  return new Response(JSON.stringify(toProblem(error, requestId)), {
    status: error.status,
    headers: { 'Content-Type': 'application/problem+json; charset=UTF-8', ...error.headers },
  });
}
