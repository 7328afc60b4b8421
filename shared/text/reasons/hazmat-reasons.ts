import type { Wordings } from '../wording.ts'

/** Wordings by code, Simplified Chinese: measured zones beside the initial ones. */
export const hazmatReasons: Wordings = {
  'zone-measured': '{by} 于 {at} 实测，读数：{reading}',
  'zone-measured-union': '实测区与初始区并存：集结与行进同时避开两者，初始区由人确认后才停用',
  'zone-closed': '初始区由 {by} 于 {at} 确认停用（{reason}）：不再约束集结与行进，图上保留',
}
