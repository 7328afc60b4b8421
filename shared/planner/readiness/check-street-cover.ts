import type { ReadinessFinding, ReadinessReport, StreetCover } from '../../domain/readiness.ts'
import { readinessFinding, type Unready } from './readiness-finding.ts'

/** Streets that nobody reaches in time, by the slower of day and night. */
export function checkStreetCover(
  streets: readonly StreetCover[],
  limits: ReadinessReport['limits'],
): ReadinessFinding[] {
  const unjudged =
    streets.length > 0 && !streets.some(({ isBuiltUp }) => isBuiltUp)
      ? [
          readinessFinding({
            ...{ kind: 'coverage', code: 'built-up-unlisted', severity: 'info', where: 'areas', name: '“135”' },
            facts: { streets: streets.length },
          }),
        ]
      : []
  return [...unjudged, ...streets.flatMap((street) => checkStreet(street, limits))]
}

function checkStreet(street: StreetCover, limits: ReadinessReport['limits']): ReadinessFinding[] {
  const { town, centre, night, day, approximate, meets135, meetsFireCircle } = street
  const say = (given: Pick<Unready, 'code' | 'severity'> & Partial<Unready>): ReadinessFinding =>
    readinessFinding({
      ...{ kind: 'coverage', where: `areas.${town}`, name: town, ...given },
      facts: { town, approximate, ...given.facts },
    })
  if (centre === null) return [say({ code: 'street-no-centre', severity: 'warn' })]
  const engine = slower(day.engine, night.engine)
  const first = slower(day.first, night.first)
  const circle =
    engine === null
      ? [say({ code: 'street-unreached', severity: 'block' })]
      : meetsFireCircle === false
        ? [
            say({
              ...{ code: 'street-beyond-fire-circle', severity: 'warn', keeper: keeperOf(engine) },
              facts: { engine: engine.name, time: timeText(engine.etaS), etaS: engine.etaS },
              words: { limit: timeText(limits.fireCircleS) },
            }),
          ]
        : []
  if (meets135 !== false) return circle
  if (first === null) return [...circle, say({ code: 'street-135-unreached', severity: 'warn' })]
  const { name, outS, etaS } = first
  return [
    ...circle,
    say({
      ...{ code: 'street-beyond-135', severity: 'warn', keeper: keeperOf(first) },
      facts: { first: name, outTime: timeText(outS), time: timeText(etaS), outS, etaS },
      words: { outLimit: timeText(limits.turnOutS), limit: timeText(limits.actionS) },
    }),
  ]
}

/** The later of two arrivals; null when one of them never comes. */
function slower<T extends { readonly etaS: number }>(day: T | null, night: T | null): T | null {
  if (day === null || night === null) return null
  return night.etaS >= day.etaS ? night : day
}

function keeperOf({ name, phone }: { readonly name: string; readonly phone: string }): ReadinessFinding['keeper'] {
  return { name, phone }
}

/** Minutes and seconds: near a limit a rounded minute would say the opposite. */
function timeText(seconds: number): string {
  const rest = seconds % 60
  return `${Math.floor(seconds / 60)} 分${rest === 0 ? '钟' : ` ${rest} 秒`}`
}
