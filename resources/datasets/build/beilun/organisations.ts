import type { Draft } from '../draft.ts'
import { demo } from '../headers.ts'
import { ENTERPRISES } from './enterprise-brigades.ts'

/** id, name, kind, parent. */
export type OrganisationSpec = readonly [id: string, name: string, kind: string, parent: string]

/** The bodies every county-level region has; the district's name is put in front. */
export const DEPARTMENTS: readonly OrganisationSpec[] = [
  ['org-government', '人民政府', 'government', ''],
  ['org-headquarters', '应急指挥部', 'command', 'org-government'],
  ['org-flood-hq', '防汛防台抗旱指挥部', 'special_command', 'org-headquarters'],
  ['org-forest-hq', '森林防灭火指挥部', 'special_command', 'org-headquarters'],
  ['org-quake-hq', '防震减灾领导小组', 'special_command', 'org-headquarters'],
  ['org-safety-hq', '安全生产委员会', 'special_command', 'org-headquarters'],
  ['org-office', '党政办公室', 'department', 'org-government'],
  ['org-emergency', '应急管理局', 'department', 'org-government'],
  ['org-fire', '消防救援大队', 'department', 'org-government'],
  ['org-police', '公安分局', 'department', 'org-government'],
  ['org-traffic', '交警大队', 'department', 'org-police'],
  ['org-health', '卫生健康局', 'department', 'org-government'],
  ['org-env', '生态环境分局', 'department', 'org-government'],
  ['org-civil', '民政局', 'department', 'org-government'],
  ['org-education', '教育局', 'department', 'org-government'],
  ['org-development', '发展和改革局', 'department', 'org-government'],
  ['org-commerce', '商务局', 'department', 'org-government'],
  ['org-comms', '经济和信息化局', 'department', 'org-government'],
  ['org-propaganda', '宣传部', 'department', 'org-government'],
  ['org-labour', '人力资源和社会保障局', 'department', 'org-government'],
  ['org-armed', '人民武装部', 'army', 'org-government'],
  ['org-resources', '自然资源和规划分局', 'department', 'org-government'],
  ['org-water', '水利局', 'department', 'org-government'],
  ['org-transport', '交通运输局', 'department', 'org-government'],
  ['org-construction', '住房和城乡建设局', 'department', 'org-government'],
  ['org-market', '市场监督管理局', 'department', 'org-government'],
  ['org-weather', '气象局', 'department', 'org-government'],
  ['org-maritime', '海事处', 'agency', 'org-government'],
  ['org-power', '供电公司', 'utility', 'org-development'],
  ['org-gas', '燃气公司', 'utility', 'org-construction'],
]

/** Adds departments, streets and plants as one tree. */
export function addOrganisations(draft: Draft): void {
  for (const [id, name, kind, parent] of DEPARTMENTS) add(draft, id, `${draft.region.name}${name}`, kind, parent)
  for (const town of draft.region.towns) {
    add(
      draft,
      `org-street-${town.slug}`,
      `${town.name}${town.name.endsWith('镇') ? '政府' : '办事处'}`,
      'street',
      'org-government',
    )
  }
  if (draft.region.id !== 'beilun') return
  for (const { slug, plant } of ENTERPRISES) add(draft, `org-plant-${slug}`, plant, 'enterprise', 'org-emergency')
}

function add(draft: Draft, id: string, name: string, kind: string, parentId: string): void {
  draft.tables.organisations.push({
    id,
    name,
    kind,
    parent_id: parentId,
    phone: draft.contacts.landlineOf(id),
    ...demo('机构名称为通用称谓；电话为演示，上线前须替换'),
  })
}
