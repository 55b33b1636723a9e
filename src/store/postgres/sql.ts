import type { Row } from '../row.ts';

/** A value bound to a parameter (`$1`) of a statement; everything else goes as text with a cast. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

/** Runs one statement of SQL with bound parameters. */
export interface Sql {
  rows(text: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** One connection to a server, lent out. */
export interface Connection extends Sql {
  /** Runs several statements without parameters in one round trip; the rows of the last one. */
  script(statements: string): Promise<readonly Row[]>;
  /** Asks the server to stop what runs on this connection. Never throws. */
  cancel(): Promise<void>;
  /** Gives it back; one that is not sound is closed. */
  release(sound: boolean): void;
}

/** One PostgreSQL server: the primary or a replica. The adapter knows nothing else of drivers. */
export interface Server {
  /** Host, port and database, without credentials: what messages name. */
  readonly name: string;
  /** Throws the driver's error when the server cannot be reached. */
  connect(): Promise<Connection>;
  close(): Promise<void>;
}
