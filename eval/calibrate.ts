import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { THRESHOLDS } from '../src/answering/thresholds.ts';
import { type Point, type Rates, ratesSchema, renderCurves, TRIED } from './calibration/curve.ts';
import type { Thresholds } from './calibration/use-thresholds.ts';

const HELP = `Sweeps the thresholds that decide whether a question is answered, and shows what each trades.

  npm run eval:calibrate              writes eval/calibration.md: false refusal against refusal recall, value by value
  npm run eval:calibrate -- --no-write  only prints it`;

const { values } = parseArgs({
  allowNegative: true,
  options: { write: { type: 'boolean', default: true }, help: { type: 'boolean', default: false } },
});

if (values.help) {
  console.log(HELP);
} else {
  const page = renderCurves(await sweep(), THRESHOLDS);
  console.log(page);
  if (values.write) await writeFile(join(import.meta.dirname, 'calibration.md'), page);
}

/**
 * One point after the other: each is a process of its own, because answering reads its thresholds when it is loaded. The
 * values in use lie on every curve and are measured once.
 */
async function sweep(): Promise<Point[]> {
  const points: Point[] = [];
  const inUse = await measure(THRESHOLDS);
  for (const threshold of ['sentence', 'target', 'outOfScope'] as const) {
    for (const value of TRIED[threshold] ?? []) {
      const rates = value === THRESHOLDS[threshold] ? inUse : await measure({ ...THRESHOLDS, [threshold]: value });
      points.push({ threshold, value, rates });
    }
  }
  return points;
}

function measure(thresholds: Thresholds): Promise<Rates> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'calibration/point.ts'), JSON.stringify(thresholds)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(ratesSchema.parse(JSON.parse(said)));
      else reject(new Error(`Measuring at ${JSON.stringify(thresholds)} ended with ${code}.`));
    });
  });
}
