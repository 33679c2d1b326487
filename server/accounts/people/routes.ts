import { apiOf } from "../../kernel/api.ts"
import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { createPerson, deactivatePerson, editPerson, invitePerson, reactivatePerson } from "./actions.ts"
import { findPerson, listPeople } from "./queries.ts"
import { NewPerson, PeoplePage, PeopleQuery, PersonChange, PersonView } from "./schema.ts"

const access = ["admin"] as const

export async function peopleRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.read("/api/people", "List people", PeoplePage, ({ query }) => listPeople(db, query), {
    access,
    query: PeopleQuery,
  })

  api.make("/api/people", "Create a person", NewPerson, ({ actor, body }) => createPerson(db, actor, body), {
    access,
  })

  api.read(
    "/api/people/:id",
    "Read a person",
    PersonView,
    async ({ params }) => {
      const person = await findPerson(db, params.id)
      if (!person) throw notFound()
      return person
    },
    { access },
  )

  api.change(
    "PATCH /api/people/:id",
    "Change a person",
    PersonChange,
    ({ actor, params, body }) => editPerson(db, actor, params.id, body),
    { access },
  )

  const actions = [
    ["deactivate", "Deactivate a person", deactivatePerson],
    ["reactivate", "Reactivate a person", reactivatePerson],
    ["invitation", "Send a person a new invitation", invitePerson],
  ] as const
  for (const [name, summary, act] of actions)
    api.change(
      `POST /api/people/:id/${name}`,
      summary,
      null,
      ({ actor, params }) => act(db, actor, params.id),
      {
        access,
      },
    )
}
