import type { RegionSpec } from '../region.ts'
import type { VillagePlan } from '../draft.ts'

/** The streets and towns of Cixi that have a seat in the gazetteer. */
export const CIXI: RegionSpec = {
  id: 'cixi',
  name: '慈溪市',
  code: '330282',
  towns: [
    ['宗汉街道', 'zonghan', '330282002'],
    ['坎墩街道', 'kandun', '330282003'],
    ['浒山街道', 'hushan', '330282004'],
    ['白沙路街道', 'baishalu', '330282005'],
    ['古塘街道', 'gutang', '330282006'],
    ['掌起镇', 'zhangqi', '330282104'],
    ['观海卫镇', 'guanhaiwei', '330282107'],
    ['附海镇', 'fuhai', '330282108'],
    ['桥头镇', 'qiaotou', '330282109'],
    ['匡堰镇', 'kuangyan', '330282110'],
    ['逍林镇', 'xiaolin', '330282111'],
    ['新浦镇', 'xinpu', '330282112'],
    ['胜山镇', 'shengshan', '330282113'],
    ['横河镇', 'henghe', '330282114'],
    ['崇寿镇', 'chongshou', '330282116'],
    ['庵东镇', 'andong', '330282118'],
    ['长河镇', 'changhe', '330282120'],
    ['周巷镇', 'zhouxiang', '330282121'],
    ['龙山镇', 'longshan', '330282123'],
  ],
}

/** Cixi's villages have no named positions and no hill list here. */
export const CIXI_VILLAGES: VillagePlan = { exact: {}, fixed: {}, hills: [] }
