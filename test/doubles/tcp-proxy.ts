import { connect, type Socket } from 'node:net';
import { listening, portOf } from './tcp-server.ts';

/** What happens to connections through a proxy. */
export type ProxyState = 'open' | 'cut' | 'silent';

/** Stands between a driver and its server, and fails as networks do. */
export interface TcpProxy {
  /** The URL of the server, through the proxy. */
  readonly url: string;
  /** Cuts what is open and what comes (`cut`), lets nothing through without closing anything (`silent`), or works (`open`). */
  turn(state: ProxyState): void;
  close(): Promise<void>;
}

/** A proxy to the server of a URL. */
export async function tcpProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: ProxyState = 'open';
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = await listening((socket) => {
    if (state === 'cut') {
      socket.destroy();
      return;
    }
    const upstream = connect(Number(port === '' ? '5432' : port), hostname);
    for (const [from, to] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('data', (data: Buffer) => {
        if (state !== 'silent') to.write(data);
      });
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const through = new URL(url);
  through.host = `127.0.0.1:${portOf(server)}`;
  return {
    url: through.href,
    turn: (next) => {
      state = next;
      if (next === 'cut') destroyAll();
    },
    close: async () => {
      destroyAll();
      await new Promise((closed) => server.close(closed));
    },
  };
}
