import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that may only be asked. Repositories that read take this. */
export type ReadDb = Database.Database & { readonly [readable]: true }

/** The one connection that may write; only the core (or an import) holds it. */
export type WriteDb = ReadDb & { readonly [writable]: true }

/** Marks a connection as one that may be asked. */
export function asReadDb(connection: Database.Database): ReadDb {
  return connection as ReadDb // the brand exists only in the types; this is the one place that gives it
}

/** Marks a connection as the writer; called only where the lock is held or the database is private memory. */
export function asWriteDb(connection: Database.Database): WriteDb {
  return connection as WriteDb // as above
}
