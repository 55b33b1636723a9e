import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Everything else is imported after this, so that it comes from the cache at the next start.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));

const { readSettings, SettingsError } = await import('./settings.ts');

try {
  const settings = readSettings(process.env, fileURLToPath(new URL('..', import.meta.url)));
  // Pages are .tsx, which Node reads only after jsx-modules has run.
  await import('./jsx-modules.ts');
  const { serve } = await import('./serve.ts');
  await serve(settings);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
