import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
import type { AccountParts } from "../parts.ts"
import { createPerson, deactivatePerson, editPerson, invitePerson, reactivatePerson } from "./actions.ts"
import { findPerson, listPeople } from "./queries.ts"
import { NewPerson, PeoplePage, PeopleQuery, PersonChange, PersonView } from "./schema.ts"

const access = ["admin"] as const

export async function peopleRoutes(app: App, { db }: AccountParts): Promise<void> {
  app.get(
    "/api/people",
    { config: { access }, schema: { querystring: PeopleQuery, response: { 200: PeoplePage } } },
    async (request) => listPeople(db, request.query),
  )

  app.post(
    "/api/people",
    { config: { access }, schema: { body: NewPerson, response: { 201: Created } } },
    async (request, reply) => reply.code(201).send(await createPerson(db, request.actor, request.body)),
  )

  app.get(
    "/api/people/:id",
    { config: { access }, schema: { params: ById, response: { 200: PersonView } } },
    async (request) => {
      const person = await findPerson(db, request.params.id)
      if (!person) throw notFound()
      return person
    },
  )

  app.patch(
    "/api/people/:id",
    { config: { access }, schema: { params: ById, body: PersonChange, response: { 204: Nothing } } },
    async (request, reply) => {
      await editPerson(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  const deeds = { deactivate: deactivatePerson, reactivate: reactivatePerson, invitation: invitePerson }
  for (const [name, deed] of Object.entries(deeds)) {
    app.post(
      `/api/people/:id/${name}`,
      { config: { access }, schema: { params: ById, response: { 204: Nothing } } },
      async (request, reply) => {
        await deed(db, request.actor, request.params.id)
        return reply.code(204).send(null)
      },
    )
  }
}
