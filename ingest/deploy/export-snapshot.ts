import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSettings } from '../../src/settings.ts';
import { whyFailed } from '../why-failed.ts';
import { exportSnapshot } from './snapshot.ts';
import { snapshotLines } from './snapshot-report.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const HELP = `Xuất bản chụp của chỉ mục đã công bố, để chạy trên Cloudflare Workers.

  npm run export:snapshot -- [--out THƯ_MỤC] [--if-changed]

  --out         thư mục ghi ra, mặc định là dist/worker (nơi wrangler.toml đọc)
  --if-changed  giữ bản chụp đang có nếu chỉ mục không đổi
  --help        in hướng dẫn này

Mã thoát 1 khi không xuất được; bản chụp cũ vẫn giữ nguyên.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(PROJECT, 'dist/worker') },
      'if-changed': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const started = performance.now();
  const exported = await exportSnapshot({
    settings: readSettings(process.env, PROJECT),
    folder: values.out,
    ifChanged: values['if-changed'],
    onFile: (path, bytes) => console.error(`Ghi ${path} (${bytes.toLocaleString('vi')} byte)`),
  });
  console.log(snapshotLines(exported, values.out, performance.now() - started).join('\n'));
}

try {
  await main();
} catch (error) {
  console.error(whyFailed(error));
  process.exitCode = 1;
}
