import { findPost, POST_KINDS, postAddress } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import type { Site } from "../../site.tsx"
import { placeOf } from "./thread-of.ts"

/** Where mails and file notes lead. Browsers keep a fragment to themselves, so it is added only here, after the sign-in. */
export function postAddressPage(app: App, { db }: Site): void {
  app.get(
    postAddress(":id"),
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async ({ actor, params }, reply) =>
      reply.redirect(placeOf(await findPost(db, actor, params.id, POST_KINDS, "see")), 303),
  )
}
