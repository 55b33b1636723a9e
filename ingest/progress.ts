import type { IngestionStep } from './ingest-corpus.ts';

const BAR_WIDTH = 24;

/** Shows steps as one line that is written over on a terminal, as a line per file otherwise. */
export function showProgress(output: NodeJS.WriteStream): { show: (step: IngestionStep) => void; end: () => void } {
  const terminal = output.isTTY === true;
  return {
    show: (step) => {
      if (terminal) output.write(`\r\u001B[K${barLine(step)}`);
      else if (step.kind === 'read' && step.file !== '')
        output.write(`Đọc ${step.done + 1}/${step.total}: ${step.file}\n`);
    },
    end: () => {
      if (terminal) output.write('\r\u001B[K');
    },
  };
}

/** One line for one step, with a bar where there is a measure. */
export function barLine(step: IngestionStep): string {
  if (step.kind === 'read') return `${bar(step.done, step.total)} Đọc ${step.done}/${step.total} ${step.file}`;
  if (step.kind === 'embed') return `${bar(step.done, step.total)} Lập chỉ mục ${step.done}/${step.total} văn bản`;
  return 'Ghi chỉ mục …';
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}]`;
}
