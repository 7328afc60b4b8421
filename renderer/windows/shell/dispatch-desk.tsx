import { useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import {
  chooseRow,
  goToPart,
  openCard,
  openFacts,
  openFigures,
  openIncident,
  openIntake,
  openList,
  openSurroundings,
  openTab,
} from '../../app/view-actions.ts'
import { useView, type RowChoice } from '../../app/view-store.ts'
import { useBoardMarks, withUnits } from '../../features/board/board-marks.ts'
import { IncidentBar } from '../../features/incidents/incident-bar.tsx'
import { IncidentList } from '../../features/incidents/incident-list.tsx'
import { IntakeForm } from '../../features/intake/intake-form.tsx'
import { LifeBar } from '../../features/orders/life-bar.tsx'
import { PlanProgressBar } from '../../features/plan/plan-progress.tsx'
import { PlanProof } from '../../features/plan/plan-proof.tsx'
import { PlanView } from '../../features/plan/plan-view.tsx'
import { WhyPanel } from '../../features/plan/why-panel.tsx'
import { CoverNote, CoverSwitches } from '../../features/readiness/cover-map.tsx'
import { useCoverOverlay, type Circle } from '../../features/readiness/use-cover-overlay.ts'
import { NO_FEATURES, type PlanFeatures } from '../../map/features.ts'
import { MapView } from '../../map/map-view.tsx'
import { noteFeatures } from '../../map/note-features.ts'
import { planFeatures, sceneFeatures } from '../../map/plan-features.ts'
import { useLibraryLayers } from '../../map/use-library-layers.ts'
import { useText } from '../../text/text.ts'
import { Failed, Waiting } from '../../ui/state-view.tsx'
import { DeskRoomBar, roomOf } from './desk-rooms.tsx'
import type { IncidentData } from './use-incident-data.ts'
import type { Rebuild } from './use-rebuild.ts'

/** 调度指挥: list, intake or plans on the left, the map and the reasons on the right. */
export function DispatchDesk(props: { data: IncidentData; rebuild: Rebuild; onCancel: () => boolean }): ReactNode {
  const { view } = useConsole()
  const { data, rebuild } = props
  const desk = useView(view, (state) => state.desk)
  const enlarged = useView(view, (state) => state.mapEnlarged)
  const row = useView(view, (state) => state.row)
  const buildError = useView(view, (state) => state.buildError)
  const deskRoom = useView(view, (state) => state.deskRoom)
  const room = desk === 'plan' && data.summary !== null ? roomOf(deskRoom) : null
  const showsPlan = desk === 'plan' && room?.View === null && data.version !== null
  return (
    <div className={`desk ${enlarged ? 'desk-map' : ''} ${room?.wide === true && !enlarged ? 'desk-wide' : ''}`}>
      <div className="desk-left">
        {desk === 'intake' || desk === 'edit' ? null : (
          <IncidentBar
            incidents={data.incidents}
            chosen={data.summary?.incidentId ?? null}
            building={rebuild.busy || data.progress !== null}
            planned={data.version !== null}
            buildError={buildError}
            stale={data.stale}
            elapsedMs={data.isDraft ? null : (data.version?.elapsedMs ?? null)}
            proof={data.version === null ? null : <PlanProof plan={data.version.plan} isDraft={data.isDraft} />}
            onChoose={(incidentId) => openIncident(view, incidentId)}
            onNew={() => openIntake(view)}
            onList={() => openList(view)}
            onEdit={() => openFacts(view)}
            onFigures={() => openFigures(view)}
            onAround={() => openSurroundings(view, null)}
            onRebuild={rebuild.start}
          />
        )}
        {data.progress === null || desk === 'intake' || desk === 'edit' ? null : (
          <PlanProgressBar progress={data.progress} onCancel={() => void props.onCancel()} />
        )}
        {room === null || data.summary === null ? null : (
          <LifeBar incidentId={data.summary.incidentId} onOpen={(incidentId) => openIncident(view, incidentId)} />
        )}
        {room === null ? null : <DeskRoomBar chosen={room.room} />}
        {room === null || room.View === null ? <DeskLeft data={data} desk={desk} /> : <room.View data={data} />}
      </div>
      <div className={`desk-right ${showsPlan ? '' : 'desk-right-map'}`}>
        <DeskMap data={data} desk={desk} row={row} enlarged={enlarged} />
        {showsPlan ? <WhyPanel version={data.version} row={row} /> : null}
      </div>
    </div>
  )
}

function DeskLeft(props: { data: IncidentData; desk: 'list' | 'intake' | 'edit' | 'plan' }): ReactNode {
  const text = useText()
  const { view, headquarters, cache } = useConsole()
  const tab = useView(view, (state) => state.tab)
  const showAll = useView(view, (state) => state.showAll)
  const row = useView(view, (state) => state.row)
  const { data, desk } = props
  const back = (): void => view.setState({ desk: data.summary === null ? 'list' : 'plan', picked: null })
  if (desk === 'intake') return <IntakeForm key="new" edited={null} onCancel={back} />
  if (desk === 'edit') {
    if (data.summary === null || data.incident === null) return <Waiting words={text('state.loading')} />
    const { incidentId, number, revision } = data.summary
    return (
      <IntakeForm key={incidentId} edited={{ incidentId, number, revision, incident: data.incident }} onCancel={back} />
    )
  }
  if (data.listError !== null && !data.listed) {
    return (
      <Failed
        words={text('state.error')}
        message={data.listError}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.incident.list, {})}
      />
    )
  }
  if (desk === 'list' || data.summary === null) {
    return (
      <IncidentList
        incidents={data.incidents}
        chosen={data.summary?.incidentId ?? null}
        onChoose={(incidentId) => view.setState({ incidentId })}
        onOpen={(incidentId) => openIncident(view, incidentId)}
        onNew={() => openIntake(view)}
      />
    )
  }
  if (data.version === null) {
    if (data.versionLoading || data.progress !== null) return <Waiting words={text('state.loading')} />
    if (data.versionError === null) return <Waiting words={text('plan.none')} />
    const { incidentId } = data.summary
    return (
      <Failed
        words={text('state.error')}
        message={data.versionError}
        retryWords={text('state.retry')}
        onRetry={() => cache.refresh(appContract.plan.latest, { incidentId })}
      />
    )
  }
  return (
    <PlanView
      version={data.version}
      headquarters={headquarters}
      tab={tab}
      showAll={showAll}
      row={row}
      onTab={(next) => openTab(view, next)}
      onShowAll={(all) => view.setState({ showAll: all })}
      onRow={(next) => chooseRow(view, next)}
      onCard={(ask) => openCard(view, ask)}
      onCount={(target) => goToPart(view, target)}
    />
  )
}

function DeskMap(props: { data: IncidentData; desk: string; row: RowChoice | null; enlarged: boolean }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const theme = useView(view, (state) => state.theme)
  const picked = useView(view, (state) => state.picked)
  const found = useView(view, (state) => state.foundPlace)
  const { layers, positions } = useLibraryLayers()
  const [circle, setCircle] = useState<Circle | null>(null)
  const { overlay } = useCoverOverlay(circle, null)
  const dataset = useQuery(appContract.reference.dataset, {}).value
  const { data, desk, row } = props
  const plan = data.version?.plan ?? null
  const location = data.incident?.location ?? null
  const incidentId = data.summary?.incidentId ?? null
  const notes = useQuery(appContract.notes.list, incidentId === null ? null : { incidentId }).value
  const picking = desk === 'intake' || desk === 'edit'
  const marks = useBoardMarks(incidentId)
  const features = useMemo<PlanFeatures>(() => {
    if (picking) {
      const place = picked ?? (desk === 'edit' ? location : null)
      return place === null ? NO_FEATURES : sceneFeatures(place, text)
    }
    const pinned = noteFeatures(notes ?? [], text('fieldNotes.letter'))
    if (plan === null && location === null) return NO_FEATURES
    const scene = location === null ? NO_FEATURES : sceneFeatures(location, text)
    const drawn = plan === null ? scene : withUnits(planFeatures(plan, row, positions, text), marks)
    return { ...drawn, points: [...drawn.points, ...pinned] }
  }, [picking, desk, picked, plan, row, positions, location, notes, text, marks])
  const weather = picking ? null : (plan?.incident.weather ?? data.incident?.weather ?? null)
  const fitKey = picking
    ? `pick ${picked?.lng ?? ''} ${picked?.lat ?? ''}`
    : `${data.summary?.incidentId ?? ''} ${data.version?.version ?? ''}`
  return (
    <MapView
      layers={layers}
      features={features}
      overlay={overlay}
      moreLayers={<CoverSwitches circle={circle} onCircle={setCircle} />}
      note={<CoverNote circle={circle} />}
      fitKey={features === NO_FEATURES ? '' : fitKey}
      theme={theme}
      schematicRoads={dataset?.roadsSchematic ?? false}
      wind={weather === null ? null : { fromDeg: weather.windFromDeg ?? null, speedMs: weather.windSpeedMs ?? null }}
      found={found}
      onFoundAway={() => view.setState({ foundPlace: null })}
      enlarged={props.enlarged}
      onEnlarge={() => view.setState((state) => ({ mapEnlarged: !state.mapEnlarged }))}
      onRow={(next) => chooseRow(view, next)}
      onPosition={(position) => {
        if (!picking) return
        const { pickRow } = view.getState()
        view.setState(
          pickRow === null ? { picked: position } : { pickRow: null, pickedRow: { row: pickRow, position } },
        )
      }}
    />
  )
}
