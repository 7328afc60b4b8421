import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import { offsetPoint } from '../geometry.ts'
import { demo } from '../headers.ts'
import { addTeam } from '../kinds/teams.ts'
import { placeAtSeat, placeInTown, townNameAt } from '../placing.ts'
import { placeById } from '../region.ts'
import { cycle } from '../seeded.ts'
import { CIXI_DEPARTMENT_TEAMS, CIXI_FIRE_STATIONS } from './team-list.ts'

const SERVICE_STATIONS = 10

/** Adds the teams of Cixi: drill fire stations, department teams, the ten planned service stations and one team a town. */
export function addCixiTeams(draft: Draft): void {
  for (const { place, ...team } of [...CIXI_FIRE_STATIONS, ...CIXI_DEPARTMENT_TEAMS]) {
    const point = offsetPoint(
      placeById(draft.region, place).point,
      team.type === 'GOV_FT' ? 0 : 120,
      team.type === 'GOV_FT' ? 0 : 80,
    )
    addTeam(draft, {
      ...team,
      tier: 'district',
      town: townNameAt(draft.region, point),
      point,
      authority: team.type === 'PLA' ? 'request' : 'command',
    })
  }
  for (let index = 0; index < SERVICE_STATIONS; index += 1) {
    const town = cycle(draft.region.towns, index * 2 + 1)
    const id = `station-${town.slug}`
    addTeam(draft, {
      id,
      name: `${town.name}综合应急救援服务站(演示)`,
      type: 'STATION',
      tier: 'street',
      town: town.name,
      point: placeInTown(draft.region, town, id),
      personnel: 14,
      onDuty: 6,
      turnoutS: 120,
      vehicles: ['rescueLight', 'pumpTrailer', 'boat'],
      extra: 'SHELTER:1;LIGHT:1',
      parentId: `org-street-${town.slug}`,
      evidence: demo('10个为规划建设数；站名、位置、装备为演示', SOURCES.cixiPlan),
    })
  }
  for (const town of draft.region.towns) {
    addTeam(draft, {
      id: `street-${town.slug}`,
      name: `${town.name}综合应急救援队(演示)`,
      type: 'STREET',
      tier: 'street',
      town: town.name,
      point: placeAtSeat(draft.region, town, `street-${town.slug}`),
      personnel: 20,
      onDuty: 8,
      turnoutS: 120,
      vehicles: ['repair', 'pumpTrailer'],
      extra: 'SHELTER:2;ROAD_CLEAR:1',
      parentId: `org-street-${town.slug}`,
    })
  }
}
