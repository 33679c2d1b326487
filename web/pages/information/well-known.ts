import { Type } from "typebox"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import type { Site } from "../../site.tsx"

/** What browsers and crawlers ask for without being told to. An internal forum is in no search engine. */
export function wellKnown(app: App, site: Site): void {
  app.get(
    "/favicon.ico",
    { config: { access: "public" }, schema: { response: html } },
    async (_request, reply) => reply.redirect(site.assets.icon, 302),
  )
  app.get(
    "/robots.txt",
    { config: { access: "public" }, schema: { response: { 200: Type.String() } } },
    async (_request, reply) => reply.type("text/plain; charset=utf-8").send("User-agent: *\nDisallow: /\n"),
  )
}
