import { DAY, instantOf, moveClock, now, resetClock } from "../../kernel/time.ts"
import {
  createCohort,
  findDate,
  listStartable,
  moveDate,
  proposeDates,
  sendInvitations,
} from "../../qualification/core.ts"
import { addMember } from "../../qualification/course.ts"
import { chooseCompetences, findChoice } from "../../qualification/proof.ts"
import { idOf } from "../town.ts"
import { type Setting, Stage } from "./stage.ts"
import { LAND, startFor, type Target, TIME } from "./start.ts"

const DAYS_BEFORE = 21

/** Creates the cohort three weeks before it begins, on the dates that the module proposes. */
export async function foundCohort(setting: Setting, target: Target): Promise<Stage> {
  const { parts, town, content, present } = setting
  const { db } = parts
  const facilitator = await town.actor(content.facilitator)
  const [programme] = await listStartable(db, facilitator)
  if (!programme) throw new Error("no programme was shipped")
  const programmeId = programme.id
  const startOn = await startFor(db, facilitator, programmeId, present, target)
  setClock(new Date(instantOf(`${startOn}T14:00`).getTime() - DAYS_BEFORE * DAY))
  const start = { programmeId, land: LAND, startOn, time: TIME } as const
  const { deleteOn } = await proposeDates(db, facilitator, start)
  const { name, mandateFrom, mandate } = content
  const { id } = await createCohort(db, facilitator, { ...start, name, mandateFrom, mandate, deleteOn })
  for (const who of content.managers)
    await addMember(db, facilitator, id, { personId: idOf(town.people, who), part: "manager" })
  for (const { who, manager } of content.learners)
    await addMember(db, facilitator, id, {
      personId: idOf(town.people, who),
      part: "learner",
      managerId: idOf(town.people, manager),
    })
  const { version } = await findChoice(db, facilitator, id)
  await chooseCompetences(db, facilitator, id, { competences: content.competences, version })
  const stage = await Stage.open(setting, id)
  await arrangePlaces(stage)
  await sendInvitations(db, facilitator, id)
  return Stage.open(setting, id)
}

/** Workshops have a room, meetings a link; the dates stay as proposed. */
async function arrangePlaces(stage: Stage): Promise<void> {
  const { db, content } = stage
  const facilitator = await stage.facilitator()
  const online = { place: "", link: content.link, dialIn: content.dialIn }
  const inRoom = { place: content.place, link: "", dialIn: "" }
  const sessions = [
    ...([1, 2, 3, 4, 5] as const).map((number) => ({
      id: stage.stepId(`workshop-${number}`),
      where: inRoom,
    })),
    ...([1, 2, 3, 4] as const).map((number) => ({ id: stage.stepId(`meeting-${number}`), where: online })),
    { id: stage.stepId("assessment-1"), where: inRoom },
  ]
  for (const { id, where } of sessions) {
    const { version, startsAt, minutes } = await findDate(db, facilitator, id)
    await moveDate(db, facilitator, id, { version, startsAt, minutes, ...where })
  }
}

export function setClock(moment: Date): void {
  resetClock()
  moveClock(moment.getTime() - now().getTime())
}
