/** The part of a connection a migration step may use: plain SQL, nothing of the present code. */
export interface MigrationDb {
  exec(sql: string): unknown
}

/** One numbered step of the database's shape. Once landed it never changes; a hash test guards it. */
export interface Migration {
  readonly version: number
  /** What it brings, for the journal of steps and file names: kebab-case. */
  readonly name: string
  readonly up: (db: MigrationDb) => void
}
