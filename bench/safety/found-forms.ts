import { Routes } from "../../tests/browser/crawl.ts"
import { listPages } from "../../tests/browser/pages.ts"
import { formsIn, isTyped, keyOf, type PageForm } from "../../tests/support/forms.ts"
import type { Answer, ExampleTown, Resident, Sent } from "./example-town.ts"

export type FoundForm = { key: string; page: string; resident: Resident | null; form: PageForm }

/** Pages of one route that are read by each person: they are in different states. */
const PER_ROUTE = 2

const isPage = ({ status, headers }: Answer) =>
  status === 200 && (headers.get("content-type") ?? "").includes("html")

/** Every form of every page that somebody can reach, each once, as the person who found it. */
export async function findForms(town: ExampleTown): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>()
  const add = (resident: Resident | null, page: string, html: string) => {
    for (const form of formsIn(html)) {
      const key = fullKeyOf(form)
      if (!found.has(key)) found.set(key, { key, page, resident, form })
    }
  }
  // Pages that no link leads to, or not in that state.
  for (const [who, page] of await listPages(town.world)) {
    const resident = town.whoIs(who)
    const answer = await town.ask(resident, { method: "GET", path: page })
    if (isPage(answer)) add(resident, page, answer.text)
  }
  for (const resident of [null, ...town.residents])
    for (const [page, html] of await walk(town, resident)) add(resident, page, html)
  return [...found.values()]
}

/** Pages that links lead to from the first one, of each route a few. */
async function walk(town: ExampleTown, resident: Resident | null): Promise<[path: string, html: string][]> {
  const routes = new Routes(town.world.routes)
  const read = new Map<string, number>()
  const known = new Set(["/"])
  const pages: [string, string][] = []
  for (const path of known) {
    const route = routes.of(path)
    const before = read.get(route ?? "") ?? 0
    if (!route || before >= PER_ROUTE) continue
    read.set(route, before + 1)
    const answer = await town.ask(resident, { method: "GET", path })
    if (!isPage(answer)) continue
    pages.push([path, answer.text])
    for (const [, link = ""] of answer.text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      known.add(link.replaceAll("&amp;", "&"))
  }
  return pages
}

const hasFiles = ({ fields }: PageForm) => fields.some(({ kind }) => kind === "file")
export const typedFields = ({ fields }: PageForm) =>
  fields.filter((field) => isTyped(field) && field.name !== "")

/** The form as it is now, with what is stored and the version of it; null where it is gone. */
export async function freshForm(
  town: ExampleTown,
  { key, page, resident }: FoundForm,
): Promise<PageForm | null> {
  const answer = await town.ask(resident, { method: "GET", path: page })
  return isPage(answer) ? formOf(answer.text, key) : null
}

export const formOf = (html: string, key: string): PageForm | null =>
  formsIn(html).find((form) => fullKeyOf(form) === key) ?? null

/** One address may be sent several forms, which differ in their fields. */
const fullKeyOf = (form: PageForm) =>
  `${form.method} ${keyOf(form)} ${[...new Set(form.fields.map(({ name }) => name))].toSorted().join(",")}`

/** What a browser sends when the form is sent with these values. */
export function sentBy(form: PageForm, page: string, values: Record<string, string | string[]>): Sent {
  const pairs = Object.entries({ ...form.values, ...values }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  const path = form.action || page
  if (form.method === "get") {
    const query = new URLSearchParams(pairs.map(([name, value]) => [name, value.toWellFormed()]))
    return { method: "GET", path: `${path.split("?")[0]}?${query}` }
  }
  if (!hasFiles(form)) return { method: "POST", path, body: { form: pairs } }
  const files = new FormData()
  for (const [name, value] of pairs) files.append(name, value.toWellFormed())
  return { method: "POST", path, body: { files } }
}
