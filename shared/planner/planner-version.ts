/** Version of the planner's rules; a change of any decision raises it, so that an old plan can be told from a new one. */
export const PLANNER_VERSION = '0.1.0'
