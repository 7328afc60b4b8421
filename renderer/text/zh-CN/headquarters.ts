/** Work between the two headquarters. */
export const headquartersRoom = {
  duty: {
    onDuty: '值班：{{officer}}',
    since: '{{officer}} {{at}} 起值班；点击换人',
    ask: '值班员姓名',
    askWhy: '填写后，本席位的操作记在您名下（回车确认）',
    relieve: '接替 {{officer}} 值班',
    relieveNote: '正常换班请在“协同”室办交接班，由双方签名。来不及交接时可直接接替，理由记入日志。',
    name: '接班人姓名',
    reason: '未办交接的理由',
    missing: '请填写',
    sign: '接替值班',
    cancel: '取消',
  },
} as const
