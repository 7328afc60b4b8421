import type { IssuedOrder } from '../../domain/command/order.ts'
import { durationWords } from './review-words.ts'

type Named = Pick<IssuedOrder, 'number' | 'receiver'>

/** An order that was taken back. */
export function withdrawnWords({ number, receiver }: Named): string {
  return `指令 ${number}（${receiver.name}）撤回`
}

/** An order its receiver could not carry out. */
export function refusedWords({ number, receiver }: Named): string {
  return `${receiver.name}不能执行指令 ${number}`
}

/** An order that took the place of another; `old` null = the other is not in this record. */
export function replacedWords({ number, receiver }: Named, old: Named | null): string {
  return `指令 ${number}（${receiver.name}）替换${old === null ? '另一条指令' : `${old.number}（${old.receiver.name}）`}`
}

/** An order that was given against a finding. */
export function overruledWords({ number, receiver }: Named, findings: readonly { readonly text: string }[]): string {
  return `下达 ${number}（${receiver.name}）时否决：${findings.map(({ text }) => text).join('；')}`
}

/** A team that was sent though no version of the plan has it. */
export function notPlannedWords({ number, receiver }: Named): string {
  return `${receiver.name}不在任何一版方案内，另行下达了指令 ${number}`
}

/** A team of the plan that no order sent. */
export function notSentWords(teamName: string, version: number): string {
  return `${teamName}列入第${version}版方案，没有对它的有效指令`
}

/** An arrival past the planned time and what may be added to it. */
export function lateArrivalWords(
  { number, receiver }: Named,
  times: { readonly tookS: number; readonly limitS: number; readonly etaS: number | null },
): string {
  const planned = times.etaS === null ? '' : `方案预计${durationWords(times.etaS)}，`
  return `${receiver.name}（${number}）下达后${durationWords(times.tookS)}到场，${planned}允许${durationWords(times.limitS)}`
}

/** A newer version of the plan. */
export function newVersionWords(version: number, revision: number, changes: readonly string[] | null): string {
  const what = changes === null ? '改动内容不在本机' : changes.length === 0 ? '与上一版无差别' : changes.join('、')
  return `方案改为第${version}版（依据事件信息第${revision}次修订）：${what}`
}
