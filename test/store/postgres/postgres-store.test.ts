import { afterAll, describe } from 'vitest';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { documentStoreContract } from '../../contracts/document-store.ts';
import { testServer } from '../../doubles/postgres.ts';

const server = await testServer();
afterAll(() => server.close());

describe('the PostgreSQL store as document store', () => {
  documentStoreContract(async () => postgresStore(await server.empty()));
});
