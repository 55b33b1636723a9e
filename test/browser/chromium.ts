import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Where Chromium is; null when it is nowhere to be found, which is said once. Under CI a missing browser is a failure:
 * there nobody reads that tests were skipped.
 */
export function findChromium(): string | null {
  const path = USUAL_PLACES.find((place) => place !== undefined && isExecutable(place));
  if (path !== undefined) return path;
  const message = 'Chromium was not found (set CHROMIUM_PATH): browser tests are skipped.';
  if (process.env.CI !== undefined && process.env.CI !== 'false') throw new Error(message);
  console.warn(message);
  return null;
}

/** Starts Chromium without its own calls to the network. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
