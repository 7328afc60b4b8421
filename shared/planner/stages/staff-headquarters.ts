import type { HeadquartersPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { Finding } from '../../domain/reason.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import { makeFinding } from '../reason.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { matchedPlans } from '../handling/merge-templates.ts'
import { commandBodies } from '../people/command-bodies.ts'
import { postsOf, workGroupsOf, type GroupDefinition, type PostDefinition } from '../people/posts.ts'
import { contactOf, fallbackHolder, holderOf } from '../people/post-holder.ts'
import { readRoster, type DutyRoster } from '../people/roster.ts'
import { streetPosts } from '../people/street-posts.ts'

/**
 * Fills the posts and work groups of both headquarters from the roster of the shift that is on. A post that nobody holds
 * is answered for by the commander and is said in a finding, so that every later action names a person with a phone.
 */
export function staffHeadquarters(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'contingencyPlans'>,
): StageResult<StageValues['headquarters']> {
  const { facts, contingencyPlans } = previous
  const roster = readRoster(problem, facts)
  const plans = matchedPlans(problem.library, contingencyPlans)
  const posts = { administrative: postsOf(plans, 'administrative'), tactical: postsOf(plans, 'tactical') }
  const findings: Finding[] = []
  const commanders = {
    administrative: commanderOf(roster, posts.administrative),
    tactical: commanderOf(roster, posts.tactical),
  }
  const anyone = commanders.administrative ?? commanders.tactical
  const staff = (hq: Headquarters): HeadquartersPlan => {
    const fallback = commanders[hq] ?? anyone
    const fill = (definition: PostDefinition, where: string): PostHolder | null => {
      const holder = holderOf(roster, definition)
      if (holder !== null) return holder
      findings.push(postEmpty(definition, fallback, `headquarters.${hq}.${where}`))
      return fallback === null ? null : fallbackHolder(definition, fallback)
    }
    const definitions = [...posts[hq], ...(hq === 'administrative' ? streetPosts(roster, facts.town) : [])]
    const filled = definitions.flatMap((definition) => fill(definition, `posts.${definition.post}`) ?? [])
    return {
      commander: filled.find((post) => post.post === definitions[0]?.post) ?? null,
      posts: filled,
      workGroups: workGroupsOf(plans, hq).map((duty) => ({
        code: duty.code,
        name: duty.name,
        lead: fill(leadPost(duty), `workGroups.${duty.code}`),
        people: peopleOf(roster, duty),
        tasks: [...duty.tasks],
        leadUnit: duty.leadUnit,
        memberUnits: [...duty.memberUnits],
      })),
      actionIds: [],
    }
  }
  const value = {
    administrative: { bodies: commandBodies(plans), ...staff('administrative') },
    tactical: staff('tactical'),
  }
  if (anyone === null)
    findings.push(makeFinding('roster-empty', 'block', 'headquarters', { date: roster.date, shift: shiftName(roster) }))
  return {
    value,
    read: ['library', 'rosters', 'people', 'incident.unavailable', 'facts.nowS', 'facts.town'],
    notes: [`${roster.date} ${shiftName(roster)}`],
    findings,
  }
}

function shiftName(roster: DutyRoster): string {
  return roster.shift === 'day' ? '白班' : '夜班'
}

/** The commander, else the next person in the line of command who is on the roster. */
function commanderOf(roster: DutyRoster, posts: readonly PostDefinition[]): PostHolder | null {
  for (const definition of posts) {
    const holder = holderOf(roster, definition)
    if (holder !== null) return holder
  }
  return null
}

function leadPost(duty: GroupDefinition): PostDefinition {
  const head = { post: duty.code, deputyPost: `${duty.code}_DEPUTY` }
  return duty.leads === 'head'
    ? { ...head, title: `${duty.name}组长` }
    : { post: head.deputyPost, deputyPost: head.post, title: `${duty.name}负责人` }
}

function peopleOf(roster: DutyRoster, duty: GroupDefinition): HeadquartersPlan['workGroups'][number]['people'] {
  const { post, deputyPost } = leadPost(duty)
  const people = [
    ...roster.holders(post),
    ...(duty.leads === 'head' ? roster.holders(deputyPost) : []),
    ...roster.relief(post),
  ]
  return [...new Map(people.map((person) => [person.id, contactOf(person)])).values()]
}

function postEmpty(definition: PostDefinition, fallback: PostHolder | null, where: string): Finding {
  return makeFinding('post-empty', 'warn', where, {
    post: definition.title,
    fallback: fallback === null ? null : `${fallback.title}${fallback.name}`,
    phone: fallback?.phone ?? null,
  })
}
