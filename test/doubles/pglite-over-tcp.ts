import type { Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { listening, portOf } from './tcp-server.ts';

/** PostgreSQL of this process at an address, for drivers that know nothing but sockets. */
export interface TcpPostgres {
  readonly url: string;
  close(): Promise<void>;
}

/** Codes that stand in place of a type in the first message of a connection. */
const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;

/** Statuses of ReadyForQuery: no transaction is open. */
const IDLE = 'I'.charCodeAt(0);

/**
 * Serves the engine to any number of connections. It has one session, so whoever has begun a transaction, or is in the
 * middle of a statement, has it until the end, and the others wait.
 */
export async function pgliteOverTcp(engine: PGlite): Promise<TcpPostgres> {
  const sockets = new Set<Socket>();
  let turn: Promise<void> = Promise.resolve();
  const takeTurn = async (): Promise<() => void> => {
    const before = turn;
    let pass = () => {};
    turn = new Promise((resolve) => {
      pass = resolve;
    });
    await before;
    return pass;
  };

  const server = await listening((socket) => {
    sockets.add(socket);
    let pending: Buffer = Buffer.alloc(0);
    let begun = false;
    let pass: (() => void) | null = null;
    let working: Promise<void> = Promise.resolve();

    const answer = async (message: Buffer): Promise<void> => {
      pass ??= await takeTurn();
      const reply = await engine.execProtocolRaw(message);
      if (statusOf(reply) === IDLE) end();
      socket.write(reply);
    };
    const end = (): void => {
      pass?.();
      pass = null;
    };
    const read = async (): Promise<void> => {
      for (;;) {
        const length = begun
          ? pending.length >= 5 && pending.readInt32BE(1) + 1
          : pending.length >= 8 && pending.readInt32BE(0);
        if (length === false || pending.length < length) return;
        const message = pending.subarray(0, length);
        pending = pending.subarray(length);
        if (begun) await answer(message);
        else begun = greet(socket, message.readInt32BE(4));
      }
    };
    socket.on('data', (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      working = working.then(read);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      // Whoever leaves in mid-transaction must not keep the session.
      working = working.then(async () => {
        if (pass !== null) await engine.exec('ROLLBACK').finally(end);
      });
    });
  });
  return {
    url: `postgres://hdcs@127.0.0.1:${portOf(server)}/postgres?sslmode=disable`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers the first message of a connection; true when it may send statements from now on. */
function greet(socket: Socket, code: number): boolean {
  if (code === SSL_REQUEST) socket.write('N');
  else if (code === CANCEL_REQUEST) socket.end();
  else {
    const ok = messageOf('R', Buffer.alloc(4));
    const encoding = messageOf('S', Buffer.from('client_encoding\0UTF8\0'));
    const key = messageOf('K', Buffer.alloc(8));
    socket.write(Buffer.concat([ok, encoding, key, messageOf('Z', Buffer.from([IDLE]))]));
    return true;
  }
  return false;
}

function messageOf(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** What the ReadyForQuery that ends a reply says; null for a reply that does not end with one. */
function statusOf(reply: Uint8Array): number | null {
  const start = reply.length - 6;
  return start >= 0 && reply[start] === 'Z'.charCodeAt(0) ? (reply[start + 5] ?? null) : null;
}
