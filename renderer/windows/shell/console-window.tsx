import { useEffect, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useLinkAlive, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { readPreferences, writePreferences } from '../../app/preferences.ts'
import {
  closeCard,
  closeHandbook,
  openArrival,
  openHandbook,
  openImport,
  openMerging,
  openSection,
  showFinder,
} from '../../app/view-actions.ts'
import { useView } from '../../app/view-store.ts'
import { ContestNotice } from '../../features/bundles/contest-notice.tsx'
import { MergingRoom } from '../../features/bundles/merging-room.tsx'
import { CardBrowser } from '../../features/cards/card-browser.tsx'
import { CardDrawer } from '../../features/cards/card-drawer.tsx'
import { OrderAlarm } from '../../features/orders/order-alarm.tsx'
import { RadioBar } from '../../features/orders/radio-bar.tsx'
import { PlansRoom } from '../../features/contingency-plans/plans-room.tsx'
import { HandbookDialog } from '../../features/hazmat/handbook-dialog.tsx'
import { FiguresDialog } from '../../features/intake/figures-dialog.tsx'
import { LevelRiseNotice } from '../../features/grading/level-rise-notice.tsx'
import { setLevelInForce } from '../../features/grading/set-level.ts'
import { DutyOfficer } from '../../features/headquarters/duty-officer.tsx'
import { WaitingCount, WaitingNotice } from '../../features/headquarters/waiting-notice.tsx'
import { ArrivalNotice } from '../../features/incidents/arrival-notice.tsx'
import { ImportRoom } from '../../features/import/import-room.tsx'
import { DropTarget } from '../../features/import/drop-target.tsx'
import { JudgementRoom } from '../../features/judgement/judgement-room.tsx'
import { NavigationRail } from '../../features/navigation/navigation-rail.tsx'
import { NoConsole, NotReady } from '../../features/notices/not-ready.tsx'
import { StartNotices } from '../../features/notices/start-notices.tsx'
import { LibraryView } from '../../features/library/library-view.tsx'
import { LendingRoom } from '../../features/lending/lending-room.tsx'
import { RosterRoom } from '../../features/roster/roster-room.tsx'
import { SheltersRoom } from '../../features/shelters/shelters-room.tsx'
import { SurroundingsRoom } from '../../features/surroundings/surroundings-room.tsx'
import { ReadinessView } from '../../features/readiness/readiness-view.tsx'
import { SearchDialog } from '../../features/search/search-dialog.tsx'
import { ShortcutList } from '../../features/shortcuts/shortcut-list.tsx'
import { StockView } from '../../features/stock/stock-view.tsx'
import { DrillFrame } from '../../features/top-strip/drill-frame.tsx'
import { TopStrip } from '../../features/top-strip/top-strip.tsx'
import { changeLanguage, useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import { applyTheme } from './apply-theme.ts'
import { DispatchDesk } from './dispatch-desk.tsx'
import { ReportsRoom } from './reports-room.tsx'
import { ReviewRoom, SupportRoom } from './rooms.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useGoTo } from './use-go-to.ts'
import { useIncidentData } from './use-incident-data.ts'
import { useCancelPlan } from './use-plan-progress.ts'
import { useRebuild } from './use-rebuild.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** One headquarters' window, from the first question to the core on. */
export function ConsoleWindow(): ReactNode {
  const text = useText()
  const info = useQuery(appContract.system.info, {})
  if (info.value === null) {
    return info.error === null ? <Waiting words={text('state.loading')} /> : <NoConsole message={info.error.message} />
  }
  const { ready, notices, databasePath, version } = info.value
  return ready ? <ReadyWindow /> : <NotReady notices={notices} databasePath={databasePath} version={version} />
}

function ReadyWindow(): ReactNode {
  const text = useText()
  const { view, headquarters } = useConsole()
  const section = useView(view, (state) => state.section)
  const helpOpen = useView(view, (state) => state.helpOpen)
  const figuresOpen = useView(view, (state) => state.figuresOpen)
  const radioOpen = useView(view, (state) => state.radioOpen)
  const finderOpen = useView(view, (state) => state.finderOpen)
  const handbook = useView(view, (state) => state.handbook)
  const card = useView(view, (state) => state.card)
  const importing = useView(view, (state) => state.importing)
  const libraryRoom = useView(view, (state) => state.libraryRoom)
  const announcement = useView(view, (state) => state.announcement)
  const arrival = useView(view, (state) => state.arrival)
  const data = useIncidentData()
  useArrivals(data)
  useGoTo()
  const rebuild = useRebuild()
  const info = useQuery(appContract.system.info, {})
  const cancelPlan = useCancelPlan(data.summary?.incidentId ?? null)
  useShortcuts(view, { onRebuild: () => rebuild.start(), onCancel: cancelPlan })
  useEffect(() => {
    document.title = text('app.title', { headquarters: text(`headquarters.${headquarters}`) })
  })
  const draftMode = useView(view, (state) => (state.section === 'dispatch' ? state.draftMode : null))
  // A new call must not be taken in under the stripes of an earlier drill, nor a drill without them.
  const mode = draftMode ?? data.summary?.mode ?? 'real'
  return (
    <div className={`console console-${mode}`}>
      <DrillFrame mode={mode} />
      <DropTarget
        onTicket={(ticket) =>
          section === 'reports' && data.summary !== null
            ? view.setState({ reportPage: 'notes', droppedPictures: ticket })
            : openImport(view, ticket)
        }
      />
      <Strip />
      <ArrivalNotice
        arrival={arrival}
        shown={arrival !== null && arrival.incidentId === data.summary?.incidentId}
        onOpen={() => openArrival(view)}
        onDismiss={() => view.setState({ arrival: null })}
      />
      <LevelRiseNotice />
      <WaitingNotice />
      <ContestNotice onOpen={() => openMerging(view)} />
      <StartNotices notices={info.value?.notices ?? []} />
      <div className="console-body">
        <NavigationRail
          section={section}
          onOpen={(next) => openSection(view, next)}
          onHandbook={() => openHandbook(view, null)}
          onSearch={() => showFinder(view, true)}
        />
        <main className="console-main">
          {section === 'dispatch' ? <DispatchDesk data={data} rebuild={rebuild} onCancel={cancelPlan} /> : null}
          {section === 'support' ? <SupportRoom data={data} rebuild={rebuild} onCancel={cancelPlan} /> : null}
          {section === 'judgement' ? <JudgementRoom incidentId={data.summary?.incidentId ?? null} /> : null}
          {section === 'reports' ? <ReportsRoom data={data} /> : null}
          {section === 'review' ? <ReviewRoom data={data} /> : null}
          {section === 'readiness' ? <ReadinessView /> : null}
          {section === 'plans' ? <PlansRoom /> : null}
          {section === 'library' && importing !== null ? (
            <ImportRoom
              ticket={importing.ticket}
              onSeen={() => view.setState({ importing: { ticket: null } })}
              onLeave={() => view.setState({ importing: null })}
            />
          ) : null}
          {section === 'library' && importing === null ? (
            <LibraryView
              room={libraryRoom}
              onImport={() => openImport(view, null)}
              onRoom={(room) => view.setState({ libraryRoom: room })}
              rooms={{
                roster: <RosterRoom />,
                shelters: <SheltersRoom />,
                surroundings: <SurroundingsRoom incidentId={data.summary?.incidentId ?? null} />,
                lending: <LendingRoom />,
                merging: <MergingRoom />,
              }}
              cards={<CardBrowser incidentId={data.summary?.incidentId ?? null} planned={data.version !== null} />}
              stock={<StockView />}
            />
          ) : null}
        </main>
      </div>
      {radioOpen && data.summary !== null ? (
        <RadioBar
          key={data.summary.incidentId}
          incidentId={data.summary.incidentId}
          onClose={() => view.setState({ radioOpen: false })}
        />
      ) : null}
      <CardDrawer ask={card} incidentId={data.summary?.incidentId ?? null} onClose={() => closeCard(view)} />
      <SearchDialog isOpen={finderOpen} incident={data.summary} onClose={() => showFinder(view, false)} />
      <HandbookDialog opened={handbook} incident={data.summary} onClose={() => closeHandbook(view)} />
      {figuresOpen && data.summary !== null ? (
        <FiguresDialog
          incidentId={data.summary.incidentId}
          type={data.summary.type}
          onDone={(revision) => view.setState({ figuresOpen: false, announcement: text('figures.done', { revision }) })}
          onClose={() => view.setState({ figuresOpen: false })}
        />
      ) : null}
      <ShortcutList isOpen={helpOpen} onClose={() => view.setState({ helpOpen: false })} />
      <p className="visually-hidden" aria-live="assertive" data-testid="announcement">
        {announcement}
      </p>
    </div>
  )
}

function Strip(): ReactNode {
  const { view, headquarters } = useConsole()
  const theme = useView(view, (state) => state.theme)
  const data = useIncidentData()
  const dataset = useQuery(appContract.reference.dataset, {}).value
  const incidentId = data.summary?.incidentId ?? null
  const overrides =
    useQuery(appContract.incident.grading, incidentId === null ? null : { incidentId }).value?.overrides ?? []
  const nowS = useNowS()
  const linkAlive = useLinkAlive()
  const [language, setLanguage] = useState(() => readPreferences(window.localStorage).language)
  return (
    <TopStrip
      headquarters={headquarters}
      summary={data.summary}
      plan={data.version?.plan ?? null}
      planVersion={data.version?.version ?? null}
      planIsDraft={data.isDraft}
      setEventLevel={setLevelInForce(overrides, 'event')}
      setResponseLevel={setLevelInForce(overrides, 'response')}
      nowS={nowS}
      linkAlive={linkAlive}
      schematicRoads={dataset?.roadsSchematic ?? false}
      demoData={dataset?.head.isDemo ?? false}
      alarm={<OrderAlarm />}
      duty={
        <div className="strip-duty">
          <DutyOfficer />
          <WaitingCount />
        </div>
      }
      theme={theme}
      onTheme={() => {
        const next = theme === 'night' ? 'day' : 'night'
        view.setState({ theme: next })
        applyTheme(next)
        writePreferences(window.localStorage, { theme: next, language })
      }}
      onLanguage={() => {
        const next = language === 'en' ? 'zh-CN' : 'en'
        setLanguage(next)
        document.documentElement.lang = next
        writePreferences(window.localStorage, { theme, language: next })
        void changeLanguage(next)
      }}
      onHelp={() => view.setState({ helpOpen: true })}
    />
  )
}
