import {
  type FactorsView,
  findFactors,
  findMe,
  offerPasskey,
  originOf,
  type Proposal,
  proposeTotp,
  readInstallation,
  repeatTotp,
} from "../../../../server/accounts/index.ts"
import type { Ask } from "../../../form-pages.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

export const SECURING = "/profil/sicherung"

export type Found = { factors: FactorsView; options: object | null; device: string }

export async function findOwn({
  site,
  db,
  actor,
  request,
}: Pick<Ask, "site" | "db" | "actor" | "request">): Promise<Found> {
  const { email } = await findMe(db, actor)
  const { name } = await readInstallation(db)
  const { id, displayName } = actor
  return {
    factors: await findFactors(db, actor),
    options: await offerPasskey(db, site.config, { id, displayName, email }, name),
    device: originOf(request, site.sessions).device,
  }
}

/** What the fields of these forms are called. */
export const factorLabels = ({ accounts: { factors }, errors }: Texts) => ({
  code: factors.app.code,
  name: factors.passkeys.name,
  currentPassword: errors.labels.password,
})

/**
 * What an app is set up with: what was proposed before, if the form comes back, else something new. Null where nothing can
 * be sealed.
 */
export function proposalFor(
  { providerKeys }: Site,
  owner: { id: string; email: string },
  issuer: string,
  sent: string,
): Proposal | null {
  if (!providerKeys) return null
  return (sent && repeatTotp(providerKeys, owner, issuer, sent)) || proposeTotp(providerKeys, owner, issuer)
}
