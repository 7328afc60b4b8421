import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ReadinessReport } from '#shared/domain/readiness.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useNowS } from '../../app/now.ts'
import { usePaper } from '../../app/use-paper.ts'
import { ChineseOnly } from '../../text/chinese-only.tsx'
import { useText } from '../../text/text.ts'
import { CHINA_OFFSET_MIN } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CoverMap } from './cover-map.tsx'
import { FindingTable } from './finding-table.tsx'
import { EVERYTHING, isWanted, ReadinessFilters, type ReadinessWish } from './readiness-filters.tsx'
import { readinessText } from './readiness-text.ts'
import { RoadQualityView } from './road-quality-view.tsx'
import { StressView } from './stress/stress-view.tsx'
import { StreetTable } from './street-table.tsx'

/** Pages of the readiness check. */
const READINESS_TABS = ['findings', 'cover', 'stress', 'roads'] as const

/** 战备检查: what is not ready today, who keeps it and what to do, and how far each street is covered. */
export function ReadinessView(): ReactNode {
  const text = useText()
  const day = formatInstant(useNowS(), CHINA_OFFSET_MIN).slice(0, 10)
  const [tab, setTab] = useState<(typeof READINESS_TABS)[number]>('findings')
  const { value, error } = useQuery(appContract.readiness.report, { day })
  if (value === null) return <Unloaded of={appContract.readiness.report} input={{ day }} error={error} />
  const { dataset } = value
  return (
    <div className="readiness" data-testid="readiness-view">
      <div className="readiness-head">
        <h1>{text('readiness.title')}</h1>
        <Chip tone={value.ready ? 'good' : 'warn'} testId="readiness-state">
          {text(value.ready ? 'readiness.ready' : 'readiness.notReady')}
        </Chip>
        <span className="dim">
          {`${dataset.name}　${text('readiness.asOf', { day: value.asOf, asOf: dataset.asOf })}`}
        </span>
        {dataset.isDemo ? (
          <span className="warn strong" data-testid="readiness-demo">
            {text('readiness.demo')}
          </span>
        ) : null}
      </div>
      <Tabs
        tabs={READINESS_TABS.map((key) => ({
          key,
          label: text(`readiness.tab.${key}`),
          testId: `readiness-tab-${key}`,
        }))}
        tab={tab}
        onTab={setTab}
      />
      <ChineseOnly />
      {tab === 'findings' ? <FindingsPage report={value} /> : null}
      {tab === 'cover' ? <CoverMap report={value} /> : null}
      {tab === 'stress' ? <StressView /> : null}
      {tab === 'roads' ? <RoadQualityView quality={value.roadQuality} /> : null}
    </div>
  )
}

function FindingsPage(props: { report: ReadinessReport }): ReactNode {
  const text = useText()
  const paper = usePaper()
  const [wish, setWish] = useState<ReadinessWish>(EVERYTHING)
  const { findings } = props.report
  const shown = findings.filter((finding) => isWanted(finding, wish))
  return (
    <>
      <ReadinessFilters findings={findings} wish={wish} onWish={setWish} />
      <Panel
        title={text('readiness.list')}
        testId="readiness-findings"
        className="readiness-list"
        side={
          <span className="readiness-side">
            <span role="status" data-testid="readiness-shown">
              {text('readiness.shown', { shown: shown.length, total: findings.length })}
            </span>
            <span className="dim">{text('readiness.keys')}</span>
            <Button
              size="small"
              data-testid="readiness-copy"
              disabled={paper.busy}
              onClick={() => paper.copyText(readinessText(props.report, shown, text))}
              text={text('readiness.copy')}
            />
            <span className={paper.said?.failed === true ? 'danger' : ''} role="status" data-testid="readiness-said">
              {paper.said?.words ?? ''}
            </span>
          </span>
        }
      >
        <div className="scroll fill">
          {shown.length === 0 ? (
            <Waiting words={text(findings.length === 0 ? 'readiness.none' : 'readiness.noneShown')} />
          ) : (
            <FindingTable findings={shown} />
          )}
        </div>
      </Panel>
      <StreetTable report={props.report} />
    </>
  )
}
