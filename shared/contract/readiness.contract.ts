import * as z from 'zod'
import { ReadinessReport } from '../domain/readiness.ts'
import { query } from './define.ts'

/** How ready the district is. */
export const readinessContract = {
  /** What is not ready on a day (`YYYY-MM-DD`), with the cover of each street; null = today in China. */
  report: query({
    input: z.strictObject({ day: z.iso.date().nullable() }),
    output: ReadinessReport,
    topics: ['library'],
  }),
}
