import type { Draft } from '../draft.ts'
import { DAYS, POSTS, SHIFTS, STREET_POSTS } from '../kinds/posts.ts'

/** Posts without a person who has a phone on some shift, and people who hold two posts in one shift. */
export function findRosterProblems({ tables, region }: Draft): string[] {
  const phones = new Map(tables.people.map((row) => [row.id, row.phone]))
  const holders = new Map<string, string>()
  const busy = new Map<string, string>()
  const problems: string[] = []
  for (const row of tables.rosters) {
    const slot = `${row.date}/${row.shift}`
    if ((phones.get(row.person_id) ?? '') === '')
      problems.push(`值班表 ${slot} ${row.post} 的人员 ${row.person_id} 没有电话`)
    const other = busy.get(`${slot}/${row.person_id}`)
    if (other !== undefined) problems.push(`值班表 ${slot} ${row.person_id} 同时任 ${other} 与 ${row.post}`)
    busy.set(`${slot}/${row.person_id}`, String(row.post))
    holders.set(`${slot}/${row.post}`, String(row.person_id))
  }
  const posts = [
    ...POSTS.map(({ post }) => post),
    ...region.towns.flatMap((town) => STREET_POSTS.map(([code]) => `${code}:${town.name}`)),
  ]
  for (const date of DAYS) {
    for (const shift of SHIFTS) {
      for (const post of posts)
        if (!holders.has(`${date}/${shift}/${post}`)) problems.push(`值班表 ${date}/${shift} 缺 ${post}`)
    }
  }
  return problems
}
