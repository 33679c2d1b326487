import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { tracesOf } from "../../server/accounts/leaving/names.ts"
import { rewriteTexts } from "../../server/accounts/leaving/rewriting.ts"
import { settleRows } from "../../server/accounts/leaving/rows.ts"
import { catalogue } from "../../server/catalogue.ts"
import { leaving } from "../../server/personal-data.ts"
import { openWorld, type World } from "../support/world.ts"
import { columnsWith, plantEverywhere } from "./planted.ts"

const NAME = "Quirina Unikatskaya"
const EMAIL = "quirina.u@example.org"

describe("what is left of a name in a text", () => {
  const { without } = tracesOf({ displayName: "Dr. Anna-Maria Müller", email: "a.m@example.org" }, true)
  const cases: [string, string][] = [
    ["Frag Anna-Maria Müller.", "Frag Ehemals beschäftigte Person."],
    ["@anna-maria müller hilft", "@Ehemals beschäftigte Person hilft"],
    ["Anna-Maria Müllers Antwort", "Ehemals beschäftigte Person Antwort"],
    ["Müller, Anna-Maria", "Ehemals beschäftigte Person"],
    [
      "Antrag_Anna-Maria_Mueller.pdf",
      "Antrag_Anna-Maria_Mueller.pdf".replace("Anna-Maria_Mueller", "Ehemals beschäftigte Person"),
    ],
    ["Anna\\-Maria Müller", "Ehemals beschäftigte Person"],
    ["<p>Anna-Maria&nbsp;Müller</p>", "<p>Ehemals beschäftigte Person</p>"],
    ["an A.M@example.org", "an entfernt@entfernt.invalid"],
    // Somebody else, and a name that is somebody else's as well.
    ["Anna-Maria Müllermann", "Anna-Maria Müllermann"],
    ["Susanna-Maria Müller", "Susanna-Maria Müller"],
    ["Frau Müller", "Frau Müller"],
    ["Eva-Anna-Maria Müller", "Eva-Anna-Maria Müller"],
    ["Eva\\-Anna-Maria Müller", "Eva\\-Anna-Maria Müller"],
    ["Anna-Maria Müller-Lang", "Anna-Maria Müller-Lang"],
    ["- Anna-Maria Müller - Lang ist die Liste", "- Ehemals beschäftigte Person - Lang ist die Liste"],
    ["x.a.m@example.org", "x.a.m@example.org"],
  ]
  it.each(cases)("%s", (text, left) => expect(without(text)).toBe(left))

  it("is the address alone where the name is somebody else's as well, or a word of the language", () => {
    const shared = tracesOf({ displayName: NAME, email: EMAIL }, false)
    expect(shared.without(`${NAME} ${EMAIL}`)).toBe(`${NAME} entfernt@entfernt.invalid`)
    const word = tracesOf({ displayName: "Administration", email: EMAIL }, true)
    expect(word.without(`Administration ${EMAIL}`)).toBe("Administration entfernt@entfernt.invalid")
  })
})

describe("every text of every table", () => {
  let world: World
  let personId: string
  beforeAll(async () => {
    world = await openWorld()
    personId = (await world.person(NAME, ["clerk"])).id
  })
  afterAll(() => world.close())

  /** Codes of the audit log, which nobody writes; and a certificate goes on naming whoever issued it. */
  const EXCEPTED = [
    ...["audit_log.action", "audit_log.subject_id", "audit_log.subject_type"],
    ...["certificates.achievement_id", "certificates.code", "certificates.content"],
  ]

  it("names nobody who has left, whatever was planted in it", async () => {
    const client = world.db.$client
    const planted = await plantEverywhere(client, personId, `Frag ${NAME} oder ${EMAIL}`)
    const texts = await columnsWith(client, NAME)
    expect(planted.length).toBeGreaterThan(150)
    const work = { db: world.db, files: world.parts.files, dataDir: world.config.dataDir, catalogue, leaving }
    await settleRows(world.db, catalogue, personId)
    await rewriteTexts(work, tracesOf({ displayName: NAME, email: EMAIL }, true))
    const isOwn = (column: string) => /^(people|leavings)\./.test(column)
    const left = (await columnsWith(client, "Unikatskaya")).filter((column) => !isOwn(column))
    expect(texts.length).toBeGreaterThan(150)
    expect(left.filter((column) => !EXCEPTED.includes(column))).toEqual([])
    expect((await columnsWith(client, EMAIL)).filter((column) => !isOwn(column))).toEqual(left)
  })

  it("is found wherever it stands, so that the search above would tell", async () => {
    const client = world.db.$client
    await client.query("update departments set name = name || $1", [`, ${NAME}`])
    expect(await columnsWith(client, NAME)).toContain("departments.name")
  })
})
