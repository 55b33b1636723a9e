import { HTTPException } from 'hono/http-exception';
import type { ZodError, ZodType } from 'zod';
import { UnusableIndexError } from '../index/unusable-index-error.ts';
import { EmbedderUnavailableError } from '../model/open-embedder.ts';
import { InvalidCursorError } from '../store/document-store.ts';
import { DatabaseUnavailableError, GenerationGoneError } from '../store/postgres/faults.ts';
import { UnusableDatabaseError } from '../store/unusable-database.ts';
import type { AppContext } from './app-env.ts';
import { isProblemStatus, ProblemError } from './problem.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

/** What cannot serve until someone has done what its message says. */
export const REMEDIED = [UnusableIndexError, UnusableDatabaseError, EmbedderUnavailableError] as const;

/**
 * What any thrown thing is to the client; a fault of ours becomes a 500 that tells nothing of its inside, an index or
 * database that cannot be used, an embedder or a database that does not answer, a 503 that names the remedy.
 */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Error && REMEDIED.some((kind) => error instanceof kind)) {
    return new ProblemError(503, error.message, { cause: error, headers: { 'Retry-After': '10' } });
  }
  // What the database says names servers, which are not for everybody: the log has it.
  if (error instanceof DatabaseUnavailableError) {
    return new ProblemError(503, PROBLEM_TEXTS.databaseDown, { cause: error, headers: { 'Retry-After': '5' } });
  }
  if (error instanceof GenerationGoneError) {
    return new ProblemError(503, error.message, { cause: error, headers: { 'Retry-After': '1' } });
  }
  if (error instanceof InvalidCursorError) return new ProblemError(400, error.message, { cause: error });
  if (error instanceof HTTPException && isProblemStatus(error.status) && error.status < 500) {
    return new ProblemError(error.status, HTTP_EXCEPTION_TEXTS[error.status] ?? PROBLEM_TEXTS.fieldsInvalid, {
      cause: error,
    });
  }
  return new ProblemError(500, PROBLEM_TEXTS.internal, { cause: error });
}

/** Is it for the people who run the service to mend? */
export function isFault({ status, cause }: ProblemError): boolean {
  return status === 500 || (status === 503 && cause !== undefined);
}

const HTTP_EXCEPTION_TEXTS: Readonly<Record<number, string>> = {
  400: PROBLEM_TEXTS.bodyNotJson,
  413: PROBLEM_TEXTS.bodyTooLarge('mức cho phép'),
  415: PROBLEM_TEXTS.contentType,
};

/** Validation hook of every route: the first fault is the detail, all of them are listed. */
export function refuseInvalid(
  result: { readonly success: true } | { readonly success: false; readonly error: ZodError },
): undefined {
  if (!result.success) throw invalid(result.error);
}

/** The value in the shape of the schema; a 400 problem that says what is wrong with it otherwise. */
export function requireShape<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid(result.error);
  return result.data;
}

function invalid(error: ZodError): ProblemError {
  const errors = error.issues.map((issue) => {
    const path = issue.path.join('.');
    return { path, detail: path === '' ? issue.message : issue.message.replace(/^Trường này/, `Trường "${path}"`) };
  });
  return new ProblemError(400, errors[0]?.detail ?? PROBLEM_TEXTS.fieldsInvalid, { errors });
}

const API_PATH = /^\/(?:api|v1|mcp|docs|openapi\.json|healthz|readyz|metrics)(?:\/|$)/;

/** A person with a browser gets a page, a program a problem document. */
export function wantsPage(c: AppContext): boolean {
  return !API_PATH.test(c.req.path) && (c.req.header('Accept') ?? '').includes('text/html');
}
