/** The static files of the deployment, as the worker itself fetches them. */
export interface AssetsBinding {
  fetch(request: Request): Promise<Response>;
}

/** The platform's rate limit, counted per key at each of its places. */
export interface RateLimitBinding {
  limit(options: { readonly key: string }): Promise<{ readonly success: boolean }>;
}

/** The part of a D1 database that is used here. */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  /** Runs the statements in one transaction. */
  batch(statements: readonly D1Statement[]): Promise<unknown>;
}

export interface D1Statement {
  bind(...values: readonly (string | number | null)[]): D1Statement;
  all(): Promise<{ readonly results: readonly unknown[] }>;
}

/** A pool of connections to PostgreSQL that the platform keeps near the database. */
export interface HyperdriveBinding {
  /** Good for the platform alone, and as secret as the database's own. */
  readonly connectionString: string;
}

/** What `wrangler.toml` binds, beside variables and secrets, which are strings. */
export interface WorkerBindings {
  readonly ASSETS: AssetsBinding;
  readonly RATE_LIMIT?: RateLimitBinding;
  readonly OPERATIONS?: D1Binding;
  /** Documents and index are in PostgreSQL where it is bound, else in the snapshot. */
  readonly HYPERDRIVE?: HyperdriveBinding;
}

/**
 * Lets work go on after the request that began it has been answered, or has been given up by its client. What several
 * requests wait for must never end with the first of them.
 */
export type KeepAlive = (work: Promise<unknown>) => void;
