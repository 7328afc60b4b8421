import { kindName } from '../../text/kind-name.ts'
import { Phone } from './cells.tsx'
import { planTable, type Section, type SectionInput } from './section.tsx'

/** Which hospital takes whom, who has no bed, and which hospitals must not be used. */
export function casualtySections(input: SectionInput): Section[] {
  const { plan, text } = input
  const { casualties, casualtyGaps = [], hospitalsLeftOut = [] } = plan.handlingPlan
  const title = text('plan.section.casualties')
  const gapTitle = text('plan.section.casualtyGaps')
  const gaps: Section[] =
    casualtyGaps.length === 0
      ? []
      : [
          {
            id: 'casualty-gaps',
            owner: 'administrative',
            title: gapTitle,
            count: casualtyGaps.length,
            tone: 'danger',
            body: planTable(input, 'casualtyGap', gapTitle, casualtyGaps, (row) => row.kind, [
              {
                key: 'kind',
                title: text('plan.kind'),
                width: '110px',
                cell: (row) => <span className="strong">{kindName(row.kind, text)}</span>,
              },
              {
                key: 'patients',
                title: text('plan.patients'),
                width: '62px',
                end: true,
                cell: (row) => <span className="big danger">{row.patients}</span>,
              },
              { key: 'why', title: text('plan.why'), cell: (row) => row.reasons[0]?.text ?? '—' },
              { key: 'remedy', title: text('plan.remedy'), cell: (row) => row.remedies[0]?.text ?? '—' },
            ]),
          },
        ]
  return [
    ...gaps,
    {
      id: 'casualties',
      owner: 'administrative',
      title,
      count: casualties.length,
      body: (
        <>
          {planTable(input, 'casualty', title, casualties, (row) => `${row.hospitalId} ${row.kind}`, [
            {
              key: 'hospital',
              title: text('plan.hospital'),
              width: '34%',
              cell: (row) => <span className="strong">{row.hospitalName}</span>,
            },
            {
              key: 'patients',
              title: text('plan.patients'),
              width: '52px',
              end: true,
              cell: (row) => <span className="big">{row.patients}</span>,
            },
            { key: 'kind', title: text('plan.kind'), cell: (row) => kindName(row.kind, text) },
            { key: 'phone', title: text('plan.phone'), width: '118px', cell: (row) => <Phone number={row.phone} /> },
          ])}
          {hospitalsLeftOut.length === 0 ? null : (
            <p className="panel-note">
              <span className="warn strong">{text('plan.hospitalsLeftOut')}</span>{' '}
              {hospitalsLeftOut
                .map((row) => `${row.hospitalName}（${row.reasons.map((reason) => reason.text).join('；')}）`)
                .join('、')}
            </p>
          )}
        </>
      ),
    },
  ]
}
