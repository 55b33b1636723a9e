import './jsx-modules.ts';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readSettings, SettingsError } from './settings.ts';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));

try {
  const settings = readSettings(process.env, fileURLToPath(new URL('..', import.meta.url)));
  // Imported late: pages are .tsx, which Node reads only after jsx-modules has run.
  const { serve } = await import('./serve.ts');
  await serve(settings);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
