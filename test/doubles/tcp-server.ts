import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** Listens on a free port of this machine. */
export async function listening(onSocket: (socket: Socket) => void): Promise<Server> {
  const created = createServer(onSocket).listen(0, '127.0.0.1');
  await once(created, 'listening');
  return created;
}

/** The port a server listens on. */
export function portOf(created: Server): number {
  const address = created.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
