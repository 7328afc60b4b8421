/** Formula and Chinese name of a gas of ERG2024 Table 2; the extraction dropped the figures of PH3 and NH3. */
const GASES: Readonly<Record<string, readonly [formula: string, name: string]>> = {
  HCl: ['HCl', '氯化氢'],
  H2S: ['H2S', '硫化氢'],
  PH: ['PH3', '磷化氢'],
  SO2: ['SO2', '二氧化硫'],
  NH: ['NH3', '氨'],
  HCN: ['HCN', '氰化氢'],
  HBr: ['HBr', '溴化氢'],
  HF: ['HF', '氟化氢'],
  Br2: ['Br2', '溴'],
  HI: ['HI', '碘化氢'],
  NO2: ['NO2', '二氧化氮'],
  Cl2: ['Cl2', '氯'],
}

/** A gas as it is written and called; one that has no name here keeps its formula. */
export function gasName(extracted: string): { formula: string; name: string } {
  const [formula, name] = GASES[extracted] ?? [extracted, extracted]
  return { formula, name }
}
