import { existsSync, readFileSync } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import { tags } from "../server/api-tags.ts"
import { catalogue } from "../server/catalogue.ts"
import { ROLES } from "../server/kernel/actor.ts"
import { readConfig } from "../server/kernel/config.ts"
import { ContentFolder } from "../server/kernel/content-folder.ts"
import { CONTENT } from "../server/papers/accessibility/criteria.ts"
import { writeFolder } from "../server/papers/commands.ts"
import { type ApprovalFolder, approvalFolder, compareFolders, folderPdf } from "../server/papers/index.ts"
import { readRelease } from "../server/papers/release.ts"
import { readMeasures, readStandards } from "../server/papers/sections/measures.ts"
import { PARTS, readRights } from "../server/papers/sections/rights.ts"
import { TABLE as QUALIFICATION, VISITORS } from "./qualification/routes.table.ts"
import { ROLES_OF_TABLE, TABLE } from "./routes.table.ts"
import { readPdf } from "./support/pdf.ts"
import { outlineOf } from "./support/pdf-outline.ts"
import { hasTool } from "./support/programs.ts"
import { openWorld, type World } from "./support/world.ts"

const config = readConfig({})
const present = () => approvalFolder({ catalogue, tags, config })
const root = join(import.meta.dirname, "..")
const read = (name: string) => readFileSync(join(root, name), "utf8")

describe("The approval folder", () => {
  it("says of everything personal that is stored what, why, who reads it and how long", () => {
    const rows = partsOf(present(), "gespeichert").flatMap(({ rows }) => rows)
    const personal = catalogue.filter((entry) => "field" in entry)
    expect(rows.map(({ cells }) => cells[0])).toEqual(personal.map(({ field }) => field.de))
    expect(rows.every(({ cells }) => cells.length === 5 && cells.every((cell) => cell !== ""))).toBe(true)
  })

  it("keeps its keys apart, so that nothing hides behind something else", () => {
    for (const { title, parts } of present().sections)
      for (const { rows } of parts) {
        const keys = rows.map(({ key }) => key)
        expect(new Set(keys).size, title).toBe(keys.length)
      }
  })

  it("is a PDF that a screen reader reads in order", async () => {
    const folder = present()
    const first = await folderPdf(folder, null)
    const pdf = await readPdf(first)
    expect(pdf).toMatchObject({ lang: "de-DE", marked: true, xmp: { accessible: "1" } })
    expect(pdf.lines[0]).toBe("H1 Zustimmungsmappe Fachforum")
    const headings = pdf.lines.filter((line) => line.startsWith("H2 "))
    expect(headings).toEqual(["H2 Inhalt", ...folder.sections.map(({ title }) => `H2 ${title}`)])
    expect(pdf.text).not.toMatch(/\*\*|\]\(|▯/)
    if (hasTool("qpdf") && hasTool("pdfinfo")) expect((await outlineOf(first)).length).toBeGreaterThan(500)
  })

  it("comes from nowhere but the version and the set-up", () => {
    const journal = approvalFolder({ catalogue, tags, config: { ...config, logLevel: "debug" } })
    const { items } = compareFolders(present(), journal)
    expect(items.map(({ what }) => what)).toEqual(["Stufe des technischen Protokolls"])
    expect(readRelease().release).toBe(JSON.parse(read("package.json")).version)
  })
})

const partsOf = ({ sections }: ApprovalFolder, id: string) =>
  sections.find((section) => section.id === id)?.parts ?? []

describe("What has changed since", () => {
  const earlier = (): ApprovalFolder => {
    const folder = structuredClone(present())
    const [stored] = partsOf(folder, "gespeichert")
    const email = stored?.rows.find(({ key }) => key === "people.email")
    if (!stored || !email) throw new Error("the folder has no address")
    email.cells[3] = "ein Jahr"
    stored.rows = stored.rows.filter(({ key }) => key !== "people.password_hash")
    stored.rows.push({ key: "people.last_seen", cells: ["Letzte Anmeldung", "-", "-", "-", "-"] })
    return { ...folder, release: "0.0.9", releasedOn: "2026-01-02" }
  }

  it("is nothing where nothing has", () => {
    expect(compareFolders(present(), present()).items).toEqual([])
  })

  it("names what is new, changed and gone, and nothing else", () => {
    const { since, items } = compareFolders(earlier(), present())
    expect(since).toBe("0.0.9")
    expect(items.map(({ what, before, after }) => [what, before !== null, after !== null])).toEqual([
      ["E-Mail-Adresse", true, true],
      ["Prüfwert des Kennworts (argon2id), nicht das Kennwort", false, true],
      ["Letzte Anmeldung", true, false],
    ])
    expect(items[0]?.before).toContain("ein Jahr")
  })

  it("stands first in the document", async () => {
    const [introduction] = present().sections
    if (!introduction) throw new Error("the folder is empty")
    const short = { ...present(), sections: [introduction] }
    const pdf = await readPdf(await folderPdf(short, compareFolders(earlier(), present())))
    const [, second] = pdf.lines.filter((line) => line.startsWith("H2 "))
    expect(second).toBe("H2 Was sich seit der Fassung 0.0.9 vom 02.01.2026 geändert hat")
    expect(pdf.lines).toContain("TD Letzte Anmeldung")
  })

  it("is written by the command, the same bytes each time, with a file to compare with beside", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fachforum-papers-"))
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const sources = { catalogue, tags, config }
    const path = (name: string) => join(folder, name)
    try {
      await writeFolder(sources, ["--output", path("mappe.pdf")], say)
      await writeFolder(sources, ["--output", path("neue.pdf"), "--since", path("mappe.json")], say)
      expect(said).toContainEqual("Seit Fassung 0.1.0: 0 Änderungen.")
      await writeFolder(sources, ["--output", path("gleiche.pdf")], say)
      expect((await readFile(path("gleiche.pdf"))).equals(await readFile(path("mappe.pdf")))).toBe(true)
      await expect(writeFolder(sources, ["--since", path("mappe.pdf")], say)).rejects.toThrow(
        /ist keine Datei/,
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe("The rights in it", () => {
  const areas = readRights(new ContentFolder(CONTENT))
  const [, ...parts] = VISITORS
  const columns: Record<string, readonly string[]> = {
    forum: ROLES_OF_TABLE,
    qualification: [
      "nobody",
      ...parts.map((part) => ({ stranger: "other", visitor: "otherFacilitator" })[part as string] ?? part),
    ],
  }

  it("know every role, and every part in a learning group", () => {
    expect(ROLES_OF_TABLE).toEqual(["nobody", ...ROLES])
    expect(columns.qualification).toEqual(["nobody", ...PARTS])
  })

  it.each(areas.flatMap(({ rights }) => rights))("$task: as the access table says", ({ route, who }) => {
    const [table, names] = route in TABLE ? [TABLE, "forum"] : [QUALIFICATION, "qualification"]
    const statuses = table[route]?.split(" ") ?? []
    const may = columns[names]?.filter((_, index) => isAllowed(statuses, index)) ?? []
    expect(statuses.length, route).toBeGreaterThan(0)
    expect([...who].sort()).toEqual([...may].sort())
  })

  it("are not taken from a row that says nothing, as its body is looked at first", () => {
    const rows = areas
      .flatMap(({ rights }) => rights)
      .map(({ route }) => TABLE[route] ?? QUALIFICATION[route] ?? "")
    expect(rows.filter((row) => row.includes("400") && !/403|404/.test(row))).toEqual([])
  })

  it("tell of areas that no task stands for", () => {
    const folder = approvalFolder({ catalogue, config, tags: { ...tags, planets: "The planets" } })
    expect(partsOf(folder, "rechte").at(-1)?.text).toContain("planets")
  })
})

/** Being led to the sign-in page is no right. */
const isAllowed = (statuses: string[], index: number) =>
  !["401", "403", "404"].includes(statuses[index] ?? "") && !(index === 0 && statuses[index] === "303")

describe("The evidence in it", () => {
  const folder = new ContentFolder(CONTENT)
  const named = [...readMeasures(folder), ...readStandards(folder)].flatMap(({ evidence }) => evidence)

  it("exists", () => {
    expect(named.length).toBeGreaterThan(40)
    expect([...new Set(named)].filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

describe("The version", () => {
  it("is the same in every file that names it", () => {
    const { release, releasedOn } = readRelease()
    const described = parse(read("publiccode.yml"))
    const chart = parse(read("deploy/chart/Chart.yaml"))
    expect([described.softwareVersion, chart.version, chart.appVersion]).toEqual([release, release, release])
    expect(described.releaseDate).toBe(releasedOn)
    expect(described.legal.license).toBe(JSON.parse(read("package.json")).license)
  })
})

describe("The page of the folder", () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it("is for administrators alone, and says the same as the API", async () => {
    const clerk = await world.person("Sabine Müller", ["clerk"])
    await clerk.agent.get("/verwaltung/zustimmungsmappe").expect(403)
    await clerk.agent.get("/api/approval-folder").expect(403)
    const { agent } = await world.person("Olaf Brandt", ["admin"])
    const { text } = await agent.get("/verwaltung/zustimmungsmappe").expect(200)
    expect(text).toContain("Wer was darf")
    const { body } = await agent.get("/api/approval-folder").expect(200)
    expect(body).toEqual(approvalFolder({ catalogue, tags, config: world.config }))
  })

  it("compares with the file of an earlier one, and says what is none", async () => {
    const { agent, cookie } = await world.person("Olaf Brandt", ["admin"])
    const { text: json } = await agent.get("/verwaltung/zustimmungsmappe/json").expect(200)
    const earlier = JSON.parse(json) as ApprovalFolder
    partsOf(earlier, "einrichtung")[0]?.rows.pop()
    const { body } = await agent.post("/api/approval-folder/changes", earlier).expect(200)
    expect(body.items).toMatchObject([{ what: "Dateien je Person", before: null }])

    const shown = await send(cookie, JSON.stringify(earlier), "show")
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain("Dateien je Person")
    const asPdf = await send(cookie, JSON.stringify(earlier), "pdf")
    expect(asPdf.headers["content-type"]).toBe("application/pdf")
    const refused = await send(cookie, "{}", "show")
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain("keine Datei einer Zustimmungsmappe")
    const { text } = await agent.form("/verwaltung/zustimmungsmappe", {}).expect(422)
    expect(text).toContain("Bitte wählen Sie die Datei")
  })

  function send(cookie: string, content: string, action: string) {
    const boundary = "grenze"
    const field = `--${boundary}\r\ncontent-disposition: form-data; name="action"\r\n\r\n${action}\r\n`
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="folder"; filename="mappe.json"\r\ncontent-type: application/json\r\n\r\n${content}\r\n`
    return world.app.inject({
      method: "POST",
      url: "/verwaltung/zustimmungsmappe",
      headers: {
        cookie,
        origin: world.config.publicUrl,
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
      payload: `${field}${file}--${boundary}--\r\n`,
    })
  }
})
