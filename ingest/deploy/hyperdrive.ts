import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const CONFIGURATION = fileURLToPath(new URL('../../wrangler.toml', import.meta.url));
/** Beside the other, since its paths are relative to the file; not committed. */
const LOCAL = fileURLToPath(new URL('../../wrangler.local.toml', import.meta.url));

/** Does `wrangler.toml` bind a database? */
export async function bindsHyperdrive(): Promise<boolean> {
  return /^\s*\[\[hyperdrive\]\]/m.test(await readFile(CONFIGURATION, 'utf8'));
}

/** How wrangler is started on this machine with a database bound. */
export interface LocalHyperdrive {
  /** Options of the command line. */
  readonly options: readonly string[];
  /** The address stands in the environment alone, since it carries a password. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Binds a database for runs on this machine, whether `wrangler.toml` binds one for deployments or not. */
export async function localHyperdrive(url: string): Promise<LocalHyperdrive> {
  const address = new URL(url);
  // The runtime wants one even where the server asks for none.
  if (address.password === '') address.password = 'none';
  const environment = { CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: address.href };
  if (await bindsHyperdrive()) return { options: [], environment };
  const binding = '[[hyperdrive]]\nbinding = "HYPERDRIVE"\nid = "local"\n';
  await writeFile(LOCAL, `${await readFile(CONFIGURATION, 'utf8')}\n${binding}`);
  return { options: ['--config', LOCAL], environment };
}
