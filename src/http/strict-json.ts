import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import type { AppMiddleware } from './app-env.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Lets only a JSON body of a bearable size through, and says what is wrong with any other. Without it the JSON
 * validator would replace bytes that are not UTF-8 instead of refusing them.
 */
export function strictJson(limit = 512 * 1024): AppMiddleware {
  return every(requireJsonType, limitBody(limit), requireUtf8Json);
}

/** Refuses a body larger than the limit, by its Content-Length or, when it comes in chunks, as it is read. */
export function limitBody(limit: number): AppMiddleware {
  const size = limit < 1024 * 1024 ? `${Math.floor(limit / 1024)} KB` : `${Math.floor(limit / (1024 * 1024))} MB`;
  return bodyLimit({
    maxSize: limit,
    onError: (c) =>
      problemResponse(new ProblemError(413, PROBLEM_TEXTS.bodyTooLarge(size)), c.res.headers.get('X-Request-Id')),
  });
}

const requireJsonType: AppMiddleware = async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('Content-Type') ?? '')) throw new ProblemError(415, PROBLEM_TEXTS.contentType);
  await next();
};

const requireUtf8Json: AppMiddleware = async (c, next) => {
  const text = decode(await c.req.arrayBuffer());
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new ProblemError(400, PROBLEM_TEXTS.bodyNotJson, { cause });
  }
  await next();
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: ArrayBuffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new ProblemError(400, PROBLEM_TEXTS.bodyNotUtf8, { cause });
  }
}
