import { join } from 'node:path'
import { appContract, type CallingWindow } from '#shared/contract/app-contract.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { ActionCard } from '#shared/domain/action-card.ts'
import type { RightsTable } from '#shared/domain/command/rights.ts'
import type { HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { PLANNER_VERSION } from '#shared/planner/planner-version.ts'
import { loadDatasetFolder } from './datasets/load-dataset.ts'
import type { WriteDb } from './db/db-types.ts'
import { openDatabase, type OpenedDatabase } from './db/open-database.ts'
import { readStoredLibrary } from './db/repositories/dataset.repo.ts'
import { createHandlers, createRefusingHandlers } from './handlers/app-handlers.ts'
import { recordExistingLibrary, writeInitialLibrary } from './keeping/write-initial-library.ts'
import { openDeskHere } from './imports/import-desk.ts'
import type { OpenDesk } from './imports/import-port.ts'
import { createVouchedFiles, type VouchedFiles } from './imports/vouched-files.ts'
import { loadActionCards } from './planning/load-action-cards.ts'
import { loadHandbook } from './planning/load-handbook.ts'
import { loadTables } from './planning/load-references.ts'
import { loadRights } from './planning/load-rights.ts'
import { createPlanLibrarySource, type PlanLibrarySource } from './planning/plan-library-source.ts'
import { seedPlanLibrary } from './planning/seed-plan-library.ts'
import { openJournal } from './replication/journal.ts'
import { openSeat } from './replication/open-seat.ts'
import { wallTimeOf } from './replication/wall-time.ts'
import { createCommandGate, type CommandGate } from './router/command-gate.ts'
import { createRouter, type LogBug, type Publish, type Route } from './router/router.ts'
import { createIncidentLog } from './services/command/incident-log.ts'
import { onDutyAt, withOfficer } from './services/command/officers.ts'
import { createSearchIndex } from './services/search.service.ts'
import { createLibrarySource } from './services/library-source.ts'
import { createPlanPriority } from './services/plan-priority.ts'
import type { PlanDispatch, PlanningReferences } from './services/planning-port.ts'
import { planWithSolver } from './solver/plan-with-solver.ts'
import { noticeOfFailure, noticesOfOpening } from './start-notices.ts'

/** The data set that a new database starts with. */
const EMBEDDED_DATASET = 'beilun'

/** What the core is composed from. Everything it cannot know by itself comes in here. */
export interface CoreOptions {
  readonly databasePath: string
  /** Folder with `datasets`, `parameters`, `hazmat`, `contingency-plans`. */
  readonly resourcesFolder: string
  /** Wall clock, milliseconds since 1970. */
  readonly clock: () => number
  /** Told the topics of every change, after it was committed. */
  readonly publish: Publish
  /** Told how far each plan under way is; nobody when it is not said. */
  readonly announce?: (progress: PlanProgress) => void
  readonly logBug: LogBug
  /** What runs it, for the record, e.g. `Electron 45.4.1`. */
  readonly runtimeName: string
  /** Version of the console; that of the planner's rules when it is not said. */
  readonly version?: string
  /** What the shell says of this start, such as that the core before ended unasked. */
  readonly shellNotices?: readonly StartNotice[]
  /** Makes the plans; in this process when it is not said. */
  readonly planDispatch?: PlanDispatch
  /** Makes plans nobody waits for, beside those; by `planDispatch` when it is not said. `dispose` lets go of what it holds. */
  readonly background?: { readonly planDispatch: PlanDispatch; dispose(): Promise<void> }
  /** Reads and checks imports; on this thread when it is not said. */
  readonly openDesk?: OpenDesk
  /** Files that the shell vouched for; none when it is not said. */
  readonly vouchedFiles?: VouchedFiles
}

/** A running core. */
export interface Core {
  /** Answers calls by the contract. A console whose database cannot be opened answers too, with the reason. */
  readonly route: Route<CallingWindow>
  readonly notices: readonly StartNotice[]
  /** Reads what was changed into the search index, in short steps; nobody waits for it. */
  indexInBackground(): void
  /** Closes the database and lets go of its lock. */
  dispose(): void
}

/** Opens the database, imports the embedded data set into a new one, and wires services and router. Never throws an expected failure. */
export function composeCore(options: CoreOptions): Core {
  const { databasePath, clock, publish, logBug } = options
  const identity = { version: options.version ?? PLANNER_VERSION, runtime: options.runtimeName, databasePath }
  let opened: OpenedDatabase | null = null
  try {
    opened = openDatabase(databasePath, { nowMs: clock(), damaged: 'set-aside' })
    const { db, close } = opened
    const imported = importEmbedded(db, options.resourcesFolder, wallTimeOf(clock()))
    const seeded = seedPlanLibrary(db, join(options.resourcesFolder, 'contingency-plans'), wallTimeOf(clock()))
    const { key, alarm } = openSeat(db, databasePath, clock())
    const start = { databasePath, imported, alarm, planDrafts: seeded.drafts }
    const notices = [...(options.shellNotices ?? []), ...noticesOfOpening(opened, start)]
    const contingencyPlans = createPlanLibrarySource(db)
    const references = rememberReferences(options.resourcesFolder, contingencyPlans)
    const rights = rememberRights(options.resourcesFolder)
    const handbook = rememberHandbook(options.resourcesFolder, references)
    const actionCards = rememberCards(options.resourcesFolder)
    const searchIndex = createSearchIndex({ db, handbook, actionCards })
    const gate = createCommandGate()
    const planDispatch = whenMayWrite(gate, options.planDispatch ?? planWithSolver(logBug).planDispatch)
    const background = options.background?.planDispatch
    const priority = createPlanPriority(
      planDispatch,
      background === undefined ? planDispatch : whenMayWrite(gate, background),
    )
    const journal = openJournal({ db, key, databasePath, nowMs: clock, logBug })
    const log = createIncidentLog(db)
    const handlers = createHandlers({
      db,
      searchIndex,
      journal,
      log,
      nowMs: clock,
      monotonicMs: () => performance.now(),
      library: createLibrarySource(db),
      contingencyPlans,
      announce: options.announce ?? (() => undefined),
      logBug,
      references,
      rights,
      handbook,
      actionCards,
      planDispatch: priority.urgent,
      priority,
      restBackground: () => void options.background?.dispose(),
      openDesk: options.openDesk ?? openDeskHere,
      vouchedFiles: options.vouchedFiles ?? createVouchedFiles(),
      databasePath,
      resourcesFolder: options.resourcesFolder,
      holdCommands: (until) => {
        gate.hold(until)
        searchIndex.indexer.hold(until)
      },
      identity,
      notices,
    })
    return {
      route: withOfficer(createRouter(appContract, handlers, { publish, logBug, admit: gate.admit }), (caller) =>
        onDutyAt(log, journal.seat, caller),
      ),
      notices,
      indexInBackground: searchIndex.indexer.start,
      dispose: () => {
        searchIndex.indexer.stop()
        close()
      },
    }
  } catch (error) {
    opened?.close()
    const failure = asAppError(error, databasePath)
    if (failure !== error) logBug('core.start', error)
    const notices = [...(options.shellNotices ?? []), noticeOfFailure(failure, databasePath)]
    const handlers = createRefusingHandlers(failure, { identity, notices })
    const route = withOfficer(createRouter(appContract, handlers, { publish, logBug }), () => null)
    return { route, notices, ...NOTHING_TO_DO }
  }
}

const NOTHING_TO_DO = { indexInBackground: () => undefined, dispose: () => undefined } as const

/** A plan under way was let in long ago; when it is ready it is stored, and must not run into a long write. */
function whenMayWrite(gate: CommandGate, planDispatch: PlanDispatch): PlanDispatch {
  return async (...asked) => {
    const plan = await planDispatch(...asked)
    await gate.passed()
    return plan
  }
}

/**
 * A database without a library gets the embedded one; its name, or null when there was one already. A library from
 * before there was a history gets the beginning of one.
 */
function importEmbedded(db: WriteDb, resourcesFolder: string, recordedAt: string): string | null {
  const stamp = { recordedAt, who: '程序', role: 'program', seat: '' }
  if (readStoredLibrary(db) !== null) {
    recordExistingLibrary(db, stamp)
    return null
  }
  const { dataset } = loadDatasetFolder(join(resourcesFolder, 'datasets', EMBEDDED_DATASET))
  writeInitialLibrary(db, dataset, { ...stamp, reason: '首次启动，载入内置数据' })
  return dataset.head.name
}

/** Parameters and tables are read once; the contingency plans are those in force when it is asked. */
function rememberReferences(resourcesFolder: string, contingencyPlans: PlanLibrarySource): () => PlanningReferences {
  let tables: Omit<PlanningReferences, 'library'> | null = null
  return () => {
    tables ??= loadTables(resourcesFolder)
    return { ...tables, library: contingencyPlans.current().library }
  }
}

function rememberRights(resourcesFolder: string): () => RightsTable {
  let rights: RightsTable | null = null
  return () => (rights ??= loadRights(resourcesFolder))
}

function rememberHandbook(resourcesFolder: string, references: () => PlanningReferences): () => HazmatHandbook {
  let handbook: HazmatHandbook | null = null
  return () => (handbook ??= loadHandbook(resourcesFolder, references().hazmat))
}

function rememberCards(resourcesFolder: string): () => readonly ActionCard[] {
  let cards: readonly ActionCard[] | null = null
  return () => (cards ??= loadActionCards(join(resourcesFolder, 'action-cards')))
}

function asAppError(error: unknown, databasePath: string): AppError {
  if (error instanceof AppError) return error
  return new AppError('internal', `数据库无法打开：${databasePath}；原因已记入日志，数据未作改动，请联系维护人员`, {
    path: databasePath,
    cause: error,
  })
}
