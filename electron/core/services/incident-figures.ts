import { figureHistoryOf } from '#shared/command/figures/figure-history.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { ParsedInputOf } from '#shared/contract/define.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { amendFacts } from './amend-facts.ts'
import { answerOnce } from './answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from './incident.service.ts'

/** The part of the incident service that is about single figures. */
export type IncidentFigures = Pick<AppHandlers['incident'], 'figures' | 'reportFigures'>

type Report = ParsedInputOf<typeof appContract.incident.reportFigures>

/** Figures as they come in one by one, each with its source and time, and what was said of each before. */
export function createIncidentFigures(core: IncidentServiceParts): IncidentFigures {
  return {
    figures: ({ incidentId }) => {
      const { summary } = existingIncident(core.db, incidentId)
      const figures = [...figureHistoryOf(core.log.opsOf(incidentId))].map(([fact, said]) => ({
        fact,
        said: [...said],
      }))
      return { revision: summary.revision, figures: sortedBy(figures, ({ fact }) => [fact]) }
    },

    reportFigures: (input, caller) => {
      const command = { channel: 'incident.reportFigures', input, output: appContract.incident.reportFigures.output }
      return answerOnce(core, command, (recorder) => {
        const { summary, incident: before } = existingIncident(core.db, input.incidentId)
        const after = withFigures(before, input)
        checkIncident(after, core.library.current(), core.references().hazmat)
        const { receivedAt } = summary
        return { revision: amendFacts(core, recorder, { summary, before, after, receivedAt, by: authorOf(caller) }) }
      })
    },
  }
}

function withFigures(incident: Incident, { figures, source, asOf }: Report): Incident {
  const reported = figures.map(({ fact, value }) => [fact, value === null ? null : { ...value, source, asOf }] as const)
  const facts = { ...incident.facts, ...Object.fromEntries(reported) }
  // The next plan is made as of the newest report, or teams not yet sent would be told to leave in the past.
  return { ...incident, facts, asOf: laterOf(incident.asOf ?? incident.receivedAt ?? asOf, asOf) }
}

function laterOf(moment: string, other: string): string {
  return (parseInstant(moment)?.epochS ?? 0) >= (parseInstant(other)?.epochS ?? 0) ? moment : other
}
