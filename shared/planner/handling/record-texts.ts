import { parseInstant } from '../../kernel/instant.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { tripOfPlate } from '../situation/tanker-trip.ts'
import type { SceneTexts } from './text-names.ts'

/** Texts from records of the data set: the load of the tanker by its plate, work permits in force near the place. */
export function recordTexts(problem: PlanningProblem, facts: FactSheet): Pick<SceneTexts, 'trip' | 'permits'> {
  return { trip: tripText(problem), permits: permitsText(problem, facts) }
}

function tripText(problem: PlanningProblem): string {
  const plate = (problem.incident.hazmat?.plate ?? '').trim()
  if (plate === '') return '车牌待核'
  const trip = tripOfPlate(problem)
  if (trip === null) return `车牌${plate}在台账中没有运单，问省级平台`
  const filler = problem.dataset.plants.find((plant) => plant.id === trip.filledBy)
  const load = `${trip.cargo === '' ? '货名待核' : trip.cargo}${trip.quantityT === null ? '' : `${trip.quantityT}吨`}`
  const filled =
    filler === undefined ? '' : `，装货${filler.name}（${filler.phone === '' ? '电话待核' : filler.phone}）`
  return `${plate}：${load}，承运${trip.carrier}（${trip.phone === '' ? '电话待核' : trip.phone}）${filled}`
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  hot_work: '动火',
  confined_space: '有限空间',
  height: '高处',
  lifting: '吊装',
}
const SHOWN = 3

function permitsText(problem: PlanningProblem, facts: FactSheet): string {
  const radius = problem.parameters.reporting.ownPlantRadiusM.value
  const near = problem.dataset.workPermits
    .filter((permit) => {
      const plant = problem.dataset.plants.find((row) => row.id === permit.plantId)
      const place = permit.lng !== null && permit.lat !== null ? { lng: permit.lng, lat: permit.lat } : (plant ?? null)
      return place !== null && distanceM(facts.scene, place) <= radius && isInForce(permit, facts.nowS)
    })
    .map((permit) => {
      const people = permit.people === null ? '人数待核' : `${permit.people}人`
      return { id: permit.id, text: `${permit.place}${KIND_NAMES[permit.kind] ?? permit.kind}${people}` }
    })
  if (near.length === 0) return '台账内近旁无在办作业票，仍须向企业核实'
  const texts = sortedBy(near, (permit) => [permit.id]).map((permit) => permit.text)
  return `${texts.slice(0, SHOWN).join('、')}${texts.length > SHOWN ? `等${texts.length}项` : ''}`
}

/** A permit without times counts as in force. */
function isInForce({ from, to }: { readonly from: string; readonly to: string }, nowS: number): boolean {
  const start = parseInstant(from)
  const end = parseInstant(to)
  return (start === null || start.epochS <= nowS) && (end === null || end.epochS >= nowS)
}
