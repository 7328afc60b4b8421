import { useEffect, useRef } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { arrivalBetween, versionsOf, type KnownVersions } from '../../features/incidents/arrivals.ts'
import type { IncidentData } from './use-incident-data.ts'

/** Notes in the view state what the other headquarters opened or planned; never switches what is on the screen. */
export function useArrivals(data: IncidentData): void {
  const { view } = useConsole()
  const known = useRef<KnownVersions | null>(null)
  const { incidents, listed } = data
  useEffect(() => {
    if (!listed) return
    const { own, incidentId, arrival: standing } = view.getState()
    const arrival = arrivalBetween(known.current, incidents, own)
    known.current = versionsOf(incidents)
    // A window that shows nothing takes the newest incident by itself: that is no news.
    if (arrival === null || (incidentId === null && arrival.kind === 'incident')) return
    // An incident that is on the screen already, and its first plan, appear where they are awaited.
    if (arrival.incidentId === incidentId && (arrival.kind === 'incident' || arrival.version === 1)) return
    const sameIncident = standing?.kind === 'incident' && standing.incidentId === arrival.incidentId
    view.setState({ arrival: sameIncident ? { ...arrival, kind: 'incident' } : arrival })
  }, [incidents, listed, view])
}
