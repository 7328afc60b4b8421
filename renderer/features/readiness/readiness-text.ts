import type { FirstArrival, ReadinessFinding, ReadinessReport } from '#shared/domain/readiness.ts'
import type { Text } from '../../text/text.ts'
import { durationText } from '../../text/time-text.ts'
import { verdictOf } from './street-verdict.ts'

/** The shown findings and the cover of the streets as plain text, to be pasted; demonstration data say so at the top. */
export function readinessText(report: ReadinessReport, shown: readonly ReadinessFinding[], text: Text): string {
  const { dataset, streets, findings } = report
  const timeOf = (team: FirstArrival | null): string => (team === null ? '—' : durationText(team.etaS))
  const lines = shown.map(({ severity, kind, name, text: words, keeper }, index) => {
    const who = keeper.name === '' && keeper.phone === '' ? '' : `　${text('readiness.text.keeper', keeper)}`
    return `${index + 1}. [${text(`severity.${severity}`)}] ${text(`readiness.kind.${kind}`)}　${name}　${words}${who}`
  })
  return [
    text('readiness.text.head', { name: dataset.name, day: report.asOf }),
    ...(dataset.isDemo ? [text('readiness.text.demo')] : []),
    text('readiness.shown', { shown: shown.length, total: findings.length }),
    ...lines,
    '',
    text('readiness.streets.title'),
    ...(streets.some(({ approximate }) => approximate) ? [text('readiness.streets.approximate')] : []),
    ...streets.map((street) =>
      text('readiness.text.street', {
        town: street.town,
        verdict135: text(`readiness.streets.${verdictOf(street, 'meets135')}`),
        verdictFire: text(`readiness.streets.${verdictOf(street, 'meetsFireCircle')}`),
        engine: street.night.engine?.name ?? text('readiness.streets.nobody'),
        day: timeOf(street.day.engine),
        night: timeOf(street.night.engine),
      }),
    ),
  ].join('\n')
}
