import type { ParsedInputOf } from '#shared/contract/define.ts'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { AppError } from '#shared/kernel/app-error.ts'

/** Refuses an offer that is not the caller's to make, or that hands nothing to anybody. @throws AppError. */
export function checkOffer(
  offer: ParsedInputOf<(typeof appContract)['handover']['offer']>,
  hq: Headquarters,
  officer: string,
): void {
  const { matter, outgoing, incoming, via } = offer
  if (outgoing.name === incoming.name) {
    throw new AppError('bad-input', '移交双方不能是同一人', { path: 'incoming.name', value: incoming.name })
  }
  if (outgoing.hq !== null && (outgoing.hq !== hq || outgoing.name !== officer)) {
    throw new AppError('forbidden', `移交由交出方本人提出；本席位值班的是${officer}`, {
      path: 'outgoing.name',
      value: outgoing.name,
    })
  }
  if (matter === 'shift' && (outgoing.hq !== hq || incoming.hq !== hq)) {
    throw new AppError('bad-input', '交接班在同一指挥部内办理', { path: 'incoming.hq', value: incoming.hq })
  }
  if (outgoing.hq === null && incoming.hq === null) {
    throw new AppError('bad-input', '移交至少有一方是本指挥台的指挥部', { path: 'incoming.hq', value: null })
  }
  if (outgoing.hq === null && incoming.hq !== hq) {
    throw new AppError('forbidden', '现场交出的指挥权由接收的指挥部登记', { path: 'incoming.hq', value: incoming.hq })
  }
  if (outgoing.hq === null && via === 'console') {
    throw new AppError('bad-input', '交出方不在指挥台，须写明其意见的来源（电话、电台、当面或书面）', {
      path: 'via',
      value: via,
    })
  }
}
