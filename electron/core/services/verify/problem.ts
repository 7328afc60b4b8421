/** One thing wrong with a database. `code` for programs, `text` for people; the other fields name the place. */
export interface Problem {
  readonly code: string
  readonly text: string
  readonly seat?: string
  readonly seq?: number
  readonly table?: string
  readonly row?: string
}
