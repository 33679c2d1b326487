import { newId } from "../../server/kernel/database.ts"
import { stepFiles } from "../../server/qualification/files/tables.ts"
import { sessionEntries, sessionPhotos } from "../../server/qualification/sessions/tables.ts"
import type { addCohort, Group } from "./group.ts"

export const MINUTES = "## Vereinbarungen\n\n- Wir fangen an"

/** A meeting that runs, with a task of Frau Müller's, a photo and a sheet of hers, and minutes that were saved. */
export async function addSession(group: Group, made: Awaited<ReturnType<typeof addCohort>>) {
  const { meeting } = made.steps
  const { facilitator } = group.people
  const task = newId()
  const photo = newId()
  const sheet = newId()
  const mine = { cohortStepId: meeting, memberId: made.members.mueller }
  await facilitator.agent.post(`/api/cohort-steps/${meeting}/timer`).expect(204)
  await group.db.insert(sessionEntries).values({ id: task, kind: "task", body: "IT anrufen", ...mine })
  await group.db
    .insert(sessionPhotos)
    .values({ id: photo, name: "flipchart.png", mediaType: "image/png", caption: "", ...mine })
  await group.parts.files.put(photo, Buffer.from("Bild"))
  await group.db.insert(stepFiles).values({
    ...{ id: sheet, ...mine, kind: "sheet", name: "bogen.jpg", mediaType: "image/jpeg" },
    ...{ image: true, caption: "Arbeitsablauf", bytes: 4 },
  })
  await group.parts.files.put(sheet, Buffer.from("Blau"))
  await facilitator.agent
    .put(`/api/cohort-steps/${meeting}/minutes`, { version: 0, body: MINUTES })
    .expect(200)
  await facilitator.agent
    .post(`/api/cohort-steps/${meeting}/minutes/release`, { version: 1, forManagers: false })
    .expect(204)
  return { meeting, task, photo, sheet }
}
