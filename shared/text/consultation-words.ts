import type { ConsultationKind } from '../domain/command/consultation.ts'

/** What a consultation (会商) was about. */
export const CONSULTATION_KIND_WORDS = {
  situation: '形势研判',
  hazard: '危险研判',
  plan: '方案会商',
  weather: '气象会商',
  medical: '医疗会商',
  endOfDanger: '险情解除研判',
  other: '其他会商',
} as const satisfies Readonly<Record<ConsultationKind, string>>
