import type { Locale } from "../../../kernel/actor.ts"
import type { PersonRow } from "../../people/writing.ts"
import { matches } from "../comparing.ts"
import { invalidValue, ScimFault } from "../faults.ts"
import { type Assignment, isObject, localeIn, textIn, truthOf } from "../values.ts"

/** What a directory says about somebody; what it left out is not there, what it took away is null. */
export type Said = {
  userName?: string | null
  externalId?: string | null
  displayName?: string | null
  formatted?: string | null
  givenName?: string | null
  familyName?: string | null
  email?: string
  active?: boolean
  locale?: Locale
}

/**
 * Reads changes one after the other. Attributes of the standard that we keep nothing of (telephone, title, password …) are
 * passed over: directories send them whether or not we say that we know them.
 */
export function saidIn(assignments: Assignment[]): Said {
  const said: Said = {}
  for (const one of assignments) read(said, one)
  return said
}

function read(said: Said, assignment: Assignment): void {
  const { attribute, sub } = assignment.path
  switch (attribute) {
    case "username":
      said.userName = textIn(assignment)
      break
    case "externalid":
      said.externalId = textIn(assignment)
      break
    case "displayname":
      said.displayName = textIn(assignment)
      break
    case "name":
      readName(said, assignment, sub)
      break
    case "emails":
      readAddress(said, assignment)
      break
    case "active":
      if (assignment.op !== "remove") said.active = truthOf(assignment)
      break
    case "preferredlanguage":
    case "locale":
      readLocale(said, assignment)
      break
    default:
      if (!PASSED_OVER.has(attribute))
        throw new ScimFault(400, "invalidPath", `There is no attribute "${attribute.slice(0, 80)}".`)
  }
}

function readLocale(said: Said, assignment: Assignment): void {
  const locale = localeIn(textIn(assignment))
  if (locale) said.locale = locale
}

const NAMES: Record<string, "formatted" | "givenName" | "familyName"> = {
  formatted: "formatted",
  givenname: "givenName",
  familyname: "familyName",
}

function readName(said: Said, assignment: Assignment, sub: string | null): void {
  const { value, op } = assignment
  if (sub !== null) {
    const field = NAMES[sub]
    if (field) said[field] = textIn(assignment)
    return
  }
  if (op === "remove" || value === null) {
    Object.assign(said, { formatted: null, givenName: null, familyName: null })
    return
  }
  if (!isObject(value)) throw invalidValue('"name" must be an object.')
  for (const [key, one] of Object.entries(value))
    readName(said, { ...assignment, value: one }, key.toLowerCase())
}

/** One address is kept. It cannot be taken away: nobody is without one. */
function readAddress(said: Said, assignment: Assignment): void {
  const { path, value, op } = assignment
  const isOurs = path.filter === null || matches(path.filter, { type: "work", primary: true })
  if (!isOurs || op === "remove" || value === null) return
  const address =
    path.sub === "value" ? textIn(assignment) : path.sub === null ? chosenIn([value].flat()) : null
  if (address) said.email = address
}

/** The one marked as primary, else the one for work, else the first. */
function chosenIn(addresses: unknown[]): string | undefined {
  const read = addresses.flatMap((one) => {
    if (typeof one === "string") return [{ value: one, isPrimary: false, isWork: false }]
    if (!isObject(one) || typeof one.value !== "string" || one.value.trim() === "") return []
    const isPrimary = String(one.primary).toLowerCase() === "true"
    return [{ value: one.value, isPrimary, isWork: String(one.type).toLowerCase() === "work" }]
  })
  const chosen = read.find(({ isPrimary }) => isPrimary) ?? read.find(({ isWork }) => isWork) ?? read[0]
  return chosen?.value.trim()
}

/** What the name is to be shown as: as the directory says, else made of its parts. */
export function shownName(said: Said, former: PersonRow | null): string {
  const partsOf = (given: string | null, family: string | null) => [given, family].filter(Boolean).join(" ")
  const { givenName = former?.givenName ?? null, familyName = former?.familyName ?? null } = said
  const made = partsOf(givenName, familyName)
  const told = said.displayName ?? said.formatted
  if (told) return told
  if (!former) return made || (said.userName ?? "")
  // A name that was made of its parts follows them.
  const isMade = former.displayName === partsOf(former.givenName, former.familyName)
  return (isMade && made) || former.displayName
}

const PASSED_OVER = new Set([
  "schemas",
  "id",
  "meta",
  "groups",
  "nickname",
  "profileurl",
  "title",
  "usertype",
  "timezone",
  "password",
  "phonenumbers",
  "ims",
  "photos",
  "addresses",
  "entitlements",
  "roles",
  "x509certificates",
])
