import type { Agent, Person, World } from "../support/world.ts"
import { openWorld } from "../support/world.ts"

export type Town = Awaited<ReturnType<typeof openTown>>

/** A small town: who asks, who answers, who stands outside, and a category of each sort. */
export async function openTown(opening: Promise<World> = openWorld()) {
  const world = await opening
  const clerks = await world.department("Wohngeldstelle")
  const law = await world.department("Grundsatz und Recht")
  const other = await world.department("Bürgerbüro")
  const people = {
    mueller: await world.person("Sabine Müller", ["clerk"], [clerks]),
    huber: await world.person("Petra Huber", ["clerk"], [clerks]),
    vogt: await world.person("Ina Vogt", ["specialist"], [law]),
    albrecht: await world.person("Jens Albrecht", ["specialist"], [law]),
    okafor: await world.person("Ada Okafor", ["specialist"], [other]),
    schoeller: await world.person("Karin Schöller", ["lead"], [clerks]),
    editor: await world.person("Eva Redlich", ["editor"], [clerks]),
    admin: await world.person("Ulf Brandt", ["admin"], [other]),
    outsideAdmin: await world.person("Nora Nord", ["admin"]),
    facilitator: await world.person("Lena Weber", ["facilitator"]),
  }
  const make = (fields: Partial<CategoryFields>) =>
    addCategory(people.editor.agent, { responsibleId: law, ...fields })
  const open = await make({ name: "Miete und Belastung" })
  const narrow = await make({ name: "Nur Grundsatz", audience: "listed", departmentIds: [law] })
  const practices = await make({ name: "Abläufe", kind: "best-practices", responsibleId: null })
  const forThree = await make({ name: "Für alle drei", audience: "listed", departmentIds: [clerks, other] })
  await release(people.schoeller.agent)
  return {
    ...world,
    departments: { clerks, law, other },
    people,
    categories: { open, narrow, practices, forThree },
  }
}

type CategoryFields = {
  name: string
  kind: "questions" | "best-practices"
  parentId: string | null
  responsibleId: string | null
  audience: "all" | "listed"
  departmentIds: string[]
}

export async function addCategory(editor: Agent, fields: Partial<CategoryFields>): Promise<string> {
  const all = {
    parentId: null,
    kind: "questions",
    description: "",
    guide: "",
    audience: "all",
    departmentIds: [],
    position: 0,
    archived: false,
  }
  const response = await editor.post("/api/structure", { ...all, ...fields }).expect(201)
  return response.body.id
}

export async function release(lead: Agent): Promise<void> {
  const { body } = await lead.get("/api/structure").expect(200)
  await lead.post("/api/structure/release", { changes: body.changes }).expect(204)
}

export async function ask(person: Person, categoryId: string, fields: object = {}): Promise<string> {
  const question = {
    categoryId,
    title: "Mieterhöhung im laufenden Zeitraum",
    body: "Ab wann gilt sie?",
    ...fields,
  }
  const response = await person.agent.post("/api/questions", question).expect(201)
  return response.body.id
}

export async function answer(person: Person, questionId: string, fields: object = {}): Promise<string> {
  const response = await person.agent
    .post(`/api/questions/${questionId}/answers`, { body: "Ab Mitteilung.", ...fields })
    .expect(201)
  return response.body.id
}

export const official = { official: { legalStatusDate: "2026-01-01", reviewDate: null } }

export async function stateOf(person: Person, questionId: string): Promise<string> {
  const { body } = await person.agent.get(`/api/questions/${questionId}`).expect(200)
  return body.state
}

export type { World }
