import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFirstIngestion } from '../../src/first-ingestion.ts';
import { readSettings } from '../../src/settings.ts';
import { whyFailed } from '../why-failed.ts';
import { exportModel } from './export-model.ts';
import { bindsHyperdrive, localHyperdrive } from './hyperdrive.ts';
import { migrateLocally, stateFolder } from './migrate-locally.ts';
import { OFFLINE, runWrangler } from './run-wrangler.ts';
import { copyPages, exportSnapshot, NothingPublishedError } from './snapshot.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ASSETS = join(PROJECT, 'dist/worker');

const HELP = `Chạy, kiểm tra hoặc triển khai bản chạy trên Cloudflare Workers.

  npm run dev:worker -- [tùy chọn của wrangler dev]      chạy tại chỗ, không cần mạng hay tài khoản
  npm run check:worker                                   đóng gói và kiểm tra như khi triển khai, không cần mạng
  npm run deploy:worker -- [tùy chọn của wrangler deploy]

Hai lệnh dev và deploy xuất bản chụp của chỉ mục trước nếu chưa có hay đã cũ, và nạp seeds/documents nếu chưa có chỉ mục.
Nếu văn bản nằm trong PostgreSQL (dev: biến DATABASE_URL; deploy: mục [[hyperdrive]] trong wrangler.toml) thì chỉ xuất mô hình nhúng.`;

const NO_DATABASE =
  'wrangler.toml khai báo [[hyperdrive]], nên cần biến DATABASE_URL để chạy tại chỗ; hoặc bỏ mục đó để dùng bản chụp.';

/** wrangler.toml binds a database, and none is named for runs on this machine. */
class DatabaseMissingError extends Error {
  override readonly name = 'DatabaseMissingError';
}

async function main([command = '', ...options]: readonly string[]): Promise<number> {
  const run = (args: readonly string[], environment: Readonly<Record<string, string>> = OFFLINE) =>
    runWrangler([...args, ...options], { environment });
  switch (command) {
    case 'dev':
      return dev(options);
    case 'check':
      // What is checked is the program and its configuration, whatever documents this machine has.
      await copyPages(ASSETS);
      return run(['deploy', '--dry-run']);
    case 'deploy':
      if (await bindsHyperdrive()) await exportModel(ASSETS);
      else await ensureSnapshot();
      return run(['deploy'], {});
    default:
      console.log(HELP);
      return command === '--help' || command === '-h' ? 0 : 1;
  }
}

async function dev(options: readonly string[]): Promise<number> {
  const { database } = readSettings(process.env, PROJECT);
  await migrateLocally(stateFolder(options));
  if (database === null) {
    if (await bindsHyperdrive()) throw new DatabaseMissingError(NO_DATABASE);
    await ensureSnapshot();
    return runWrangler(['dev', '--local', ...options]);
  }
  await exportModel(ASSETS);
  const bound = await localHyperdrive(database.url);
  return runWrangler(['dev', '--local', ...bound.options, ...options], {
    environment: { ...OFFLINE, ...bound.environment },
  });
}

/** A snapshot of the published generation, of the project's own documents where nothing is published yet. */
async function ensureSnapshot(): Promise<void> {
  const options = {
    settings: readSettings(process.env, PROJECT),
    folder: ASSETS,
    ifChanged: true,
    onFile: () => {},
  };
  try {
    await exportSnapshot(options);
  } catch (error) {
    if (!(error instanceof NothingPublishedError)) throw error;
    await startFirstIngestion().ended;
    await exportSnapshot(options);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(whyFailed(error));
  process.exitCode = 1;
}
