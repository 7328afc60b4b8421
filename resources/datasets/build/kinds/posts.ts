/** A post on the duty roster and the organisation whose people fill it. */
export interface PostSpec {
  readonly post: string
  readonly title: string
  readonly organisation: string
  /** How many people take turns; two or more, so that day and night differ. */
  readonly people: number
}

/** Leads of the work groups, in the order of the command scheme; each has a deputy. */
const GROUPS: readonly (readonly [code: string, name: string, organisation: string])[] = [
  ['G_COORD', '综合协调组', 'org-office'],
  ['G_RESCUE', '抢险救援组', 'org-fire'],
  ['G_EXPERT', '专家组', 'org-emergency'],
  ['G_MED', '医疗救护组', 'org-health'],
  ['G_ENV', '环境监测组', 'org-env'],
  ['G_CORDON', '治安警戒组', 'org-police'],
  ['G_TRAFFIC', '交通管制组', 'org-traffic'],
  ['G_EVAC', '人员疏散安置组', 'org-civil'],
  ['G_SUPPLY', '物资保障组', 'org-development'],
  ['G_COMM', '通信保障组', 'org-comms'],
  ['G_UTIL', '电力水气保障组', 'org-power'],
  ['G_MEDIA', '新闻宣传组', 'org-propaganda'],
  ['G_AFTER', '善后处置组', 'org-labour'],
  ['G_SEC', '军地联络组', 'org-armed'],
]

const COMMAND: readonly PostSpec[] = [
  { post: 'ADMIN_COMMANDER', title: '行政指挥部总指挥', organisation: 'org-government', people: 3 },
  { post: 'ADMIN_DEPUTY', title: '行政指挥部副总指挥', organisation: 'org-government', people: 4 },
  { post: 'DUTY_LEADER', title: '值班长', organisation: 'org-emergency', people: 4 },
  { post: 'DUTY_OFFICER', title: '值班员', organisation: 'org-emergency', people: 6 },
  { post: 'DUTY_OFFICER_DEPUTY', title: '副值班员', organisation: 'org-emergency', people: 6 },
  { post: 'TACTICAL_COMMANDER', title: '现场指挥官', organisation: 'org-fire', people: 3 },
  { post: 'TACTICAL_DEPUTY', title: '现场副指挥官', organisation: 'org-emergency', people: 3 },
  { post: 'SAFETY_OFFICER', title: '现场安全员', organisation: 'org-fire', people: 3 },
  { post: 'SAFETY_OFFICER_DEPUTY', title: '现场副安全员', organisation: 'org-fire', people: 3 },
  { post: 'STAGING_OFFICER', title: '集结点调度官', organisation: 'org-traffic', people: 3 },
  { post: 'STAGING_OFFICER_DEPUTY', title: '集结点副调度官', organisation: 'org-traffic', people: 3 },
  { post: 'LIAISON', title: '双指挥部联络员', organisation: 'org-emergency', people: 3 },
  { post: 'LIAISON_DEPUTY', title: '双指挥部副联络员', organisation: 'org-emergency', people: 3 },
]

/** The closed list of posts at district level. Street posts are `STREET_DUTY:<town>` and `STREET_LEADER:<town>`. */
export const POSTS: readonly PostSpec[] = [
  ...COMMAND,
  ...GROUPS.flatMap(([code, name, organisation]): PostSpec[] => [
    { post: code, title: `${name}组长`, organisation, people: 2 },
    { post: `${code}_DEPUTY`, title: `${name}副组长`, organisation, people: 2 },
  ]),
]

/** The two posts every street fills on every shift. */
export const STREET_POSTS: readonly (readonly [code: string, title: string])[] = [
  ['STREET_DUTY', '街道值班员'],
  ['STREET_LEADER', '街道带班领导'],
]

/** The days and shifts of the weekly roster. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const SHIFTS = ['day', 'night'] as const
