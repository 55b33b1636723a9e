import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Latencies } from './load.ts';

const RESULTS = join(import.meta.dirname, 'results.md');

/** What was measured, and the value. */
export type Row = readonly [string, string];

/** Prints the rows of a measurement and, when asked, keeps them in `results.md` under the command that makes them again. */
export async function record(command: string, rows: readonly Row[], write: boolean): Promise<void> {
  console.log(rows.map((row) => row.join('  ')).join('\n'));
  if (write) await writeFile(RESULTS, withSection(await readFile(RESULTS, 'utf8').catch(() => HEAD), command, rows));
}

const HEAD = '# Speed and memory\n\nWritten by the commands named, with `-- --write`.\n';

function withSection(page: string, command: string, rows: readonly Row[]): string {
  const [head = HEAD, ...sections] = page.split(/\n(?=## )/u);
  const others = sections.filter((section) => !section.startsWith(`## \`${command}\`\n`));
  const own = [
    `## \`${command}\``,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}.`,
    '',
    '| measured | result |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join('\n');
  return `${[head.trimEnd(), ...[...others, own].sort().map((section) => section.trimEnd())].join('\n\n')}\n`;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${memory} GB, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1)} at the end`;
}

export function latencyText({ p50, p95, p99, perSecond, failures }: Latencies): string {
  const [first] = failures;
  return [
    `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}, ${perSecond.toFixed(0)}/s`,
    ...(first === undefined ? [] : [`${failures.length} failed, the first: ${first}`]),
  ].join(', ');
}

export function milliseconds(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function megabytes(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(0)} MB`;
}
