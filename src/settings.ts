import { resolve } from 'node:path';
import { z } from 'zod';

/** Where the chat and embedding models are, when any are configured. */
export interface ModelSettings {
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
  /** Milliseconds for a whole answer with a model; the extractive answer is given when they have passed. */
  readonly deadlineMs: number;
  /** Milliseconds without a word after which a stream counts as stalled. */
  readonly idleMs: number;
  /** Calls at a time. */
  readonly concurrent: number;
  /** Tokens of question, findings and passages a model is shown. */
  readonly contextTokens: number;
  /** Per million tokens, in any currency; null when not configured. */
  readonly prices: { readonly input: number; readonly output: number } | null;
}

/** Where documents and index are when PostgreSQL holds them. URLs carry passwords: never log or report them. */
export interface DatabaseSettings {
  readonly url: string;
  /** Servers that share the reading. */
  readonly replicaUrls: readonly string[];
  /** Connections of this process to each server. */
  readonly connections: number;
  /** Milliseconds after which a server ends a statement of a question. */
  readonly statementTimeout: number;
}

/** Everything that can be set from outside. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder with database, index files and uploads. */
  readonly dataDir: string;
  /** PostgreSQL instead of files in the data folder; null when not configured. */
  readonly database: DatabaseSettings | null;
  readonly adminToken: string | null;
  readonly model: ModelSettings;
  /** Questions and API calls per client and minute; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly logLevel: LogLevel;
  /** Origins whose pages may call the API; `*` for any; empty for none but our own. */
  readonly corsOrigins: readonly string[];
  /** The last address of X-Forwarded-For is the client: only true behind a proxy that sets it. */
  readonly trustProxy: boolean;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** An environment variable has a value that cannot be used. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** A variable that is set to nothing counts as not set: that is how containers and `.env` files leave one out. */
const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null);

const wholeNumber = (fallback: number, most: number) =>
  optional
    .transform((value) => (value === null ? fallback : Number(value)))
    .pipe(
      z
        .number(`cần là số nguyên từ 0 đến ${most}`)
        .refine((n) => Number.isInteger(n) && n >= 0 && n <= most, `cần là số nguyên từ 0 đến ${most}`),
    );

const price = optional
  .transform((value) => (value === null ? null : Number(value)))
  .refine((value) => value === null || (Number.isFinite(value) && value >= 0), 'cần là một số không âm');

const url = optional.refine((value) => value === null || URL.canParse(value), 'cần là một địa chỉ http(s)');

const databaseUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^postgres(?:ql)?:$/.test(new URL(value).protocol),
    'cần có dạng postgres://…',
  );

const Environment = z.object({
  DATABASE_URL: optional.pipe(databaseUrl.nullable()),
  DATABASE_REPLICA_URLS: optional
    .transform((value) => (value === null ? [] : value.split(',').map((url) => url.trim())))
    .pipe(z.array(databaseUrl)),
  DATABASE_CONNECTIONS: wholeNumber(10, 1_000),
  DATABASE_TIMEOUT_MS: wholeNumber(10_000, 600_000),
  PORT: wholeNumber(8787, 65_535),
  HOST: optional,
  DATA_DIR: optional,
  ADMIN_TOKEN: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url,
  OPENAI_CHAT_MODEL: optional,
  OPENAI_EMBEDDING_MODEL: optional,
  OPENAI_DEADLINE_MS: wholeNumber(20_000, 55_000),
  OPENAI_IDLE_MS: wholeNumber(8_000, 55_000),
  OPENAI_MAX_CONCURRENT: wholeNumber(8, 1_000),
  OPENAI_CONTEXT_TOKENS: wholeNumber(6_000, 1_000_000),
  OPENAI_PRICE_INPUT: price,
  OPENAI_PRICE_OUTPUT: price,
  RATE_LIMIT_PER_MINUTE: wholeNumber(60, 1_000_000),
  LOG_LEVEL: optional.pipe(
    z
      .enum(LOG_LEVELS, `cần là một trong: ${LOG_LEVELS.join(', ')}`)
      .nullable()
      .transform((level) => level ?? 'info'),
  ),
  CORS_ORIGINS: optional.transform((value) =>
    value === null ? [] : value.split(',').map((origin) => origin.trim().replace(/\/$/, '')),
  ),
  TRUST_PROXY: optional.transform((value) => value === '1' || value === 'true'),
});

/**
 * Reads the settings of the README's table from an environment. `DATA_DIR` is relative to the working folder, its
 * default to the project. Throws `SettingsError` with one line per variable that cannot be used.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, projectDir: string): Settings {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // A URL of a database carries its password.
      const shown = name.startsWith('DATABASE_') && name.includes('URL') ? '' : `, đang là "${environment[name]}"`;
      return `${name} ${issue.message}${shown}.`;
    });
    throw new SettingsError(lines.join('\n'));
  }
  const env = read.data;
  return {
    port: env.PORT,
    host: env.HOST ?? '127.0.0.1',
    dataDir: env.DATA_DIR === null ? resolve(projectDir, '.data') : resolve(env.DATA_DIR),
    database:
      env.DATABASE_URL === null
        ? null
        : {
            url: env.DATABASE_URL,
            replicaUrls: env.DATABASE_REPLICA_URLS,
            connections: Math.max(1, env.DATABASE_CONNECTIONS),
            statementTimeout: env.DATABASE_TIMEOUT_MS,
          },
    adminToken: env.ADMIN_TOKEN,
    model: {
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL,
      chatModel: env.OPENAI_CHAT_MODEL,
      embeddingModel: env.OPENAI_EMBEDDING_MODEL,
      deadlineMs: env.OPENAI_DEADLINE_MS,
      idleMs: env.OPENAI_IDLE_MS,
      concurrent: env.OPENAI_MAX_CONCURRENT,
      contextTokens: env.OPENAI_CONTEXT_TOKENS,
      prices:
        env.OPENAI_PRICE_INPUT === null || env.OPENAI_PRICE_OUTPUT === null
          ? null
          : { input: env.OPENAI_PRICE_INPUT, output: env.OPENAI_PRICE_OUTPUT },
    },
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    logLevel: env.LOG_LEVEL,
    corsOrigins: env.CORS_ORIGINS,
    trustProxy: env.TRUST_PROXY,
  };
}
