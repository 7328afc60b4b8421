import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { anIncident, run } from './run-cli.ts'

const PLAN = ['plan', '--dataset', 'beilun', '--incident', '-']
const folder = mkdtempSync(join(tmpdir(), 'console-in-force-'))

function save(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('plan --in-force', () => {
  it('changes nothing without a cause', async () => {
    const first = await run(PLAN, anIncident())
    const again = await run([...PLAN, '--in-force', save('in-force.json', first.stdout)], anIncident())
    expect(again.exitCode).toBe(first.exitCode)
    expect(DispatchPlan.parse(first.document).changes).toBeUndefined()
    expect(DispatchPlan.parse(again.document).changes).toEqual([])
  })

  it('refuses a broken plan, and --keep-all without a plan', async () => {
    const file = save('broken.json', '{"schema":"dispatch-plan/1"}')
    const broken = await run([...PLAN, '--in-force', file], anIncident())
    expect([broken.exitCode, broken.stdout]).toEqual([2, ''])
    const alone = await run([...PLAN, '--keep-all'], anIncident())
    expect([alone.exitCode, alone.stderr]).toEqual([2, expect.stringContaining('"path":"--keep-all"')])
  })
})
