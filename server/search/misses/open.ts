import type { Actor } from "../../kernel/actor.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { noteMiss, settleMiss, sweepMisses } from "./actions.ts"
import type { MissParts } from "./parts.ts"
import { listMissing } from "./queries.ts"

/** Searches that found nothing, with what is needed for them. */
export type Misses = ReturnType<typeof openMisses>

export function openMisses(parts: MissParts) {
  return {
    note: (actor: Actor, typed: string, categoryId: string | null) =>
      noteMiss(parts, actor, typed, categoryId),
    list: (actor: Actor, after?: string) => listMissing(parts, actor, after),
    settle: (actor: Actor, id: string) => settleMiss(parts, actor, id),
  }
}

/** Every hour, as the kernel does with the day's key. */
export function missJobs(jobs: Jobs, { db }: MissParts): void {
  jobs.declare("search.misses", () => sweepMisses(db), "17 * * * *")
}
