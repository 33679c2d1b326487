import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { changeMe } from "./actions.ts"
import { findMe } from "./queries.ts"
import { MeView, MyChange } from "./schema.ts"

export async function meRoutes(app: App, { db }: AccountParts): Promise<void> {
  app.get(
    "/api/me",
    { config: { access: "signed-in" }, schema: { response: { 200: MeView } } },
    async (request) => findMe(db, request.actor),
  )

  app.patch(
    "/api/me",
    { config: { access: "signed-in" }, schema: { body: MyChange, response: { 200: MeView } } },
    async (request) => {
      await changeMe(db, request.actor, request.body)
      return findMe(db, request.actor)
    },
  )
}
