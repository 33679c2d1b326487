import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { vi } from "vitest"
import { rotateBadgeKey } from "../../server/qualification/badges/keys.ts"
import type { Agent } from "../support/world.ts"
import { openWorld } from "../support/world.ts"
import { addCertificate } from "./certified.ts"
import { addCohort, openGroup } from "./group.ts"

export const PUBLIC = "https://fachforum.example"

/** An installation that issues badges, and a certificate of Sabine Müller each time it is asked. */
export async function openBadgeTown() {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-badges-"))
  const file = join(folder, "keys.json")
  await rotateBadgeKey(file)
  const group = await openGroup(openWorld({ publicUrl: PUBLIC, secure: true, badgeKeyFile: file }))
  return {
    group,
    folder,
    file,
    certify: async () => (await addCertificate(group, await addCohort(group, group.people))).certificate,
    close: async () => {
      await group.close()
      await rm(folder, { recursive: true })
    },
  }
}

export const pathOf = (address: string) => address.replace(PUBLIC, "")

/**
 * What others fetch: our own addresses are asked of the application, documents of specifications are those given, and
 * nothing else is reached. Returns every address that was asked for.
 */
export function stubNetwork(agent: Agent, published: Record<string, string>): string[] {
  const asked: string[] = []
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(url)
    const json = { "content-type": "application/json" }
    if (published[url] !== undefined) return new Response(published[url], { headers: json })
    if (!url.startsWith(`${PUBLIC}/`)) throw new TypeError(`Nothing is fetched from ${url}`)
    const { status, text, headers } = await agent.get(pathOf(url)).buffer(true)
    return new Response(text, { status, headers: { "content-type": String(headers["content-type"]) } })
  })
  return asked
}
