import { SOURCES } from '../evidence.ts'
import { Contacts } from '../contacts.ts'
import { emptyTables, placeVillages } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { offsetPoint } from '../geometry.ts'
import { addExperts } from '../kinds/experts.ts'
import { addHospitals } from '../kinds/hospitals.ts'
import { addPlaces } from '../kinds/places.ts'
import { addPostsAndRoster } from '../kinds/rosters.ts'
import { addEvacuees, addShelterZones } from '../kinds/shelter-people.ts'
import { addStores } from '../kinds/stores.ts'
import { addTeamKit } from '../kinds/team-kit.ts'
import { placeById, readRegion } from '../region.ts'
import type { SourceFolder } from '../source-folder.ts'
import { addDepartmentTeams } from './department-teams.ts'
import { addEnterprises } from './enterprises.ts'
import { addFireStations } from './fire-stations.ts'
import { addHazardSources } from './hazard-sources.ts'
import { addLocalTeams } from './local-teams.ts'
import { addOrganisations } from './organisations.ts'
import { addOutsideTeams } from './outside-teams.ts'
import { BEILUN, BEILUN_VILLAGES } from './region-spec.ts'
import { addPopulation, addRiskAreas } from './risks.ts'
import { addShelters } from './shelters.ts'
import { addSupportPoints } from './support-points.ts'
import { addTargets } from './targets.ts'
import { addTransport } from './transport.ts'

/** Hospitals of the district, then the larger ones of 镇海 that take patients from its west. */
const HOSPITALS: Parameters<typeof addHospitals>[1] = [
  ['P0197', 1050, 1, 1, 1],
  ['P0199', 420, 0, 0, 0],
  ['P0198', 600, 1, 0, 1],
  ['P0194', 480, 0, 0, 0],
  ['P0195', 160, 0, 0, 1],
  ['P0196', 220, 0, 0, 0],
  ['P0193', 180, 0, 0, 0],
  ['P0192', 20, 0, 0, 0],
  ['P0187', 650, 1, 0, 1],
  ['P0186', 500, 0, 1, 0],
]

const NEAR_M = 22_000

/** Builds the Beilun data set in memory. The order matters: villages, risks, then all that stands on them. */
export function buildBeilun(source: SourceFolder): Draft {
  const region = readRegion(source, BEILUN)
  const tables = emptyTables()
  const contacts = new Contacts(tables)
  const draft: Draft = {
    region,
    tables,
    contacts,
    villages: placeVillages(region, contacts, BEILUN_VILLAGES),
    riskAreas: [],
  }
  addOrganisations(draft)
  addRiskAreas(draft)
  addFireStations(draft)
  addEnterprises(draft)
  addDepartmentTeams(draft)
  addLocalTeams(draft)
  addOutsideTeams(draft)
  addHospitals(draft, HOSPITALS)
  addShelters(draft, source)
  addPopulation(draft)
  addStores(draft, {
    districtName: '北仑区应急物资储备库(演示)',
    districtTown: '大碶街道',
    districtPoint: offsetPoint(placeById(region, 'P0115').point, 500, 350),
    villages: draft.villages.filter((placed) => placed.isHill).filter((_, index) => index % 2 === 0),
    source: SOURCES.beilunPlan,
  })
  addTransport(draft)
  addHazardSources(draft)
  addTargets(draft, source)
  addSupportPoints(draft)
  addExperts(draft)
  addPostsAndRoster(draft, placeById(region, 'P0012').point)
  addPlaces(draft, NEAR_M)
  addTeamKit(draft)
  addShelterZones(draft)
  addEvacuees(draft)
  return draft
}
