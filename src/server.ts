import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFolder } from './data-folder.ts';
import { startFirstIngestion } from './first-ingestion.ts';
import { readSettings, SettingsError } from './settings.ts';

try {
  const settings = readSettings(process.env, fileURLToPath(new URL('..', import.meta.url)));
  // A data folder without an index needs one: the documents are read while the service loads.
  const ingestion = existsSync(dataFolder(settings.dataDir).index) ? null : startFirstIngestion();
  // Pages are .tsx, which Node reads only after jsx-modules has run.
  await import('./jsx-modules.ts');
  const { serve } = await import('./serve.ts');
  await serve(settings, ingestion);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
