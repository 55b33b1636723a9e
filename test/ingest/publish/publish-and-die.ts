/**
 * Publishes one document in place of what is there and dies, without a chance to clean up, at the given step.
 * Usage: node publish-and-die.ts <data folder> <step, or file name, or "never">
 */
import { join } from 'node:path';
import { withIngestionLock } from '../../../ingest/lock.ts';
import { publishCorpus } from '../../../ingest/publish.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';
import { testEmbedder } from '../../doubles/test-embedder.ts';

const [dataDir = '', deadly = 'never'] = process.argv.slice(2);
const store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
await withIngestionLock(dataDir, () =>
  publishCorpus(
    { add: [sampleDocument({ id: 'next', lines: ['Văn bản mới.'] })], keep: [] },
    {
      dataDir,
      store,
      embedder: testEmbedder,
      hnswlib: null,
      onStep: (step) => {
        if (step.kind === deadly || (step.kind === 'file' && step.name === deadly))
          process.kill(process.pid, 'SIGKILL');
      },
    },
  ),
);
await store.close();
