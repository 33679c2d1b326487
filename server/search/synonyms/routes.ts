import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import { SYNONYM_KEEPERS } from "../policy.ts"
import { addSynonym, changeSynonym, deleteSynonym } from "./actions.ts"
import { listSynonyms } from "./queries.ts"
import { NewSynonym, SynonymView } from "./schema.ts"

const PATH = "/api/search/synonyms"

export async function synonymRoutes(app: App, db: Db): Promise<void> {
  app.get(
    PATH,
    {
      config: { access: SYNONYM_KEEPERS },
      schema: { response: { 200: ListOf(SynonymView) } },
    },
    async (request) => ({ items: await listSynonyms(db, request.actor) }),
  )
  app.post(
    PATH,
    {
      config: { access: SYNONYM_KEEPERS },
      schema: { body: NewSynonym, response: { 201: Created } },
    },
    async (request, reply) => reply.code(201).send(await addSynonym(db, request.actor, request.body)),
  )
  app.put(
    `${PATH}/:id`,
    {
      config: { access: SYNONYM_KEEPERS },
      schema: { params: ById, body: NewSynonym, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await changeSynonym(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    `${PATH}/:id`,
    { config: { access: SYNONYM_KEEPERS }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await deleteSynonym(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
