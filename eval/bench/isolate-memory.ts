import { once } from 'node:events';

/** Memory of an isolate in megabytes: objects, and the buffers they own. */
export interface IsolateMemory {
  readonly heap: number;
  readonly buffers: number;
}

/** Asks the worker's runtime, through wrangler's inspector, how much memory its isolate takes. */
export interface MemoryProbe {
  /** Garbage included: the least of many samples comes near to what lives. */
  sample(): Promise<IsolateMemory>;
  close(): void;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** Connects to the inspector of a development server. */
export async function memoryProbe(port: number): Promise<MemoryProbe> {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const [target]: readonly { readonly webSocketDebuggerUrl: string }[] = Array.isArray(targets) ? targets : [];
  if (target === undefined) throw new Error(`No worker can be inspected on port ${port}.`);
  // The inspector speaks to developer tools alone, which it knows by these.
  const headers = { Origin: 'http://localhost', 'User-Agent': 'bench' };
  const socket = new WebSocket(target.webSocketDebuggerUrl, { headers });
  await once(socket, 'open');
  let last = 0;
  return {
    sample: async () => {
      last += 1;
      const { usedSize, backingStorageSize } = await reply(socket, last);
      return { heap: usedSize / 1e6, buffers: backingStorageSize / 1e6 };
    },
    close: () => socket.close(),
  };
}

function reply(socket: WebSocket, id: number): Promise<HeapUsage> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent) => {
      const message: { readonly id?: number; readonly result?: HeapUsage } = JSON.parse(String(data));
      if (message.id !== id || message.result === undefined) return;
      socket.removeEventListener('message', listen);
      resolve(message.result);
    };
    socket.addEventListener('message', listen);
    socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }));
  });
}
