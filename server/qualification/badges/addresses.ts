const BASE = "/api/badges"

export const issuerAddress = (publicUrl: string) => `${publicUrl}${BASE}/issuer`
/** The status list as a JWT, and with an embedded proof: each verifier reads only what is secured as its badge is. */
export const statusAddress = (publicUrl: string) => `${publicUrl}${BASE}/status`
export const provenStatusAddress = (publicUrl: string) => `${publicUrl}${BASE}/status-list`
export const keyAddress = (publicUrl: string, kid: string) => `${publicUrl}${BASE}/keys/${kid}`
export const achievementAddress = (publicUrl: string, id: string) => `${publicUrl}${BASE}/achievements/${id}`
export const imageAddress = (publicUrl: string) => `${publicUrl}${BASE}/image.png`

/** Of badges that were issued before achievements were kept: by programme and competences. */
export const formerAchievementAddress = (publicUrl: string, programmeId: string, keys: string[]) =>
  `${publicUrl}${BASE}/achievements/${programmeId}?competences=${encodeURIComponent(keys.join(","))}`

/**
 * Who signs an embedded proof: `did:web`, which every verifier resolves to `/api/badges/did.json`. Under an https
 * address they disagree on what a key within a document is; under this one the fragment names it.
 */
export function didOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl)
  const folders = pathname.split("/").filter((part) => part !== "")
  return ["did:web", encodeURIComponent(host), ...folders, ...BASE.split("/").slice(1)].join(":")
}

/** A key of that document, by its own multibase: the name can never come to mean another key. */
export const methodOf = (publicUrl: string, multibase: string) => `${didOf(publicUrl)}#${multibase}`
