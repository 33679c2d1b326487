import { once } from "node:events"
import { createServer } from "node:http"
import type { Page } from "playwright-core"

/** An address on loopback that counts who loads it. */
export async function openTrap() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? "")
    response.writeHead(200, { "access-control-allow-origin": "*", "cache-control": "no-store" }).end()
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const place = server.address()
  if (typeof place !== "object" || place === null) throw new Error("no port")
  return {
    address: `http://127.0.0.1:${place.port}/marker`,
    seen,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

export type Document = { name: string; html: string }

/**
 * Shows these documents in a real browser, with scripts and without the policy that pages come with: what would run is
 * kept from it by how it was written alone. @returns what ran, would run at a click, or would be loaded from elsewhere
 */
export async function show(page: Page, documents: Document[], trap: string): Promise<string[]> {
  return page.evaluate(showAll, {
    documents: documents.map(({ name, html }) => ({ name, html: withoutOwn(html) })),
    trap,
  })
}

/** Our scripts and styles would take time, and are not what was typed. */
const withoutOwn = (html: string) =>
  html
    .replace(/<script[^>]* src="\/assets\/[^>]*><\/script>/g, "")
    .replace(/<link[^>]* href="\/assets\/[^>]*>/g, "")

async function showAll(given: { documents: Document[]; trap: string }): Promise<string[]> {
  const SCHEMES = /^[\s\p{C}]*(javascript|vbscript|data|blob|filesystem|livescript):/iu
  const LEADING = [
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "data",
    "srcdoc",
    "poster",
    "background",
  ]
  const LOADING = ["src", "srcset", "data", "poster", "background", "ping", "manifest", "style", "srcdoc"]
  const found: string[] = []
  const ran = new Set<string>()
  Object.assign(window, { marked: (name: string) => ran.add(name) })
  const frames = await Promise.all(
    given.documents.map(
      ({ name, html }) =>
        new Promise<[string, HTMLIFrameElement]>((done) => {
          const frame = document.createElement("iframe")
          frame.onload = () => done([name, frame])
          const mark = `<script>window.marker = () => parent.marked(${JSON.stringify(name)})</script>`
          frame.srcdoc = html.replace(/<head[^>]*>/, (head) => head + mark)
          document.body.append(frame)
        }),
    ),
  )
  for (const [name, frame] of frames) {
    for (const element of frame.contentDocument?.querySelectorAll("*") ?? []) {
      const tag = element.tagName.toLowerCase()
      if (["iframe", "object", "embed", "applet", "base", "frame", "frameset"].includes(tag))
        found.push(`${name}: has an element ${tag}`)
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/.test(attribute)) found.push(`${name}: ${tag} has ${attribute}`)
        if (LEADING.includes(attribute) && SCHEMES.test(value))
          found.push(`${name}: ${tag} ${attribute} leads to ${value.slice(0, 60)}`)
        const isLoaded = LOADING.includes(attribute) || (attribute === "href" && !["a", "area"].includes(tag))
        if (isLoaded && value.includes(given.trap))
          found.push(`${name}: ${tag} ${attribute} loads the marker`)
      }
    }
    frame.remove()
  }
  return [...found, ...[...ran].map((name) => `${name}: ran`)]
}
