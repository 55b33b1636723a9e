import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWrangler } from '../../ingest/deploy/run-wrangler.ts';

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** Milliseconds of work in the profile that `wrangler check startup` takes of the bundled worker. */
export async function startupCpu(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-dap-startup-'));
  try {
    const file = join(folder, 'startup.cpuprofile');
    const code = await runWrangler(['check', 'startup', '--outfile', file], { output: 'errors' });
    if (code !== 0) throw new Error(`wrangler check startup ended with ${code}.`);
    const profile: CpuProfile = JSON.parse(await readFile(file, 'utf8'));
    const idle = new Set(profile.nodes.filter(({ callFrame }) => IDLE.has(callFrame.functionName)).map(({ id }) => id));
    const active = profile.samples.map((node, i) => (idle.has(node) ? 0 : (profile.timeDeltas[i] ?? 0)));
    return active.reduce((sum, time) => sum + time, 0) / 1000;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const IDLE: ReadonlySet<string> = new Set(['(idle)', '(program)']);
