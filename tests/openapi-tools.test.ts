import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { Validator } from "@seriousme/openapi-schema-validator"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTown, type Town } from "./forum/town.ts"

/** What tools that nobody here wrote make of the description. */
const run = promisify(execFile)
let town: Town
let folder: string
let client: string

beforeAll(async () => {
  town = await openTown()
  await town.app.listen({ port: 0, host: "127.0.0.1" })
  // Below the project, so that the client finds its runtime.
  await mkdir("build", { recursive: true })
  folder = await mkdtemp(join("build", "client-"))
  const { text } = await town.nobody.get("/api/openapi.json").expect(200)
  await writeFile(join(folder, "openapi.json"), text)
  const generator = "node_modules/oazapfts/dist/cli.js"
  await run(process.execPath, [generator, join(folder, "openapi.json"), join(folder, "client.ts")])
  client = await readFile(join(folder, "client.ts"), "utf8")
})
afterAll(async () => {
  await town.close()
  await rm(folder, { recursive: true, force: true })
})

/** A person's program: asks, another answers, the first accepts. Compiled as it stands here, then played. */
const PLAY = `
import * as oazapfts from "@oazapfts/runtime"
import * as api from "./client.ts"

type Person = { cookie: string }
type Setting = { baseUrl: string; origin: string; categoryId: string; asker: Person; specialist: Person }

export async function play({ baseUrl, origin, categoryId, asker, specialist }: Setting) {
  const as = ({ cookie }: Person) => ({ baseUrl, headers: { cookie, origin } })
  const question: api.NewQuestion = { categoryId, title: "Zählt das Elterngeld als Einkommen?", body: "Seit Mai." }
  const { id } = await oazapfts.ok(api.postQuestions(question, as(asker)))
  const official: api.NewOfficial = { legalStatusDate: "2026-01-01" }
  const answer = await oazapfts.ok(
    api.postQuestionsIdAnswers(id, { body: "Ja, bis auf 300 Euro.", official }, as(specialist)),
  )
  const refused = await api.putAnswersIdAccepted(answer.id, { accepted: true }, as(specialist))
  await oazapfts.ok(api.putAnswersIdAccepted(answer.id, { accepted: true }, as(asker)))
  const read: api.Question = await oazapfts.ok(api.getQuestionsId(id, as(asker)))
  const accepted: boolean | undefined = read.answers[0]?.accepted
  const state: api.QuestionState = read.state
  return { refused: refused.status === 403 ? refused.data.code : "not refused", accepted, state }
}
`

/** What the description promises is what the compiler refuses. */
const WRONG = `
import * as api from "./client.ts"
export const noTitle: api.NewQuestion = { categoryId: "", body: "" }
export const noState: api.QuestionState = "vergessen"
export const unknown: api.Answer["autor"] = ""
`

describe("The description of the API", () => {
  test("is valid for a validator of OpenAPI 3.1", async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(await readFile(join(folder, "openapi.json"), "utf8")))
    expect(result).toMatchObject({ valid: true })
    expect(validator.version).toBe("3.1")
  })

  test("becomes a client in TypeScript that compiles strictly and plays asking, answering and accepting", async () => {
    await writeFile(join(folder, "play.ts"), PLAY)
    expect(await compile("play.ts")).toEqual([])
    const { port } = Object(town.app.server.address())
    const outfile = join(folder, "play.mjs")
    await build({
      entryPoints: [join(folder, "play.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
    })
    const { play } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
    const { mueller, vogt } = town.people
    const played = await play({
      baseUrl: `http://127.0.0.1:${port}`,
      origin: town.config.publicUrl,
      categoryId: town.categories.open,
      asker: mueller,
      specialist: vogt,
    })
    expect(played).toEqual({ refused: "forbidden", accepted: true, state: "answered" })
  })

  test("lets the compiler refuse what the API would refuse", async () => {
    await writeFile(join(folder, "wrong.ts"), WRONG)
    const faults = await compile("wrong.ts")
    expect(faults.map((fault) => /error (TS\d+)/.exec(fault)?.[1])).toEqual(["TS2741", "TS2322", "TS2339"])
  })

  test("makes no more lines of types than somebody reads", () => {
    const lines = (text: string) => text.split("\n").length
    const types = client.slice(0, client.indexOf("export function"))
    expect(lines(types)).toBeLessThanOrEqual(6000)
  })
})

async function compile(file: string): Promise<string[]> {
  const options = {
    compilerOptions: {
      strict: true,
      noUncheckedIndexedAccess: true,
      target: "es2023",
      module: "esnext",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
      lib: ["es2023", "dom"],
    },
    files: [file],
  }
  const project = join(folder, `${file}.json`)
  await writeFile(project, JSON.stringify(options))
  const compiler = "node_modules/typescript/bin/tsc"
  const { stdout } = await run(process.execPath, [compiler, "-p", project]).catch((error) => error)
  return stdout.split("\n").filter((line: string) => line.includes("error TS"))
}
