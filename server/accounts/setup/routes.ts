import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { originOf, startSession } from "../sign-in/opening.ts"
import { setUpInstallation } from "./actions.ts"
import { NewInstallation, SetUpView } from "./schema.ts"

export async function setupRoutes(app: App, { db, sessions }: AccountParts): Promise<void> {
  /** Signs the first administrator in as well. */
  app.post(
    "/api/setup",
    {
      config: { access: "public" },
      schema: {
        summary: "Set up an empty installation with the code from the log",
        body: NewInstallation,
        response: { 201: SetUpView },
      },
    },
    async (request, reply) => {
      const { personId } = await setUpInstallation(db, request.body, request.sender)
      const { cookies } = await startSession(sessions, personId, originOf(request, sessions))
      return reply.code(201).header("set-cookie", cookies).send({ personId })
    },
  )
}
