import type { DatabaseSettings } from '../../settings.ts';
import { type Database, openDatabase } from './database.ts';
import { pgServer } from './pg-server.ts';

/** The database of the settings; nothing is connected before the first statement. */
export function openConfiguredDatabase({
  url,
  replicaUrls,
  connections,
  statementTimeout,
}: DatabaseSettings): Database {
  const server = (address: string) => pgServer(address, { connections });
  return openDatabase({ primary: server(url), replicas: replicaUrls.map(server), statementTimeout });
}
