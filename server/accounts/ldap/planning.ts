import { addressKey } from "../../kernel/addresses.ts"
import type { Reader } from "../../kernel/database.ts"
import { listAdmins } from "../people/queries.ts"
import { openDepartments } from "../providers/granting.ts"
import { applyRules, type Granted, type Rule } from "../providers/rules.ts"
import { accountOf, mayBind } from "./accounts.ts"
import { type Known, listKnown } from "./known.ts"
import type { Listed } from "./listing.ts"
import { CHANGES, type Change, type Plan, type Planned, type Planning, type Skipped } from "./plan.ts"
import type { LdapDirectory } from "./queries.ts"
import { mayLoseAccess, rightsOf } from "./rights.ts"

/** What taking over these people would do at this moment. */
export async function planSync(
  reader: Reader,
  directory: LdapDirectory,
  rules: Rule[],
  listed: Listed[],
): Promise<Plan> {
  const keys = listed.map(({ email }) => addressKey(email))
  const known = await listKnown(reader, directory.id, keys)
  const own = known.filter((one) => one.directory === directory.id)
  const skipped: Skipped[] = []
  const planning: Planning = {
    directory,
    byId: new Map(own.map((one) => [one.externalId ?? "", one])),
    byAddress: new Map(known.map((one) => [one.key, one])),
    taken: new Set(),
    open: await openAmong(reader, rules, own),
    admins: new Set(await listAdmins(reader)),
    skip: ({ displayName, email }, why) =>
      skipped.push({ who: (displayName || email || "–").slice(0, 200), why }),
  }
  const all = listed.map((one) => ({ one, granted: applyRules(rules, one.claims) }))
  const wanted = all.filter(({ granted }) => !directory.onlyMatched || granted.ruleIds.length > 0)
  const seen = new Set(wanted.map(({ one }) => one.externalId))
  const planned = wanted.flatMap(({ one, granted }) => planOne(planning, one, granted) ?? [])
  const active = own.filter((one) => one.active)
  return {
    added: planned.filter(({ former }) => !former),
    changed: planned.filter(({ former, changes }) => former && changes.length > 0),
    gone: active.filter((one) => !seen.has(one.externalId ?? "") && mayLoseAccess(planning, one)),
    same: planned.filter(({ former, changes }) => former && changes.length === 0),
    unmatched: all.length - wanted.length,
    skipped,
    active: active.length,
  }
}

/** Of those that rules give or gave. One may have been archived since, or another directory may decide on it. */
async function openAmong(reader: Reader, rules: Rule[], own: Known[]): Promise<Set<string>> {
  const named = rules.flatMap(({ departmentId }) => departmentId ?? [])
  const given = own.flatMap(({ grantedDepartments }) => grantedDepartments)
  return new Set(await openDepartments(reader, [...new Set([...named, ...given])]))
}

/** Null where nothing is done: what is at fault has been noted, or an administrator has locked the account. */
function planOne(planning: Planning, { claims: _, ...one }: Listed, granted: Granted): Planned | null {
  const own = planning.byId.get(one.externalId) ?? null
  const account = accountOf(planning, one, own)
  if (!account) return null
  const former = own ?? planning.byAddress.get(addressKey(account.email)) ?? null
  if (former && !own && !mayBind(planning, one, former)) return null
  if (former && !former.active && (!former.missingSince || former.isLeaving)) return null
  planning.taken.add(addressKey(account.email))
  const next = { ...one, ...account, ...rightsOf(planning, former, granted) }
  return { ...next, former, changes: former ? changesOf(planning, former, next) : [] }
}

function changesOf(
  { directory }: Planning,
  former: Known,
  next: Omit<Planned, "former" | "changes">,
): Change[] {
  const isSame = (one: string[], other: string[]) => one.toSorted().join() === other.toSorted().join()
  const namesAre = (one: Pick<Known, "displayName" | "givenName" | "familyName">) =>
    [one.displayName, one.givenName, one.familyName].join("\n")
  const differs: Record<Change, boolean> = {
    displayName: namesAre(former) !== namesAre(next),
    email: former.email !== next.email,
    roles: !isSame(former.roles, next.roles),
    departmentIds: !isSame(former.departmentIds, next.departmentIds),
    bound: former.directory !== directory.id,
    returns: !former.active,
  }
  return CHANGES.filter((change) => differs[change])
}
