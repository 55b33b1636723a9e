import type { Connection, Server } from '../../src/store/postgres/sql.ts';

/** A server that counts how often a connection was asked of it. */
export interface FaultyServer extends Server {
  readonly asked: () => number;
}

/** A sound server whose connections fail as the test wishes: the fault of a statement, or of `connect`. */
export function faultyServer(sound: Server, name: string, fault: (statement: string) => Error | null): FaultyServer {
  let asked = 0;
  const failing = (connection: Connection): Connection => {
    const attempt = async <T>(statement: string, run: () => Promise<T>): Promise<T> => {
      const error = fault(statement);
      if (error !== null) throw error;
      return run();
    };
    return {
      ...connection,
      rows: (text, parameters) => attempt(text, () => connection.rows(text, parameters)),
      script: (statements) => attempt(statements, () => connection.script(statements)),
      // The real one is sound: it must not stay in the middle of a transaction.
      release: (sound) => {
        if (sound) connection.release(true);
        else void connection.script('ROLLBACK').finally(() => connection.release(true));
      },
    };
  };
  return {
    name,
    asked: () => asked,
    connect: async () => {
      asked += 1;
      const error = fault('connect');
      if (error !== null) throw error;
      return failing(await sound.connect());
    },
    close: async () => {},
  };
}

/** An error as PostgreSQL, or the operating system, gives it. */
export function coded(code: string): Error {
  return Object.assign(new Error(`fault ${code}`), { code });
}
