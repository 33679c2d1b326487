import { DAY, HOUR, now } from "../../server/kernel/time.ts"
import type { Person, World } from "../support/world.ts"

/** The same whenever it is asked for, in whole minutes as forms have them. */
const STARTS = new Date(Math.ceil(now().getTime() / DAY + 7) * DAY)

export const eventFields = (more: object = {}) => ({
  title: "Das Fachforum kennenlernen",
  agenda: "- Ein Fall (10 min)",
  hosts: "Sabine Müller, Thomas Meier",
  place: "Großer Sitzungssaal",
  link: "",
  startsAt: STARTS.toISOString(),
  endsAt: new Date(STARTS.getTime() + HOUR).toISOString(),
  audience: "all",
  departmentIds: [],
  ...more,
})

/** Planned by a learner; nobody is invited yet. */
export async function planEvent(host: Person, cohortId: string, more: object = {}): Promise<string> {
  const { body } = await host.agent.post(`/api/cohorts/${cohortId}/events`, eventFields(more)).expect(201)
  return body.id
}

/** The facilitator has sent the invitations. */
export async function holdEvent(
  { mueller, facilitator }: Record<"mueller" | "facilitator", Person>,
  cohortId: string,
  more: object = {},
): Promise<string> {
  const id = await planEvent(mueller, cohortId, more)
  await facilitator.agent.post(`/api/events/${id}/invite`).expect(204)
  return id
}

/** Colleagues of a department, in no group. */
export const addColleagues = (world: Pick<World, "person">, department: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) => world.person(`Kollegin ${at}`, ["clerk"], [department])),
  )
