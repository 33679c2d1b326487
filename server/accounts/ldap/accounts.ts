import { addressKey, isMailable } from "../../kernel/addresses.ts"
import { Closed, checkInput } from "../../kernel/schemas.ts"
import { DisplayName, Email } from "../people/schema.ts"
import type { Known } from "./known.ts"
import type { Listed } from "./listing.ts"
import type { Planning } from "./plan.ts"

type One = Omit<Listed, "claims">
type Account = Pick<Listed, "displayName" | "email">

/**
 * Name and address as they are taken over. Of somebody whom the directory has brought before, what is not to be had stays
 * as it is; whoever is new has to have both.
 */
export function accountOf(planning: Planning, one: One, own: Known | null): Account | null {
  const displayName = isFit(Named, { displayName: one.displayName }) ? one.displayName : null
  const email = isFit(Addressed, { email: one.email }) && isMailable(one.email) ? one.email : null
  if (!displayName) planning.skip(one, "name")
  if (!email) planning.skip(one, "address")
  if (own) return { displayName: displayName ?? own.displayName, email: addressOf(planning, one, email, own) }
  if (!displayName || !email) return null
  if (!planning.taken.has(addressKey(email))) return { displayName, email }
  planning.skip(one, "address-taken")
  return null
}

const Named = Closed({ displayName: DisplayName })
const Addressed = Closed({ email: Email })
const isFit = (schema: Parameters<typeof checkInput>[0], value: object) =>
  checkInput(schema, value).value !== null

function addressOf({ byAddress, taken, skip }: Planning, one: One, email: string | null, own: Known): string {
  if (email === null) return own.email
  const key = addressKey(email)
  if (key === own.key) return email
  // Whoever writes addresses in the directory could otherwise have an administrator's mails sent to themselves.
  if (own.roles.includes("admin")) skip(one, "address-of-admin")
  else if (byAddress.has(key) || taken.has(key)) skip(one, "address-taken")
  else return email
  return own.email
}

/** The account of the same address becomes the directory's where it was nobody's; never an administrator's. */
export function mayBind(planning: Planning, one: One, former: Known): boolean {
  const why = whyNot(planning, former)
  if (why) planning.skip(one, why)
  return why === null
}

function whyNot({ directory }: Planning, former: Known) {
  if (former.directory === directory.id || former.isService) return "address-taken"
  if (former.directory) return "elsewhere"
  if (former.roles.includes("admin")) return "administrator"
  return former.active ? null : "inactive"
}
