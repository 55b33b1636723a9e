declare module '*.md' {
  /** The text of the file: `wrangler.toml` says so of the prompts. */
  const text: string;
  export default text;
}

declare module '*.wasm' {
  /** The module, compiled; `ingest/deploy/bundle-worker.ts` writes the file. */
  const module: WebAssembly.Module;
  export default module;
}

declare module 'cloudflare:workers' {
  /** Keeps the isolate at work on a promise after the request that began it is over. */
  export function waitUntil(work: Promise<unknown>): void;
}
