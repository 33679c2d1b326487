import type { RouteEntry, World } from "../support/world.ts"
import { type PageOfOurs, WHO, type Who } from "./pages.ts"

/** Addresses of an application, and which of its routes one belongs to. */
export class Routes {
  readonly #routes: { url: string; pattern: RegExp }[]

  constructor(routes: RouteEntry[]) {
    const pages = routes.filter(({ method, url }) => method === "GET" && !url.startsWith("/api/"))
    // What is written out goes before what is left open, as in the application.
    const open = (url: string) => url.split("/").filter((part) => part.startsWith(":")).length
    this.#routes = pages
      .toSorted((one, other) => open(one.url) - open(other.url))
      .map(({ url }) => ({ url, pattern: patternOf(url) }))
  }

  get urls(): string[] {
    return this.#routes.map(({ url }) => url)
  }

  of(path: string): string | undefined {
    const [address = ""] = path.split("?")
    return this.#routes.find(({ pattern }) => pattern.test(address))?.url
  }
}

const patternOf = (url: string) =>
  new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`)

/** Follows the links of the application as each person, and gives one page of each route that is not yet among `known`. */
export async function followLinks(
  world: World,
  cookies: Map<Who, string | null>,
  known: PageOfOurs[],
): Promise<PageOfOurs[]> {
  const routes = new Routes(world.routes)
  const had = new Set(known.map(([, path]) => routes.of(path)))
  const found: PageOfOurs[] = []
  for (const who of WHO.filter((one) => one !== "nobody"))
    for (const path of await walk(world, routes, cookies.get(who) ?? "")) {
      const route = routes.of(path)
      if (had.has(route)) continue
      had.add(route)
      found.push([who, path])
    }
  return found
}

/** One page of each route that leads from the first page, as far as it goes. */
async function walk(world: World, routes: Routes, cookie: string): Promise<string[]> {
  const waiting = ["/"]
  const seen = new Set<string>()
  const been: string[] = []
  for (const path of waiting) {
    const route = routes.of(path)
    if (!route || seen.has(route)) continue
    const response = await fetch(new URL(path, world.config.publicUrl), {
      headers: { cookie },
      redirect: "manual",
    })
    const isPage = response.status === 200 && /html/.test(response.headers.get("content-type") ?? "")
    const html = await response.text()
    if (!isPage) continue
    seen.add(route)
    been.push(path)
    for (const [, link = ""] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      waiting.push(link.replaceAll("&amp;", "&"))
  }
  return been
}
