import { organisationName } from '../draft.ts'
import type { Draft } from '../draft.ts'
import { demo } from '../headers.ts'
import { cycle } from '../seeded.ts'
import { DAYS, POSTS, SHIFTS, STREET_POSTS } from './posts.ts'

/** Adds the people who hold posts and the weekly roster they fill, day and night, with no gap. */
export function addPostsAndRoster(draft: Draft, seat: readonly [number, number]): void {
  for (const { post, title, organisation, people } of POSTS) {
    const ids = Array.from({ length: people }, (_, index) => {
      const id = `p-${post.toLowerCase().replaceAll('_', '-')}-${index + 1}`
      draft.contacts.addPerson({ id, organisation: organisationName(draft, organisation), post: title, point: seat })
      return id
    })
    fillWeek(draft, post, organisationName(draft, organisation), ids)
  }
  for (const town of draft.region.towns) {
    const organisation = organisationName(draft, `org-street-${town.slug}`)
    for (const [code, title] of STREET_POSTS) {
      const ids = [1, 2, 3].map((index) => {
        const id = `p-${code.toLowerCase().replaceAll('_', '-')}-${town.slug}-${index}`
        draft.contacts.addPerson({
          id,
          organisation,
          post: `${town.name}${title.replace('街道', '')}`,
          point: town.seat,
        })
        return id
      })
      fillWeek(draft, `${code}:${town.name}`, organisation, ids)
    }
  }
}

function fillWeek(draft: Draft, post: string, organisation: string, personIds: readonly string[]): void {
  DAYS.forEach((date, day) => {
    SHIFTS.forEach((shift, turn) => {
      draft.tables.rosters.push({
        date,
        shift,
        post,
        person_id: cycle(personIds, day * SHIFTS.length + turn),
        organisation,
        ...demo('值班表为演示'),
      })
    })
  })
}
