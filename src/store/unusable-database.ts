/** The database cannot serve: it is damaged, lacks what is needed, or belongs to another program or a newer version. */
export class UnusableDatabaseError extends Error {
  override readonly name = 'UnusableDatabaseError';
}
