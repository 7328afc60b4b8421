/** A node with the cost already spent when the search starts there. */
export interface Seed {
  readonly node: number
  readonly cost: number
}

/** Cost of each node (`UNREACHED` when no open arc leads there) and the arc it was reached by (-1 for seeds). */
export interface SearchResult {
  readonly costs: Int32Array
  readonly via: Int32Array
}

/** Cost of a node that no open arc reaches. */
export const UNREACHED = 0x7fffffff

/** Arcs with this weight cannot be used. */
export const CLOSED = -1
