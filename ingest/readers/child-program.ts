import { execFile } from 'node:child_process';

export interface ProgramOptions {
  readonly milliseconds: number;
  /** Bytes of output after which the program is stopped. */
  readonly outputBytes?: number;
  readonly memoryMegabytes?: number;
}

export type ProgramResult =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly stderr: string; readonly timedOut: boolean };

/** Runs an installed program on a file of ours, with a deadline and, where the system has `ulimit`, bounded memory. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  { milliseconds, outputBytes = 256 * 1024 * 1024, memoryMegabytes = 2048 }: ProgramOptions,
): Promise<ProgramResult> {
  const limited = process.platform !== 'win32';
  // tesseract's threads slow each other down when several pages or programs share the machine.
  const script = `ulimit -v ${memoryMegabytes * 1024} 2>/dev/null; OMP_THREAD_LIMIT=1 exec "$0" "$@"`;
  const [command, list] = limited ? ['/bin/sh', ['-c', script, program, ...parameters]] : [program, [...parameters]];
  const options = { timeout: milliseconds, maxBuffer: outputBytes, killSignal: 'SIGKILL', windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(command, list, options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'done', stdout });
      else if (error.code === 'ENOENT' || (limited && error.code === 127)) resolve({ kind: 'missing' });
      else resolve({ kind: 'failed', stderr: stderr.slice(0, 2000), timedOut: error.killed === true });
    });
  });
}
