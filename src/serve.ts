import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { createApp } from './app.ts';
import { dataFolder } from './data-folder.ts';
import { type FirstIngestion, startFirstIngestion } from './first-ingestion.ts';
import type { AppContext } from './http/app-env.ts';
import { REMEDIED } from './http/errors.ts';
import { nodeLog } from './http/node-log.ts';
import { prometheusMetrics } from './http/operations/metrics.ts';
import { nodeIngestionJobs } from './http/operations/node-ingestion-jobs.ts';
import { openSqliteOperationsBook } from './http/operations/sqlite-operations-book.ts';
import { rateLimit } from './http/rate-limit.ts';
import type { ModelCall } from './model/model-call.ts';
import type { Settings } from './settings.ts';
import { waitForDatabase } from './wait-for-database.ts';
import { wire } from './wiring.ts';

const PUBLIC = fileURLToPath(new URL('./web/public', import.meta.url));

/** How long answers under way may take once the process was told to stop. */
const SHUTDOWN_MS = 10_000;

/**
 * Serves the application on Node until the process is told to stop. Until the ingestion already under way, or the one
 * that finding no index asks for, has ended, the service says that it is not ready.
 */
export async function serve(settings: Settings, begun: FirstIngestion | null): Promise<void> {
  let ingestion = begun;
  const log = nodeLog(settings.logLevel);
  const metrics = prometheusMetrics();
  const onModelCall = (call: ModelCall) => {
    log.modelCall(call);
    metrics.modelCall(call);
  };
  const wiring = wire(settings, { log: (line) => log.info(line), onModelCall });
  const files = dataFolder(settings.dataDir);
  const book = openSqliteOperationsBook(files.operations, Date.now);
  const jobs = nodeIngestionJobs({ uploads: files.uploads, onEnd: wiring.refresh });
  const assets = serveStatic({ root: PUBLIC, onFound: (_, c) => c.header('Cache-Control', 'no-cache') });
  const app = createApp({
    settings,
    openLibrary: wiring.openLibrary,
    limit: rateLimit({
      perMinute: settings.rateLimitPerMinute,
      client: (c) => clientAddress(c, settings.trustProxy),
      now: Date.now,
    }),
    log,
    now: Date.now,
    book,
    machine: { assets, jobs, metrics },
  });
  const stopping = new AbortController();
  const server = createAdaptorServer({
    fetch: async (request, bindings) => {
      const response = await app.fetch(request, bindings);
      // A kept connection would hold up the end, and the next request on it would be cut off.
      if (stopping.signal.aborted) response.headers.set('Connection', 'close');
      return response;
    },
  });

  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
    ingestion?.stop();
    // One turn of the loop, in which connections that were made before are still accepted.
    await new Promise(setImmediate);
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), SHUTDOWN_MS);
    // A stream that had begun before keeps its connection when it is done: nothing else would close that.
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 100);
    await new Promise((closed) => server.close(closed));
    clearTimeout(late);
    clearInterval(idle);
    await wiring.close();
    book.close();
    log.flush();
    process.exit();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);

  const giveUp = async (reason: string): Promise<never> => {
    console.error(reason);
    ingestion?.stop();
    await wiring.close();
    process.exit(1);
  };
  try {
    // Opened before anything is said or listened on: an index that cannot serve must not look like a running service.
    // A database that is down is different: it comes back, and meanwhile /readyz tells why nothing is answered.
    let listening: Promise<void> | null = null;
    const startListening = (): Promise<void> => {
      listening ??= listen(server, settings).catch((error) => giveUp(whyNotListening(error, settings)));
      return listening;
    };
    if (ingestion === null) {
      const onWait = async (reason: string): Promise<void> => {
        console.error(reason);
        await startListening();
        console.log(`Đang mở tại ${addressOf(server, settings)}; chưa trả lời được cho đến khi cơ sở dữ liệu trả lời.`);
      };
      const library = await waitForDatabase(wiring.openLibrary, { onWait, signal: stopping.signal });
      if (library === null) ingestion = startFirstIngestion();
    }
    await startListening();
    const address = addressOf(server, settings);
    if (ingestion === null) {
      console.log(readyAt(address));
      return;
    }
    console.log(`Đang mở tại ${address}; chưa trả lời được cho đến khi đọc xong văn bản.`);
    const code = await ingestion.ended;
    if (stopping.signal.aborted) return;
    if ((await wiring.openLibrary()) !== null) console.log(readyAt(address));
    else
      console.error(`Chưa công bố được chỉ mục (mã thoát ${code}). Xem lý do ở trên, sửa rồi chạy "npm run ingest".`);
  } catch (error) {
    if (stopping.signal.aborted) return;
    if (!REMEDIED.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
    await giveUp(error.message);
  }
}

function readyAt(address: string): string {
  return `Hỏi đáp chính sách, sẵn sàng trả lời: ${address}`;
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

function listen(server: NodeServer, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function whyNotListening(error: unknown, { port, host }: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `Cổng ${port} trên ${host} đang được chương trình khác dùng. Hãy đóng chương trình đó hoặc đặt PORT khác.`;
  }
  if (code === 'EACCES') return `Không có quyền mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`;
  return `Không mở được ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

function addressOf(server: NodeServer, { host }: Settings): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Behind a proxy the peer is the proxy; the last address it appended is the caller it saw. */
function clientAddress(c: AppContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? getConnInfo(c).remote.address ?? 'unknown';
}
