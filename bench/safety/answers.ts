import type { Answer, Sent } from "./example-town.ts"
import { PLANTED_HEADER } from "./values.ts"

/** What everybody may keep: it is the same for all. */
const FOR_ALL = /^\/(assets|api\/badges)\//

/** What is wrong with an answer, whatever it was asked for. */
export function faultsOf({ path }: Sent, { status, headers, text }: Answer, publicUrl: string): string[] {
  const faults: string[] = []
  if (status >= 500) faults.push(`answered ${status}: ${text.slice(0, 300)}`)
  const of = (name: string) => headers.get(name) ?? ""
  if (of("x-content-type-options") !== "nosniff") faults.push("lets the kind of its content be guessed")
  if (!of("content-security-policy").includes("default-src")) faults.push("has no content security policy")
  if (!FOR_ALL.test(path) && !/no-store|private/.test(of("cache-control")))
    faults.push(`may be kept by a cache on the way: ${of("cache-control")}`)
  if (headers.has(PLANTED_HEADER)) faults.push("has a header that somebody typed")
  const location = headers.get("location")
  if (location !== null && !staysHere(location, publicUrl)) faults.push(`leads elsewhere: ${location}`)
  return faults
}

/** Also after a proxy has decoded what some decode. */
function staysHere(location: string, publicUrl: string): boolean {
  const decoded = location.replaceAll(/%2f/gi, "/").replaceAll(/%5c/gi, "\\")
  return [location, decoded].every((one) => {
    const [path = ""] = one.split(/[?#]/)
    return (
      !/^[/\\]{2}/.test(path) &&
      URL.canParse(path, publicUrl) &&
      new URL(path, publicUrl).origin === publicUrl
    )
  })
}
