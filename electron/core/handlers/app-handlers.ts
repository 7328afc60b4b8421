import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { StartNotice } from '#shared/contract/system.contract.ts'
import type { AppError } from '#shared/kernel/app-error.ts'
import { createBundlesService } from '../services/bundles/bundles.service.ts'
import { createContestsService } from '../services/contests/contests.service.ts'
import { createCardsService, type CardsServiceParts } from '../services/cards.service.ts'
import { createArrivalsService } from '../services/arrivals/arrivals.service.ts'
import { createDutyService } from '../services/command/duty.service.ts'
import type { CommandParts } from '../services/command/command-parts.ts'
import { createConsultationService } from '../services/command/consultation.service.ts'
import { createHandoverService } from '../services/command/handover.service.ts'
import { createHeadquartersService } from '../services/command/headquarters.service.ts'
import { createLendingService } from '../services/lending/lending.service.ts'
import { createSurroundingsService } from '../services/surroundings/surroundings.service.ts'
import { createRosterService } from '../services/roster/roster.service.ts'
import { createSheltersService } from '../services/shelters/shelters.service.ts'
import { createDocumentsService } from '../services/documents.service.ts'
import { createHazmatService, type HazmatServiceParts } from '../services/hazmat.service.ts'
import { createExportsService } from '../services/exports.service.ts'
import { createImportsService, type ImportsServiceParts } from '../services/imports.service.ts'
import { createIncidentFigures } from '../services/incident-figures.ts'
import { createIncidentGrading } from '../services/incident-grading.ts'
import { createIncidentService } from '../services/incident.service.ts'
import { createLibraryService, type LibraryServiceParts } from '../services/library.service.ts'
import { createClaimsService } from '../services/command/claims/claims.service.ts'
import { createLifeService } from '../services/command/life/life.service.ts'
import { createBoardService } from '../services/command/board/board.service.ts'
import { createOrdersService } from '../services/command/orders/orders.service.ts'
import { createJournalService } from '../services/command/journal.service.ts'
import { createPlanService, type PlanServiceParts } from '../services/plan.service.ts'
import { createReadinessService } from '../services/readiness.service.ts'
import { createRecordsService } from '../services/records/records.service.ts'
import { createReferenceService } from '../services/reference.service.ts'
import { createNewsService } from '../services/command/news.service.ts'
import { createNotesService } from '../services/command/notes.service.ts'
import { createWarningsService } from '../services/command/warnings.service.ts'
import { createReviewService } from '../services/command/review/review.service.ts'
import { createReportsService } from '../services/command/reports.service.ts'
import { createSearchService, type SearchServiceParts } from '../services/search.service.ts'
import { createStressService, type StressServiceParts } from '../services/stress.service.ts'
import { createStockService } from '../services/stock/stock.service.ts'
import { createSystemService, type ConsoleIdentity } from '../services/system.service.ts'

/** Everything the handlers of an open console work with. */
export type HandlerParts = PlanServiceParts &
  CommandParts &
  HazmatServiceParts &
  CardsServiceParts &
  LibraryServiceParts &
  SearchServiceParts &
  StressServiceParts &
  ImportsServiceParts & {
    readonly identity: ConsoleIdentity
    readonly notices: () => readonly StartNotice[]
  }

/** The handlers of a console whose database is open: each area of the contract is one service. */
export function createHandlers(parts: HandlerParts): AppHandlers {
  return {
    system: createSystemService({ ...parts, seat: parts.journal.seat }),
    reference: createReferenceService(parts),
    hazmat: createHazmatService(parts),
    cards: createCardsService(parts),
    documents: createDocumentsService(parts),
    roster: createRosterService(parts),
    duty: createDutyService(parts),
    headquarters: createHeadquartersService(parts),
    handover: createHandoverService(parts),
    consultation: createConsultationService(parts),
    shelters: createSheltersService(parts),
    arrivals: createArrivalsService(parts),
    surroundings: createSurroundingsService(parts),
    lending: createLendingService(parts),
    incident: { ...createIncidentService(parts), ...createIncidentGrading(parts), ...createIncidentFigures(parts) },
    journal: createJournalService(parts),
    plan: createPlanService(parts),
    reports: createReportsService(parts),
    orders: createOrdersService(parts),
    board: createBoardService(parts),
    life: createLifeService(parts),
    warnings: createWarningsService(parts),
    news: createNewsService(parts),
    notes: createNotesService(parts),
    review: createReviewService(parts),
    claims: createClaimsService(parts),
    library: createLibraryService(parts),
    records: createRecordsService(parts),
    stock: createStockService(parts),
    readiness: { ...createReadinessService(parts), ...createStressService(parts) },
    search: createSearchService(parts),
    imports: createImportsService(parts),
    exports: createExportsService(parts),
    bundles: createBundlesService(parts),
    contests: createContestsService(parts),
  }
}

/** The handlers of a console that could not open its database: it says so, and refuses all else with the reason. */
export function createRefusingHandlers(
  error: AppError,
  core: { readonly identity: ConsoleIdentity; readonly notices: readonly StartNotice[] },
): AppHandlers {
  const refuse = (): never => {
    throw error
  }
  return {
    system: {
      info: () => ({ ...core.identity, ready: false, notices: [...core.notices], seat: '' }),
      verify: refuse,
      journal: refuse,
    },
    reference: { dataset: refuse, searchPlaces: refuse, searchSubstances: refuse, mapLayer: refuse, rows: refuse },
    hazmat: { search: refuse, card: refuse },
    shelters: { board: refuse, open: refuse, setState: refuse, report: refuse, saveZone: refuse },
    surroundings: { near: refuse },
    lending: { list: refuse, lend: refuse, takeBack: refuse },
    arrivals: {
      find: refuse,
      points: refuse,
      missing: refuse,
      readList: refuse,
      takeList: refuse,
      tick: refuse,
      add: refuse,
      leave: refuse,
      takeBack: refuse,
    },
    duty: { officers: refuse, sign: refuse },
    handover: { preview: refuse, list: refuse, offer: refuse, answer: refuse, withdraw: refuse },
    consultation: { list: refuse, hold: refuse },
    headquarters: {
      rights: refuse,
      waiting: refuse,
      acts: refuse,
      act: refuse,
      answerAct: refuse,
      explainAct: refuse,
      requests: refuse,
      request: refuse,
      answerRequest: refuse,
      fulfilRequest: refuse,
      withdrawRequest: refuse,
    },
    roster: {
      month: refuse,
      weekly: refuse,
      onDuty: refuse,
      people: refuse,
      saveCells: refuse,
      copyWeek: refuse,
      copyMonth: refuse,
    },
    cards: { list: refuse, get: refuse, forOrder: refuse, document: refuse, communications: refuse },
    documents: { list: refuse, get: refuse, docx: refuse },
    incident: {
      open: refuse,
      amend: refuse,
      list: refuse,
      get: refuse,
      figures: refuse,
      reportFigures: refuse,
      grading: refuse,
      setLevel: refuse,
      levelRises: refuse,
      acknowledgeRise: refuse,
    },
    journal: { lines: refuse, add: refuse, correct: refuse, exportText: refuse, document: refuse },
    plan: {
      build: refuse,
      cancel: refuse,
      running: refuse,
      draft: refuse,
      coverWeight: refuse,
      setCoverWeight: refuse,
      standing: refuse,
      latest: refuse,
      version: refuse,
      versions: refuse,
      alternatives: refuse,
      influence: refuse,
    },
    reports: {
      overview: refuse,
      draft: refuse,
      saveDraft: refuse,
      issue: refuse,
      recordSent: refuse,
      document: refuse,
    },
    board: { get: refuse, moments: refuse, words: refuse, say: refuse, sayTrapped: refuse, takeBack: refuse },
    orders: {
      list: refuse,
      live: refuse,
      proposal: refuse,
      judge: refuse,
      issue: refuse,
      step: refuse,
      correct: refuse,
      ring: refuse,
    },
    warnings: { list: refuse, issue: refuse, heard: refuse, lift: refuse },
    news: { list: refuse, propose: refuse, decide: refuse, release: refuse },
    notes: { list: refuse, readPictures: refuse, add: refuse, picture: refuse },
    review: { get: refuse, lessons: refuse, proposeLesson: refuse, settleLesson: refuse, document: refuse },
    life: {
      approvals: refuse,
      approve: refuse,
      get: refuse,
      overview: refuse,
      declare: refuse,
      duplicates: refuse,
      merge: refuse,
    },
    claims: { list: refuse, settle: refuse },
    library: {
      list: refuse,
      get: refuse,
      history: refuse,
      overdue: refuse,
      search: refuse,
      diff: refuse,
      check: refuse,
      approvalProblems: refuse,
      testRun: refuse,
      saveDraft: refuse,
      submit: refuse,
      withdraw: refuse,
      approve: refuse,
      file: refuse,
      supersede: refuse,
      exportOne: refuse,
      importOne: refuse,
    },
    stock: {
      stores: refuse,
      ledger: refuse,
      expiring: refuse,
      returns: refuse,
      pickChoices: refuse,
      pick: refuse,
      step: refuse,
      sheet: refuse,
      saveSheet: refuse,
      discardSheet: refuse,
      finishSheet: refuse,
      sheetFile: refuse,
      readSheetFile: refuse,
    },
    records: {
      list: refuse,
      get: refuse,
      check: refuse,
      proposeKey: refuse,
      save: refuse,
      retire: refuse,
      restore: refuse,
      history: refuse,
      batches: refuse,
      undoBatch: refuse,
    },
    readiness: {
      report: refuse,
      roadCover: refuse,
      stress: refuse,
      startStress: refuse,
      stopStress: refuse,
      stressIncidents: refuse,
      stressIncident: refuse,
    },
    search: { find: refuse, nearest: refuse },
    imports: {
      open: refuse,
      session: () => ({ session: null }),
      preview: refuse,
      setMapping: refuse,
      check: refuse,
      report: refuse,
      refusedRows: refuse,
      commit: refuse,
      runs: refuse,
      undo: refuse,
      cancel: refuse,
    },
    exports: {
      preview: refuse,
      start: refuse,
      session: () => ({ session: null }),
      cancel: refuse,
      runs: refuse,
    },
    bundles: {
      preview: refuse,
      import: refuse,
      export: refuse,
      fileName: refuse,
      seats: refuse,
      nameSeat: refuse,
    },
    contests: { list: refuse, settle: refuse, keep: refuse },
  }
}
