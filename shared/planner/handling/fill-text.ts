/** Texts that contingency plans may use in braces, e.g. `{place}`. */
export type PlanTexts = Readonly<Record<string, string>>

/** Fills `{name}` in a text of a contingency plan. An unknown name is a fault of the plan file and throws. */
export function fillText(template: string, texts: PlanTexts): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = texts[key]
    if (value === undefined) throw new Error(`contingency plan uses unknown text {${key}}: ${template}`)
    return value
  })
}
