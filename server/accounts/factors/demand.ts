import { type Actor, ROLES, type Role } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { refusal } from "../codes.ts"
import { lockInstallation } from "../installation/actions.ts"
import { requireAdmin } from "../policy.ts"
import { installation } from "../tables.ts"

/**
 * Who needs a second factor besides the password, by role. Whoever has none sets one up at the next sign-in. Only where
 * an app can be set up, which works on every device and without a script: otherwise people would be locked out.
 */
export async function demandFactors(
  db: Db,
  keys: Keys | null,
  actor: Actor,
  roles: readonly Role[],
): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const { factorRoles: from } = await lockInstallation(tx)
    const to = ROLES.filter((role) => roles.includes(role))
    if (from.join() === to.join()) return
    if (to.length > 0 && !keys) throw refusal(409, "factors.no-key", "roles")
    await tx.update(installation).set({ factorRoles: to })
    const detail = { setting: "factorRoles", from, to }
    await audit(tx, actor, { action: "installation.changed", subjectType: "installation", detail })
  })
}
