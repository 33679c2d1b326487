import type { Role } from "../../server/kernel/actor.ts"
import type { Access } from "../../server/kernel/http.ts"
import type { Random } from "../../tests/support/office-text.ts"
import type { ExampleTown, Resident, Sent } from "./example-town.ts"
import { fitting, idFor, type Making, type Schema } from "./schemas.ts"
import { tableOf } from "./things.ts"
import { chance, ODD_TEXTS, oddText, pick, spoil } from "./values.ts"

type Parameter = { in: string; name: string; required?: boolean; schema: Schema; example?: unknown }
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  "x-access"?: Access
}
export type Operation = {
  name: string
  method: string
  /** With which role alone; null where it depends on the thing. */
  roles: Role[] | null
  /** As the application writes it: `/api/questions/:id`. */
  url: string
  parameters: Parameter[]
  media: string | null
  body: Schema | null
}

export async function readOperations({ ask }: ExampleTown) {
  const { text } = await ask(null, { method: "GET", path: "/api/openapi.json" })
  const { paths, components } = JSON.parse(text) as {
    paths: Record<string, Record<string, Described>>
    components: { schemas: Record<string, Schema> }
  }
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]): Operation => {
      const { parameters = [], requestBody, "x-access": access } = described
      const url = path.replaceAll(/\{(\w+)\}/g, ":$1")
      const [media, content] = Object.entries(requestBody?.content ?? {})[0] ?? [null, null]
      const name = `${method.toUpperCase()} ${url}`
      const roles = typeof access === "object" ? [...access] : null
      const body = content?.schema ?? null
      return { name, method: method.toUpperCase(), roles, url, parameters, media, body }
    }),
  )
  return { operations, components: components.schemas }
}

/** Answers by a WebSocket, or ends the session of whoever asks. */
export const NOT_ASKED = ["GET /api/live", "POST /api/sign-out", "DELETE /api/sessions"]

/** What was answered well, by operation and by the place of the thing: another attempt begins there. */
export class Accepted {
  readonly #own = new Map<string, { resident: Resident; path: string }[]>()
  readonly #things = new Map<string, { resident: Resident; id: string }[]>()

  note({ name, url }: Operation, resident: Resident, path: string): void {
    this.#own.set(name, [...(this.#own.get(name) ?? []), { resident, path }].slice(-200))
    const [place = ""] = url.split("/:")
    const id = path.slice(place.length + 1).split("/")[0] ?? ""
    if (url.includes("/:id"))
      this.#things.set(place, [...(this.#things.get(place) ?? []), { resident, id }].slice(-200))
  }

  of({ name, url }: Operation, random: Random): { resident: Resident; path: string } | null {
    const own = this.#own.get(name) ?? []
    if (own.length > 0 && chance(random, 0.7)) return pick(random, own)
    const things = this.#things.get(url.split("/:")[0] ?? "") ?? []
    if (things.length === 0 || url.split("/:").length !== 2 || chance(random, 0.3)) return null
    const { resident, id } = pick(random, things)
    return { resident, path: url.replace("/:id", `/${id}`) }
  }
}

/** A request to this operation; one in four is spoilt somewhere. */
export async function requestTo(
  town: ExampleTown,
  making: Making,
  operation: Operation,
  accepted: Accepted,
): Promise<{ resident: Resident | null; sent: Sent }> {
  const { random } = making
  const isSpoilt = chance(random, 0.25)
  const former = accepted.of(operation, random)
  const resident = former?.resident ?? (chance(random, 0.03) ? null : pick(random, mayAsk(town, operation)))
  const address = former ? former.path : pathFor(making, operation, isSpoilt && chance(random, 0.2))
  const query = queryFor(making, operation, isSpoilt && chance(random, 0.5))
  const path = `${address}${query}`
  const { method, media } = operation
  if (media === "multipart/form-data")
    return { resident, sent: { method, path, body: { files: uploadOf(making) } } }
  if (!operation.body) return { resident, sent: { method, path } }
  const made = fitting(making, operation.body)
  const json = isSpoilt ? spoil(random, made) : await atVersion(town, making, resident, address, made)
  return { resident, sent: { method, path, body: { json } } }
}

/** Now and then somebody without the role, too. */
function mayAsk({ residents }: ExampleTown, { roles }: Operation): Resident[] {
  const fit = residents.filter((one) => roles === null || one.roles.some((role) => roles.includes(role)))
  return fit.length > 0 ? [...fit, ...fit, ...residents.slice(0, fit.length)] : residents
}

function pathFor(making: Making, { url, parameters }: Operation, isSpoilt: boolean): string {
  const { random, things } = making
  const table = tableOf(url, things)
  return url.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (isSpoilt) return encodeURIComponent(oddText(random).slice(0, 100).toWellFormed()) || "-"
    const ids = name === "id" && table && chance(random, 0.95) ? (things.get(table) ?? []) : []
    if (ids.length > 0) return pick(random, ids)
    const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema
    return encodeURIComponent(String(schema ? fitting(making, schema, name) : idFor(random, things, name)))
  })
}

function queryFor(making: Making, { parameters }: Operation, isSpoilt: boolean): string {
  const { random } = making
  const query = new URLSearchParams()
  for (const { name, required, schema } of parameters.filter((one) => one.in === "query")) {
    if (!required && chance(random, 0.7)) continue
    // Where a list goes on says the list itself; whatever is made up here leads nowhere.
    if (name === "after" && !isSpoilt) continue
    const value = isSpoilt ? oddText(random) : fitting(making, schema, name)
    for (const one of [value].flat()) query.append(name, String(one).toWellFormed())
  }
  if (isSpoilt) query.append(pick(random, ["unbekannt", "__proto__", "id"]), oddText(random).toWellFormed())
  const text = query.toString()
  return text && `?${text}`
}

/** The version that is stored, where the same address tells it; a change is refused otherwise. */
async function atVersion(
  { ask }: ExampleTown,
  { random }: Making,
  resident: Resident | null,
  path: string,
  body: unknown,
): Promise<unknown> {
  if (!Object.hasOwn(Object(body), "version") || chance(random, 0.1)) return body
  const parts = path.split("/")
  for (const address of [path, parts.slice(0, -1).join("/"), parts.slice(0, -2).join("/")]) {
    const { status, text, headers } = await ask(resident, { method: "GET", path: address })
    if (status !== 200 || !headers.get("content-type")?.includes("json")) continue
    const { version } = Object(JSON.parse(text))
    if (typeof version === "number") return { ...Object(body), version }
  }
  return body
}

function uploadOf(making: Making): FormData {
  const files = new FormData()
  files.append("file", fileFor(making))
  return files
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
const NAMES = ["bild.png", "liste.csv", "notiz.txt", "Bescheid.pdf", "seite.html", "bild.svg", "ohne"]

/** A picture, a text, a page, or a picture that goes on as a page; under a name that fits, or not. */
export function fileFor({ random }: Making): File {
  const contents = [
    PNG,
    "Name;Ort\nAnna;Köln\n",
    "<p>Seite</p>",
    "%PDF-1.7\n%%EOF",
    "",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
  ]
  const content = pick(random, contents)
  const after = chance(random, 0.2) ? "<p onclick='marker()'>Seite</p>" : ""
  const parts = [new Uint8Array(Buffer.from(content)), after]
  const type = pick(random, ["image/png", "text/plain", "text/html", "application/pdf", "image/svg+xml", ""])
  const name = chance(random, 0.8)
    ? pick(random, NAMES)
    : pick(random, ODD_TEXTS).slice(0, 200).toWellFormed()
  return new File(parts, name, { type })
}
