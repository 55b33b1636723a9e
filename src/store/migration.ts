/** One change of a database's schema. Once released a migration is never edited: the next change is a new one. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}
