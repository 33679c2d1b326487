import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { changeMe } from "./actions.ts"
import { findMe } from "./queries.ts"
import { MeView, MyChange } from "./schema.ts"

export async function meRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.read("/api/me", "Read the own account", MeView, ({ actor }) => findMe(db, actor))

  api.change(
    "PATCH /api/me",
    "Change own settings",
    MyChange,
    async ({ actor, body }) => {
      await changeMe(db, actor, body)
      return findMe(db, actor)
    },
    { answer: MeView },
  )
}
