import type { Registry } from "prom-client"
import type { App } from "../../server/kernel/http.ts"

/** By method and route, the statuses that the API's description names. The same for every application of a process. */
let described: Map<string, Set<string>> | null = null

/**
 * Fails where the API gave an answer whose status its description does not name: whatever a test plays is held against
 * the description. What any server may answer (408, 431 and faults of its own) stands under `default`.
 */
export async function checkAnswers(app: App, metrics: Registry): Promise<void> {
  const answered = (await seenBy(metrics)).filter(
    ({ route, status }) => route.startsWith("/api/") && isOwn(status),
  )
  if (answered.length === 0) return
  described ??= readDescription(app)
  const faults = answered
    .filter(({ name, status }) => described?.has(name) && !described.get(name)?.has(status))
    .map(({ name, status }) => `${name} answered ${status}: name it in server/refusals.ts`)
  if (faults.length > 0) throw new Error([...new Set(faults)].join("\n"))
}

const isOwn = (status: string) => Number(status) < 500 && !["408", "431"].includes(status)

async function seenBy(metrics: Registry) {
  const [duration] = (await metrics.getMetricsAsJSON()).filter(({ name }) =>
    name.startsWith("http_request_duration"),
  )
  return (duration?.values ?? []).map(({ labels }) => {
    const method = labels.method === "HEAD" ? "GET" : String(labels.method)
    const route = String(labels.route)
    return { name: `${method} ${route}`, route, status: String(labels.status) }
  })
}

function readDescription(app: App) {
  return new Map(
    Object.entries(app.swagger().paths ?? {}).flatMap(([path, item]) =>
      Object.entries(Object(item)).map(([method, operation]) => {
        const name = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`
        return [name, new Set(Object.keys(Object(operation).responses))] as const
      }),
    ),
  )
}
