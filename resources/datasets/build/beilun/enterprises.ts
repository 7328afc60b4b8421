import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { demo } from '../headers.ts'
import { addTeam } from '../kinds/teams.ts'
import { placeById } from '../region.ts'
import { ENTERPRISES } from './enterprise-brigades.ts'
import type { EnterpriseSpec } from './enterprise-brigades.ts'

const COUNTED_AT = '2026-07-01T08:00:00+08:00'

/** Where an enterprise is put on the map; for exercises only. */
export function enterprisePoint(draft: Draft, { at: [place, eastM, northM] }: EnterpriseSpec): Point {
  return offsetPoint(placeById(draft.region, place).point, eastM, northM)
}

/** Adds the fourteen brigades, their process teams and their plants with neighbours of the same block. */
export function addEnterprises(draft: Draft): void {
  for (const enterprise of ENTERPRISES) {
    const point = enterprisePoint(draft, enterprise)
    addBrigade(draft, enterprise, point)
    addProcessTeam(draft, enterprise, point)
    draft.tables.plants.push({
      id: `plant-${enterprise.slug}`,
      name: enterprise.plant,
      town: enterprise.town,
      lng: point[0],
      lat: point[1],
      people_inside: enterprise.people,
      counted_at: COUNTED_AT,
      phone: draft.contacts.landlineOf(`plant-${enterprise.slug}`),
      process_team_id: `proc-${enterprise.slug}`,
      neighbours: neighboursOf(enterprise),
      block: enterprise.block,
      ...demo(`企业名取自规划；位置、在厂人数、电话为演示；${enterprise.note}`, SOURCES.beilunPlan),
    })
  }
}

function addBrigade(draft: Draft, enterprise: EnterpriseSpec, point: Point): void {
  const [personnel, onDuty] = enterprise.crew
  addTeam(draft, {
    id: `ent-${enterprise.slug}`,
    name: enterprise.brigade,
    type: 'ENT_FT',
    tier: 'district',
    town: enterprise.town,
    point,
    personnel,
    onDuty,
    turnoutS: 60,
    vehicles: enterprise.vehicles,
    extra: enterprise.extra,
    class: enterprise.class,
    authority: enterprise.slug === 'port' ? 'request' : 'command',
    parentId: `org-plant-${enterprise.slug}`,
    evidence: demo(`队名为规划实名；${enterprise.note}；位置、人员、车辆为演示`, SOURCES.beilunPlan),
  })
}

function addProcessTeam(draft: Draft, enterprise: EnterpriseSpec, point: Point): void {
  addTeam(draft, {
    id: `proc-${enterprise.slug}`,
    name: `${enterprise.plant}${enterprise.process.name}`,
    type: 'PROCESS',
    tier: 'district',
    town: enterprise.town,
    point: offsetPoint(point, 30, -30),
    personnel: enterprise.process.personnel,
    onDuty: enterprise.process.onDuty,
    turnoutS: 180,
    extra: enterprise.process.capabilities,
    class: enterprise.class,
    parentId: `org-plant-${enterprise.slug}`,
    evidence: demo('企业工艺处置队(演示)：本企业事故必到，厂外须商请'),
  })
}

/** Plants of the same chemical block help one another; others name the nearest chemical plant's block as none. */
function neighboursOf(enterprise: EnterpriseSpec): string {
  if (enterprise.block === '') return ''
  return ENTERPRISES.filter(({ block, slug }) => block === enterprise.block && slug !== enterprise.slug)
    .map(({ slug }) => `plant-${slug}`)
    .join(';')
}
