import { once } from "node:events"
import { createServer, type IncomingMessage } from "node:http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { questionAddress } from "../../server/forum/index.ts"
import { openTown, type Town } from "../forum/town.ts"
import { FORUM, openPostOffice, type PostOffice } from "../support/post-office.ts"
import { hasTool } from "../support/programs.ts"
import { openWorld } from "../support/world.ts"

let town: Town
let office: PostOffice
let given = 0
/** Taken back before it was ever used, as where the rights of the client were changed. */
const WORTHLESS = "token-1"

/** Gives tokens, and tells the mail server whose they are. */
const service = createServer(async (request, response) => {
  const fields = new URLSearchParams(await bodyOf(request))
  const answer =
    request.url === "/token"
      ? { access_token: `token-${++given}`, token_type: "Bearer", expires_in: 3600 }
      : { active: fields.get("token") !== WORTHLESS, username: FORUM }
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify(answer))
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ""
  for await (const chunk of request.setEncoding("utf8")) text += chunk
  return text
}

describe.skipIf(!hasTool("mail"))("a mailbox that is signed in to by a token", () => {
  beforeAll(async () => {
    service.listen(0, "127.0.0.1")
    await once(service, "listening")
    const address = service.address()
    const at = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`
    office = await openPostOffice({ introspection: `${at}/whose` })
    const installation = {
      mailIn: { address: FORUM, keyFile: null, authServer: null },
      mailbox: { ...office.mailbox(FORUM), password: null },
      mailOAuth: {
        tokenUrl: `${at}/token`,
        clientId: "fachforum",
        secret: "geheim",
        certificateFile: null,
        scope: "mail",
        user: FORUM,
      },
    }
    town = await openTown(openWorld(installation, { listen: true }))
  })
  afterAll(async () => {
    await town.close()
    await office.close()
    service.close()
  })

  it("is read, with another token where the server does not take the first", async () => {
    const { mueller } = town.people
    const subject = "Heizkosten bei Untermiete"
    await office.send({
      from: mueller.email,
      to: questionAddress(town.config, { id: town.categories.open, name: "Miete und Belastung" }) ?? "",
      subject,
      text: "Zählen sie zur Miete?",
    })
    const titles = async (): Promise<string[]> => {
      const { body } = await mueller.agent.get("/api/questions").expect(200)
      return body.items.map(({ title }: { title: string }) => title)
    }
    await expect.poll(titles).toEqual([subject])
    expect(given).toBe(2)
  })
})
