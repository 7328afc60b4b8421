import type { PlanDispatch } from './planning-port.ts'

/** Two ways to have plans made: the one that people wait for, and the one that waits for people. */
export interface PlanPriority {
  readonly urgent: PlanDispatch
  /** Makes a plan only while nobody waits for another; until then it waits itself. */
  readonly whenIdle: PlanDispatch
  /** True while somebody waits for a plan. */
  isBusy(): boolean
}

/** Lets plans of incidents go first: a plan in the background begins only when none of them is under way. */
export function createPlanPriority(urgent: PlanDispatch, background: PlanDispatch): PlanPriority {
  let underWay = 0
  let waiting: (() => void)[] = []
  const idle = async (): Promise<void> => {
    while (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return {
    urgent: async (problem, run) => {
      underWay += 1
      try {
        return await urgent(problem, run)
      } finally {
        underWay -= 1
        if (underWay === 0) {
          const free = waiting
          waiting = []
          for (const go of free) go()
        }
      }
    },
    whenIdle: async (problem, run) => {
      // Others are answered in between, also where plans are made in this very process.
      await new Promise((resolve) => setImmediate(resolve))
      await idle()
      return background(problem, run)
    },
    isBusy: () => underWay > 0,
  }
}
