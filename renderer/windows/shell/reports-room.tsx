import type { ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { openMapAt } from '../../app/view-actions.ts'
import { REPORT_PAGES, useView } from '../../app/view-store.ts'
import type { NotePlace } from '../../features/field-notes/note-form.tsx'
import { JournalPage } from '../../features/journal/journal-page.tsx'
import { NotesPage } from '../../features/field-notes/notes-page.tsx'
import { NewsPart } from '../../features/news/news-part.tsx'
import { ReportsPage } from '../../features/reports/reports-page.tsx'
import { WarningsPart } from '../../features/warnings/warnings-part.tsx'
import { useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { IncidentData } from './use-incident-data.ts'

/** 信息报告: reports upward, warnings and news, notes from the scene, and the journal. */
export function ReportsRoom(props: { data: IncidentData }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const page = useView(view, (state) => state.reportPage)
  const incidentId = props.data.summary?.incidentId ?? null
  return (
    <div className="reports-room">
      <Tabs
        tabs={REPORT_PAGES.map((key) => ({ key, label: text(`reportPage.${key}`), testId: `report-page-${key}` }))}
        tab={page}
        onTab={(reportPage) => view.setState({ reportPage })}
      />
      {page === 'journal' ? <JournalPage key={incidentId ?? ''} incidentId={incidentId} /> : null}
      {page === 'journal' || incidentId !== null ? null : <Waiting words={text('support.needIncident')} />}
      {page === 'reports' && incidentId !== null ? <ReportsPage key={incidentId} incidentId={incidentId} /> : null}
      {page === 'notices' && incidentId !== null ? (
        <div className="notices-page">
          <WarningsPart incidentId={incidentId} />
          <NewsPart incidentId={incidentId} />
        </div>
      ) : null}
      {page === 'notes' && incidentId !== null ? <Notes data={props.data} incidentId={incidentId} /> : null}
    </div>
  )
}

function Notes(props: { data: IncidentData; incidentId: string }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const dropped = useView(view, (state) => state.droppedPictures)
  return (
    <NotesPage
      key={props.incidentId}
      incidentId={props.incidentId}
      places={placesOf(props.data, text('map.mark.incident'))}
      dropped={dropped}
      onSeen={() => view.setState({ droppedPictures: null })}
      onMap={(note) => {
        if (note.position !== null)
          openMapAt(view, { ...note.position, name: note.text === '' ? note.place : note.text })
      }}
    />
  )
}

/** The scene and every place of the plan where forces stand. */
function placesOf({ incident, version }: IncidentData, scene: string): NotePlace[] {
  const areas = version?.plan.movementPlan.stagingAreas ?? []
  return [
    ...(incident === null
      ? []
      : [{ id: 'scene', name: scene, lng: incident.location.lng, lat: incident.location.lat }]),
    ...areas.map(({ id, name, location }) => ({ id, name, lng: location.lng, lat: location.lat })),
  ]
}
