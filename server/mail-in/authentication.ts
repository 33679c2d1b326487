import type { ReceivedMail } from "./received.ts"

/**
 * Whether the receiving mail server found nothing against the sender (RFC 8601). Only what a server of this name has
 * written is believed, because anybody can write such a header; where it has written nothing, there is nothing against.
 */
export function isAuthentic(authServer: string | null, { headers }: Pick<ReceivedMail, "headers">): boolean {
  if (authServer === null) return true
  const written = headers
    .filter(({ key }) => key === "authentication-results")
    .map(({ value }) => value.replace(/\([^()]*\)/g, " ").split(";"))
    .filter(([server = ""]) => server.trim().split(/\s/)[0]?.toLowerCase() === authServer.toLowerCase())
  const results = written.flatMap(([, ...found]) => found.flatMap(resultOf))
  const dmarc = results.filter(({ method }) => method === "dmarc")
  // DMARC has weighed the others, and knows whether they speak for the address that the person reads.
  const decisive = dmarc.length > 0 ? dmarc : results.filter(({ method }) => /^(?:dkim|spf)$/.test(method))
  return decisive.every(({ result }) => result !== "fail")
}

function resultOf(text: string): { method: string; result: string }[] {
  const [, method = "", result = ""] = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(text) ?? []
  return method ? [{ method: method.toLowerCase(), result: result.toLowerCase() }] : []
}
