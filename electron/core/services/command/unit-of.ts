/** Unit that signs, by the region of the library: 北仑区应急指挥中心. */
export function unitOf(region: string): string {
  return `${/[^省市]+[区县市]$/.exec(region)?.[0] ?? region}应急指挥中心`
}
