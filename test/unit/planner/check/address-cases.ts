import type { Edit, RuleCase } from './edited-plan.ts'

/** Writes the address. The position lies in 霞浦街道, 3467 m from 新碶街道 and 1140 m from 柴桥街道. */
const address =
  (words: string, uncertaintyM = 200): Edit =>
  (plan) => {
    Object.assign(plan.incident.location, { address: words, uncertaintyM })
    return undefined
  }
const RULE = { code: 'address-elsewhere', plan: 'road', at: 'incident.location' } as const

export const ADDRESS_CASES: readonly RuleCase[] = [
  {
    ...RULE,
    says: 'a street 1 m farther than the uncertainty of the position and of the outline',
    breaks: address('北仑区新碶街道泰山路', 2466),
    twin: address('北仑区新碶街道泰山路', 2467),
    shows: '地址写的是新碶街道，坐标却在霞浦街道，离新碶街道边界3467米（位置和界线误差合计3466米）：请核对坐标',
  },
  {
    ...RULE,
    says: 'a street by its short name, where a road may have that name elsewhere',
    breaks: address('新碶 高层住宅'),
    twin: address('新碶路 高层住宅'),
    shows: '离新碶街道边界3467米',
  },
  {
    ...RULE,
    says: 'a street beyond the border, where the neighbouring one is near enough',
    breaks: address('柴桥街道老街', 139),
    twin: address('柴桥街道老街', 140),
    shows: '离柴桥街道边界1140米（位置和界线误差合计1139米）',
  },
  {
    ...RULE,
    says: 'two streets, none of which is the one of the position',
    breaks: address('新碶至白峰一带'),
    twin: address('新碶至霞浦一带'),
    shows: '地址写的是新碶街道',
  },
  {
    ...RULE,
    says: 'a town of the neighbouring district by its name in the gazetteer',
    breaks: address('招宝山街道码头'),
    twin: address('大桥招宝山'),
    shows: '地址写的是镇海区，坐标却在霞浦街道',
  },
]
