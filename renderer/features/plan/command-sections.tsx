import type { ReactNode } from 'react'
import type { HeadquartersPlan, PostHolder } from '#shared/domain/plan/dispatch-plan.ts'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { CardButton } from '../../app/card-button.tsx'
import { cardOfGroup, cardOfPost } from './card-of-line.ts'
import { bodySections } from './body-sections.tsx'
import { Phone } from './cells.tsx'
import type { Section, SectionInput } from './section.tsx'

/** Command bodies, then posts and work groups of both headquarters, each owned by its own. */
export function commandSections(input: SectionInput): Section[] {
  return [
    ...bodySections(input),
    ...HEADQUARTERS.flatMap((headquarters) => sectionsOf(headquarters, input.plan.headquarters[headquarters], input)),
  ]
}

function sectionsOf(headquarters: Headquarters, own: HeadquartersPlan, input: SectionInput): Section[] {
  const { text } = input
  const name = text(`headquarters.${headquarters}`)
  return [
    {
      id: `posts-${headquarters}`,
      owner: headquarters,
      title: `${text('plan.section.posts')} · ${name}`,
      count: own.posts.length,
      body: <Posts posts={own.posts} headquarters={headquarters} input={input} label={name} />,
    },
    {
      id: `groups-${headquarters}`,
      owner: headquarters,
      title: `${text('plan.section.workGroups')} · ${name}`,
      count: own.workGroups.length,
      body: <Groups groups={own.workGroups} headquarters={headquarters} input={input} label={name} />,
    },
  ]
}

function Posts(props: {
  posts: readonly PostHolder[]
  headquarters: Headquarters
  input: SectionInput
  label: string
}): ReactNode {
  const { posts, headquarters, input } = props
  const { text } = input
  if (posts.length === 0) return <p className="panel-note">{text('state.empty')}</p>
  return (
    <DataTable
      label={`${text('plan.section.posts')} ${props.label}`}
      rows={posts}
      rowKey={(row) => row.post}
      onMenu={(row) => input.openCard(cardOfPost(row, headquarters))}
      columns={[
        {
          key: 'post',
          title: text('plan.post'),
          width: '26%',
          cell: (row) => (
            <>
              <span className="strong">{row.title}</span> <CardButton ask={cardOfPost(row, headquarters)} />
            </>
          ),
        },
        { key: 'name', title: text('plan.name'), width: '96px', cell: (row) => row.name },
        { key: 'phone', title: text('plan.phone'), width: '118px', cell: (row) => <Phone number={row.phone} /> },
        {
          key: 'duty',
          title: text('plan.onDuty'),
          width: '62px',
          cell: (row) =>
            row.onDuty ? (
              <span className="good">{text('plan.onDuty')}</span>
            ) : (
              <span className="warn">{text('plan.offDuty')}</span>
            ),
        },
        {
          key: 'deputy',
          title: text('plan.deputy'),
          cell: (row) =>
            row.deputy === null ? (
              '—'
            ) : (
              <>
                {row.deputy.name} <Phone number={row.deputy.phone} />
              </>
            ),
        },
      ]}
    />
  )
}

function Groups(props: {
  groups: HeadquartersPlan['workGroups']
  headquarters: Headquarters
  input: SectionInput
  label: string
}): ReactNode {
  const { groups, headquarters, input } = props
  const { text } = input
  if (groups.length === 0) return <p className="panel-note">{text('state.empty')}</p>
  return (
    <DataTable
      label={`${text('plan.section.workGroups')} ${props.label}`}
      rows={groups}
      rowKey={(row) => row.code}
      onMenu={(row) => input.openCard(cardOfGroup(row, headquarters))}
      columns={[
        {
          key: 'group',
          title: text('plan.group'),
          width: '17%',
          cell: (row) => (
            <>
              <span className="strong">{text(`workGroup.${row.code}`)}</span>{' '}
              <CardButton ask={cardOfGroup(row, headquarters)} />
            </>
          ),
        },
        {
          key: 'lead',
          title: text('plan.person'),
          width: '24%',
          cell: (row) =>
            row.lead === null ? (
              <span className="danger">{text('strip.nobody')}</span>
            ) : (
              <>
                {row.lead.name} <Phone number={row.lead.phone} />
              </>
            ),
        },
        { key: 'tasks', title: text('plan.task'), cell: (row) => row.tasks.join('；') },
      ]}
    />
  )
}
