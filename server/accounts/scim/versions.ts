import { createHash } from "node:crypto"
import type { FastifyRequest } from "fastify"
import { ScimFault } from "./faults.ts"

/** Of what is shown, so that a change by an administrator makes another version as well. */
export const versionOf = (resource: object): string =>
  `W/"${createHash("sha256").update(JSON.stringify(resource)).digest("base64url").slice(0, 22)}"`

/** The same, whether a client or a proxy calls it weak. */
const named = (header: string | undefined) =>
  header?.split(",").map((one) => one.trim().replace(/^W\//i, "").replace(/^"|"$/g, "")) ?? null

const holds = (header: string | undefined, version: string) => {
  const wanted = named(header)
  const [own = ""] = named(version) ?? []
  return wanted !== null && (wanted.includes("*") || wanted.includes(own))
}

export const isKnown = ({ headers }: FastifyRequest, version: string): boolean =>
  holds(headers["if-none-match"], version)

/** Throws 412 where the client changes something that is not there any more as it knows it. */
export function requireVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch !== undefined && !holds(ifMatch, version))
    throw new ScimFault(412, undefined, "The resource was changed meanwhile.")
}
