import type { Migration } from './migration.ts'
import { migration as initial } from './0001-initial.ts'
import { migration as library } from './0002-library.ts'
import { migration as teamsAway } from './0003-teams-away.ts'
import { migration as peopleByGroup } from './0004-people-by-group.ts'
import { migration as contingencyPlans } from './0005-contingency-plans.ts'
import { migration as levelRecords } from './0006-level-records.ts'
import { migration as keeping } from './0007-keeping.ts'
import { migration as libraryHistory } from './0008-library-history.ts'
import { migration as search } from './0009-search.ts'
import { migration as stressRuns } from './0010-stress-runs.ts'
import { migration as imports } from './0011-imports.ts'
import { migration as stockSteps } from './0012-stock-steps.ts'
import { migration as exportRuns } from './0013-exports.ts'
import { migration as mergedRecords } from './0014-merged-records.ts'
import { migration as fieldRecords } from './0015-field-records.ts'
import { migration as journalLines } from './0016-journal-lines.ts'

/** Every step in order; numbers are contiguous from 1. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  library,
  teamsAway,
  peopleByGroup,
  contingencyPlans,
  levelRecords,
  keeping,
  libraryHistory,
  search,
  stressRuns,
  imports,
  stockSteps,
  exportRuns,
  mergedRecords,
  fieldRecords,
  journalLines,
]

/** The version this program writes and reads. */
export const LATEST_VERSION = MIGRATIONS.length
