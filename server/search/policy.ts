import { type Actor, has } from "../kernel/actor.ts"
import { forbidden } from "../kernel/errors.ts"

/** Synonyms change what everybody finds: whoever knows the field, and the administration. */
export const SYNONYM_KEEPERS = ["specialist", "admin"] as const

/** Asked by actions and queries themselves, because pages call them as well as routes. */
export function requireKeeper(actor: Actor): void {
  if (!SYNONYM_KEEPERS.some((role) => has(actor, role))) throw forbidden()
}

export function requireSpecialist(actor: Actor): void {
  if (!has(actor, "specialist")) throw forbidden()
}
