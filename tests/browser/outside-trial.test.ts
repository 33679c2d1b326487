import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { prepareSetup } from "../../server/accounts/index.ts"
import { rotateBadgeKey } from "../../server/qualification/badges/keys.ts"
import { addCertificate } from "../qualification/certified.ts"
import { openGroup } from "../qualification/group.ts"
import type { Person, World } from "../support/world.ts"
import { findFaults } from "./faults.ts"
import { bringLooks, Looks } from "./looks.ts"
import { describeInBrowser, openBrowser, openPage, openServedWorld, visit } from "./support.ts"

/** Pages that the trial does not have, or not in this state: `pages.test.ts` looks at all others. */
describeInBrowser("a page outside of the trial", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function lookAt(world: World, person: Person | null, paths: Record<string, number>) {
    const context = await visit(browser, world, null, { reducedMotion: true })
    // A browser keeps the cookie of an installation in operation for HTTPS only.
    if (person) await context.setExtraHTTPHeaders({ cookie: person.cookie })
    await bringLooks(context)
    const page = await openPage(context, "about:blank")
    const looks = await Looks.at(page)
    const found: string[] = []
    for (const [path, status] of Object.entries(paths)) {
      const response = await page.goto(path)
      const faults = [...(await findFaults(page, false)), ...(await looks.findFaults())]
      if (response?.status() !== status) faults.push(String(response?.status()))
      found.push(...faults.map((fault) => `${path}: ${fault}`))
    }
    await context.close()
    return found
  }

  it("has no barrier in any width or colour where there is nobody yet", async () => {
    const world = await openServedWorld()
    const code = await prepareSetup(world.db)
    expect(await lookAt(world, null, { "/einrichtung": 200, [`/einrichtung?code=${code}`]: 200 })).toEqual([])
    await world.close()
  })

  it("has none either with a certificate and its badge, in force and revoked", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fachforum-badges-"))
    const badgeKeyFile = join(folder, "keys.json")
    await rotateBadgeKey(badgeKeyFile)
    const group = await openGroup(openServedWorld({ badgeKeyFile, secure: true }))
    const { mueller, facilitator } = group.people
    const { certificate } = await addCertificate(group, group)
    const { body } = await mueller.agent.get(`/api/certificates/${certificate}`).expect(200)
    const check = `/zertifikate/pruefen/${body.content.code}`
    const own = `/zertifikate/${certificate}`
    expect(await lookAt(group, mueller, { [own]: 200 })).toEqual([])
    const release = `/api/certificates/${certificate}/release`
    await mueller.agent.put(release, { showsName: true, showsCompetences: true, version: 1 }).expect(204)
    expect(await lookAt(group, null, { [check]: 200, "/zertifikate/pruefen/AAAA-BBBB": 200 })).toEqual([])
    await facilitator.agent
      .post(`/api/certificates/${certificate}/revoke`, { reason: "Der Name war falsch." })
      .expect(204)
    expect(await lookAt(group, null, { [check]: 200 })).toEqual([])
    await group.close()
    await rm(folder, { recursive: true })
  })
})
