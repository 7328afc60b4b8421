import { join } from 'node:path'
import { appContract, type CallingWindow } from '#shared/contract/app-contract.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { ActionCard } from '#shared/domain/action-card.ts'
import type { RightsTable } from '#shared/domain/command/rights.ts'
import type { HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { PLANNER_VERSION } from '#shared/planner/planner-version.ts'
import { createHandlers, createRefusingHandlers } from './handlers/app-handlers.ts'
import { openBallast } from './health/ballast.ts'
import { readInterruption, recordInterruption, type Interruption } from './health/console-record.ts'
import { createCoreHealth } from './health/core-health.ts'
import { clearRunningMark, setRunningMark } from './health/running-mark.ts'
import { openDeskHere } from './imports/import-desk.ts'
import type { OpenDesk } from './imports/import-port.ts'
import { createVouchedFiles, type VouchedFiles } from './imports/vouched-files.ts'
import { loadActionCards } from './planning/load-action-cards.ts'
import { loadHandbook } from './planning/load-handbook.ts'
import { loadTables } from './planning/load-references.ts'
import { loadRights } from './planning/load-rights.ts'
import { createPlanLibrarySource, type PlanLibrarySource } from './planning/plan-library-source.ts'
import { openStores, type OpenedStores } from './open-stores.ts'
import { openJournal } from './replication/journal.ts'
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
  /** Size of the file that is given up when the disk is full, so that the record can go on; none when it is not said. */
  readonly ballastBytes?: number
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
  /** Looks after disk and clock from now on, and makes the ballast; nobody waits for it. */
  watchHealth(): void
  /** Closes the database and lets go of its lock. */
  dispose(): void
}

/** Opens the database, imports the embedded data set into a new one, and wires services and router. Never throws an expected failure. */
export function composeCore(options: CoreOptions): Core {
  const { databasePath, clock, publish, logBug } = options
  const identity = { version: options.version ?? PLANNER_VERSION, runtime: options.runtimeName, databasePath }
  const ballast = options.ballastBytes === undefined ? null : openBallast(databasePath, options.ballastBytes)
  let stores: OpenedStores | null = null
  try {
    stores = openStores(options, ballast)
    const { db, close } = stores.opened
    const journal = openJournal({
      db,
      key: stores.key,
      databasePath,
      nowMs: clock,
      logBug: (where, error) => {
        if (!health.isFullDisk(error)) logBug(where, error)
      },
    })
    const freedAtStart = stores.freedBytes
    const health = createCoreHealth({ db, journal, databasePath, clock, publish, logBug, ballast, freedAtStart })
    /** For what is not worth failing a start: a full disk still lets one read. */
    const attempt = (where: string, work: () => void): void => {
      try {
        work()
      } catch (error) {
        if (!health.isFullDisk(error)) logBug(where, error)
      }
    }
    const interrupted = interruptionOf(stores, journal.seat)
    if (interrupted !== null) attempt('core.interrupted', () => recordInterruption(journal, interrupted))
    const notices = noticesOfOpening(stores, { databasePath, shell: options.shellNotices ?? [], interrupted })
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
      notices: () => [...notices, ...health.notices()],
    })
    attempt('core.running', () => setRunningMark(databasePath, wallTimeOf(clock())))
    return {
      route: withOfficer(
        createRouter(appContract, handlers, { publish, logBug, admit: gate.admit, explain: health.explain }),
        (caller) => onDutyAt(log, journal.seat, caller),
      ),
      notices,
      indexInBackground: searchIndex.indexer.start,
      watchHealth: health.watch,
      dispose: () => {
        searchIndex.indexer.stop()
        health.stop()
        close()
        clearRunningMark(databasePath)
      },
    }
  } catch (error) {
    stores?.opened.close()
    const failure = asAppError(error, databasePath)
    if (failure !== error) logBug('core.start', error)
    const notices = [...(options.shellNotices ?? []), noticeOfFailure(failure, databasePath)]
    const handlers = createRefusingHandlers(failure, { identity, notices })
    const route = withOfficer(createRouter(appContract, handlers, { publish, logBug }), () => null)
    return { route, notices, ...NOTHING_TO_DO }
  }
}

const NOTHING_TO_DO = {
  indexInBackground: () => undefined,
  watchHealth: () => undefined,
  dispose: () => undefined,
} as const

/** What is left of a run that did not end by itself; null when it did, or when its record is not the one that goes on. */
function interruptionOf(stores: OpenedStores, seat: string): Interruption | null {
  const { interrupted, opened, alarm } = stores
  return interrupted === null || opened.created || alarm !== null
    ? null
    : readInterruption(opened.db, seat, interrupted)
}

/** A plan under way was let in long ago; when it is ready it is stored, and must not run into a long write. */
function whenMayWrite(gate: CommandGate, planDispatch: PlanDispatch): PlanDispatch {
  return async (...asked) => {
    const plan = await planDispatch(...asked)
    await gate.passed()
    return plan
  }
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
