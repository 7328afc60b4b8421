import type { Wordings } from '../wording.ts'

/** What is not ready, by code, Simplified Chinese. What to do stands in `readinessRemedies`. */
export const readinessFindings: Wordings = {
  'roster-missing': '没有值班表',
  'roster-ended': '值班表只排到 {last}，{today} 无人值班',
  'roster-stale': '按周排班的值班表已 {ageDays} 天未更新（数据日期 {asOf}，上限 {limitDays} 天）',
  'roster-undated': '按周排班的值班表不知何时更新（数据日期“{asOf}”读不出）',
  'phone-missing': '{what}“{name}”（{id}）没有电话',
  'lot-expired': '{item}（批次 {lotId}）已于 {expiresOn} 过期',
  'lot-expiring': '{item}（批次 {lotId}）将于 {expiresOn} 到期，还有 {days} 天',
  'lot-return-overdue': '征用的{item}（批次 {lotId}）应在 {returnBy} 前归还{owner}，已超 {days} 天',
  'lot-return-due': '征用的{item}（批次 {lotId}）须在 {returnBy} 前归还{owner}，还有 {days} 天',
  'kit-expired': '{item}（{kitId}）已于 {expiresOn} 过期',
  'kit-expiring': '{item}（{kitId}）将于 {expiresOn} 到期，还有 {days} 天',
  'kit-uninspected': '{item}（{kitId}）待检',
  'shelter-unusable': '“{shelter}”登记为不可用，少 {capacity} 个床位',
  'shelters-without-stock': '{town}的 {count} 处避灾安置场所没有可用的{items}：本街道各库在库且未过期的数量为零',
  'vehicle-off-road': '{team}的{vehicle}不能出动（{status}）',
  'team-not-back': '{name}外借至 {until}（{where}），已过 {days} 天，没有归队登记',
  'plan-review-passed': '预案“{title}”应在 {reviewBy} 前复审，已过 {overdueDays} 天',
  'plan-review-due': '预案“{title}”须在 {reviewBy} 前复审，还有 {days} 天',
  'capability-missing': '没有队伍具备能力 {capability}（{capabilityName}）',
  'capability-outside': '本区没有队伍具备{capabilityName}，只有区外 {outside} 支',
  'capability-single': '具备{capabilityName}的本区队伍只有{team}一支',
  'town-without-team': '{town}没有任何救援队伍',
  'town-without-shelter': '{town}没有避灾安置场所',
  'built-up-unlisted': '{streets} 个街道都没有列入城镇建成区名单，“135”没有判定',
  'street-no-centre': '地名表没有{town}的中心点，消防覆盖没有测算',
  'street-unreached': '按现有路网，没有一辆本区消防车能开到{town}中心',
  'street-beyond-fire-circle': '{town}：首辆消防车{engine}自接警起 {time}到中心，超过救援圈时限 {limit}',
  'street-beyond-135':
    '{town}属建成区，不满足“135”：首支力量{first}自接警起 {outTime}出动（限 {outLimit}）、{time}到中心（限 {limit}）',
  'street-135-unreached': '{town}属建成区，按现有路网没有一支本区基层力量能到中心，不满足“135”',
}

/** What to do about it, by the same codes. */
export const readinessRemedies: Wordings = {
  'roster-missing': '请导入 rosters.csv',
  'roster-ended': '请导入新的值班表',
  'roster-stale': '请核对人员和电话',
  'roster-undated': '请核对数据集的数据日期',
  'phone-missing': '请补上',
  'lot-expired': '请下架补充',
  'lot-expiring': '请安排轮换',
  'lot-return-overdue': '请归还并取得签收，或与物主续签',
  'lot-return-due': '请安排归还，或与物主续签',
  'kit-expired': '请队伍停用并更换',
  'kit-expiring': '请安排更换或复检',
  'kit-uninspected': '请检验；未检前不得随队出动',
  'shelter-unusable': '请修复或指定替代场所',
  'shelters-without-stock': '请补充，或指定由相邻街道的库供应',
  'vehicle-off-road': '请催修；修复前由相邻队伍顶替',
  'team-not-back': '请核实是否归队：已归队的登记归队，未归队的改归队日期；次日起算法已按在队使用',
  'plan-review-passed': '请复审并更新日期',
  'plan-review-due': '请安排复审',
  'capability-missing': '请登记队伍或与邻区签订支援协议',
  'capability-outside': '请与该队签订支援协议，或在本区培训一支',
  'capability-single': '请培训第二支队伍，或与邻区签订支援协议',
  'town-without-team': '请登记或指定代管队伍',
  'town-without-shelter': '请登记或指定相邻场所',
  'built-up-unlisted': '请由管理员在参数 assignment.builtUpTowns 中登记本区建成区',
  'street-no-centre': '请在地名表补登记街道中心点',
  'street-unreached': '请核对路网，或在该街道前置车辆',
  'street-beyond-fire-circle': '请考虑前置车辆、增设站点或微型站',
  'street-beyond-135': '请核对微型站、村社队伍的位置和出动时间，或增设微型站',
  'street-135-unreached': '请核对路网，或在该街道登记微型站',
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  repair: '在修',
  maintenance: '保养中',
  broken: '故障',
  scrapped: '报废',
  unavailable: '不可用',
  retired: '退役',
  lent: '外借',
}

/** The status of a vehicle in Chinese; one that is not a known English word stays as it was written. */
export function vehicleStatusWord(status: string): string {
  return STATUS_WORDS[status.trim().toLowerCase()] ?? status
}
