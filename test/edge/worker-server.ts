import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevServer, startDevServer } from '../../ingest/deploy/dev-server.ts';
import { exportSnapshot } from '../../ingest/deploy/snapshot.ts';
import { readSettings } from '../../src/settings.ts';
import { seedData } from '../doubles/seed-data.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** The seeds, published and exported, and servers over them. */
export interface WorkerSite {
  /** The data folder the snapshot was taken of. */
  readonly dataDir: string;
  /** The folder the platform serves. */
  readonly assets: string;
  start(variables?: Readonly<Record<string, string>>, assets?: string): Promise<DevServer>;
  remove(): Promise<void>;
}

export async function workerSite(): Promise<WorkerSite> {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-dap-worker-'));
  const data = await seedData();
  const assets = join(folder, 'assets');
  await exportSnapshot({
    settings: readSettings({ DATA_DIR: data.dataDir }, PROJECT),
    folder: assets,
    ifChanged: false,
    onFile: () => {},
  });
  const servers: DevServer[] = [];
  return {
    dataDir: data.dataDir,
    assets,
    start: async (variables = {}, served = assets) => {
      const server = await startDevServer({ assets: served, state: join(folder, 'state'), variables });
      servers.push(server);
      return server;
    },
    remove: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await data.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
