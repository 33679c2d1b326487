import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { SYNONYM_KEEPERS } from "../policy.ts"
import { addSynonym, changeSynonym, deleteSynonym } from "./actions.ts"
import { listSynonyms } from "./queries.ts"
import { NewSynonym, SynonymView } from "./schema.ts"

const PATH = "/api/search/synonyms"

export async function synonymRoutes(app: App, db: Db): Promise<void> {
  const api = apiOf(app)
  api.list(
    PATH,
    "List the groups of terms that mean the same",
    SynonymView,
    ({ actor }) => listSynonyms(db, actor),
    { access: SYNONYM_KEEPERS },
  )
  api.make(
    PATH,
    "Add a group of terms that mean the same",
    NewSynonym,
    ({ actor, body }) => addSynonym(db, actor, body),
    { access: SYNONYM_KEEPERS },
  )
  api.change(
    `PUT ${PATH}/:id`,
    "Change a group of terms that mean the same",
    NewSynonym,
    ({ actor, params, body }) => changeSynonym(db, actor, params.id, body),
    { access: SYNONYM_KEEPERS },
  )
  api.change(
    `DELETE ${PATH}/:id`,
    "Delete a group of terms that mean the same",
    null,
    ({ actor, params }) => deleteSynonym(db, actor, params.id),
    { access: SYNONYM_KEEPERS },
  )
}
