import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFolder, prepareDataFolder } from './data-folder.ts';
import { startFirstIngestion } from './first-ingestion.ts';
import { readSettings, SettingsError } from './settings.ts';

const HELP = `Mở dịch vụ hỏi đáp tại http://127.0.0.1:8787. Lần đầu, đọc các văn bản trong seeds/documents.

  npm start

Cấu hình bằng biến môi trường: PORT, HOST, DATA_DIR, ADMIN_TOKEN, LOG_LEVEL, RATE_LIMIT_PER_MINUTE, CORS_ORIGINS,
TRUST_PROXY và OPENAI_…; ý nghĩa và giá trị mặc định ở README.md, mục Configuration.`;

if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
  console.log(HELP);
  process.exit();
}

try {
  const settings = readSettings(process.env, fileURLToPath(new URL('..', import.meta.url)));
  prepareDataFolder(settings.dataDir);
  // A data folder without an index needs one: the documents are read while the service loads.
  const ingestion =
    settings.database !== null || existsSync(dataFolder(settings.dataDir).index) ? null : startFirstIngestion();
  // Pages are .tsx, which Node reads only after jsx-modules has run.
  await import('./jsx-modules.ts');
  const { serve } = await import('./serve.ts');
  await serve(settings, ingestion);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
