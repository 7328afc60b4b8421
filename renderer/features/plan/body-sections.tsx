import type { CommandBody } from '#shared/domain/plan/dispatch-plan.ts'
import { HEADQUARTERS } from '#shared/domain/taxonomy.ts'
import type { Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Section, SectionInput } from './section.tsx'

/** The command bodies ("1+X") that run the administrative headquarters, and which unit leads which work group. */
export function bodySections({ plan, text }: SectionInput): Section[] {
  const bodies = plan.headquarters.administrative.bodies ?? []
  if (bodies.length === 0) return []
  const groups = HEADQUARTERS.flatMap((hq) =>
    plan.headquarters[hq].workGroups.flatMap((group) =>
      group.leadUnit === undefined ? [] : [{ ...group, hq, leadUnit: group.leadUnit }],
    ),
  )
  const bodyTitle = text('plan.section.commandBody')
  const unitTitle = text('plan.section.leadUnits')
  return [
    {
      id: 'command-bodies',
      owner: 'administrative',
      title: bodyTitle,
      count: bodies.length,
      body: (
        <DataTable
          label={bodyTitle}
          rows={bodies}
          rowKey={(row) => row.planId}
          testId="table-command-bodies"
          columns={[
            {
              key: 'body',
              title: text('plan.body'),
              width: '24%',
              cell: (row) => (
                <span className="strong">
                  {row.name}（{text(`plan.${partOf(row)}`)}）
                </span>
              ),
            },
            { key: 'lead', title: text('plan.leadUnit'), width: '15%', cell: (row) => row.leadUnit },
            { key: 'members', title: text('plan.memberUnits'), cell: (row) => row.memberUnits.join('、') },
            {
              key: 'why',
              title: text('plan.why'),
              width: '30%',
              cell: (row) => row.reasons.map((reason) => reason.text).join('；'),
            },
          ]}
        />
      ),
    },
    {
      id: 'lead-units',
      owner: 'administrative',
      title: unitTitle,
      count: groups.length,
      body: (
        <DataTable
          label={unitTitle}
          rows={groups}
          rowKey={(row) => `${row.hq}-${row.code}`}
          testId="table-lead-units"
          columns={[
            {
              key: 'group',
              title: text('plan.group'),
              width: '22%',
              cell: (row) => <span className="strong">{text(`workGroup.${row.code}`)}</span>,
            },
            {
              key: 'hq',
              title: text('plan.atHeadquarters'),
              width: '14%',
              cell: (row) => text(`headquarters.${row.hq}`),
            },
            { key: 'lead', title: text('plan.leadUnit'), width: '22%', cell: (row) => row.leadUnit },
            { key: 'members', title: text('plan.memberUnits'), cell: (row) => membersOf(row.memberUnits, text) },
          ]}
        />
      ),
    },
  ]
}

/** The general body stands above the one that leads; all others take part. */
function partOf({ leads, reasons }: CommandBody): 'bodyLeads' | 'bodyAbove' | 'bodyTakesPart' {
  if (leads) return 'bodyLeads'
  return reasons.some(({ code }) => code === 'command-body-above') ? 'bodyAbove' : 'bodyTakesPart'
}

function membersOf(units: readonly string[] | undefined, text: Text): string {
  return units === undefined || units.length === 0 ? text('plan.membersNotListed') : units.join('、')
}
