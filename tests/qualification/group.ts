import { newId } from "../../server/kernel/database.ts"
import { DAY, HOUR, now } from "../../server/kernel/time.ts"
import {
  cohortMembers,
  cohortSteps,
  cohorts,
  type Part,
  programmeSteps,
  programmes,
  type StepKind,
} from "../../server/qualification/tables.ts"
import type { Person, World } from "../support/world.ts"
import { openWorld } from "../support/world.ts"

export type Group = Awaited<ReturnType<typeof openGroup>>

/** A learning group with a step of each kind, straight in the tables; whoever tests how one is made makes its own. */
export async function openGroup(opening: Promise<World> = openWorld()) {
  const world = await opening
  const clerks = await world.department("Wohngeldstelle")
  const law = await world.department("Grundsatz und Recht")
  const people = {
    facilitator: await world.person("Lena Weber", ["facilitator"]),
    mueller: await world.person("Sabine Müller", ["clerk"], [clerks]),
    huber: await world.person("Petra Huber", ["clerk"], [clerks]),
    meier: await world.person("Thomas Meier", ["clerk"], [clerks]),
    dangelo: await world.person("Chiara D'Angelo", ["specialist"], [law]),
    schoeller: await world.person("Martina Schöller", ["lead"], [clerks]),
    vogt: await world.person("Katrin Vogt", ["lead"], [law]),
    /** Of the same departments, with every role, but in no group. */
    outsider: await world.person(
      "Olaf Außen",
      ["clerk", "specialist", "lead", "editor", "admin"],
      [clerks, law],
    ),
    otherFacilitator: await world.person("Bernd Fremd", ["facilitator"]),
  }
  const cohort = await addCohort(world, people)
  return { ...world, departments: { clerks, law }, people, ...cohort }
}

type Cast = Record<"facilitator" | "mueller" | "huber" | "meier" | "dangelo" | "schoeller" | "vogt", Person>

export async function addCohort({ db }: Pick<World, "db">, people: Cast) {
  const programmeId = newId()
  const cohortId = newId()
  const text = { contents: "", materials: "", tasks: "", agenda: [], questions: [], features: [] }
  await db.insert(programmes).values({
    id: programmeId,
    familyId: programmeId,
    edition: 1,
    name: "Vom Posteingang ins Fachforum",
    description: "",
    requirements: ["attendance", "assessment"],
    createdAt: now(),
    publishedAt: now(),
  })
  await db.insert(cohorts).values({
    id: cohortId,
    programmeId,
    name: "Lerngruppe Wohngeld",
    mandateFrom: "Martina Schöller",
    mandate: "Den Austausch in das Fachforum holen",
    land: "NW",
    startOn: "2026-01-12",
    deleteOn: "2027-06-30",
    createdAt: now(),
  })
  const steps = {} as Record<StepKind, string>
  const kinds = ["workshop", "practice", "impulse", "meeting", "assessment", "certificate"] as const
  for (const [position, kind] of kinds.entries()) {
    const stepId = newId()
    const minutes = kind === "practice" || kind === "certificate" ? 0 : 60
    await db.insert(programmeSteps).values({
      id: stepId,
      programmeId,
      position,
      kind,
      title: `Schritt ${position + 1}`,
      week: position,
      weeks: kind === "practice" ? 4 : 0,
      minutes,
      voluntary: kind === "impulse",
      ...text,
    })
    const startsAt = new Date(now().getTime() + position * 7 * DAY)
    steps[kind] = newId()
    const endsAt = new Date(startsAt.getTime() + (kind === "practice" ? 28 * DAY : HOUR))
    await db.insert(cohortSteps).values({ id: steps[kind], cohortId, stepId, startsAt, endsAt })
  }
  const enrol = async (person: Person, part: Part, managerId: string | null = null) => {
    const id = newId()
    await db
      .insert(cohortMembers)
      .values({ id, cohortId, personId: person.id, part, managerId, joinedAt: now() })
    return id
  }
  const { schoeller, vogt } = people
  return {
    programmeId,
    cohortId,
    /** Ids of the dated steps, by kind. */
    steps,
    /** Ids of the memberships. */
    members: {
      facilitator: await enrol(people.facilitator, "facilitator"),
      schoeller: await enrol(schoeller, "manager"),
      vogt: await enrol(vogt, "manager"),
      mueller: await enrol(people.mueller, "learner", schoeller.id),
      huber: await enrol(people.huber, "learner", schoeller.id),
      meier: await enrol(people.meier, "learner", schoeller.id),
      dangelo: await enrol(people.dangelo, "learner", vogt.id),
    },
  }
}
