import { matches } from "../comparing.ts"
import { invalidValue, ScimFault } from "../faults.ts"
import { type Assignment, isObject, textIn } from "../values.ts"

/** What a directory says about a group. */
export type Said = {
  displayName?: string | null
  externalId?: string | null
  /** In the order in which they are said; null where nothing is said about members. */
  members: MemberChange[]
}

type MemberChange = { op: "add" | "remove" | "replace"; among: (id: string) => boolean; ids: string[] }

export function saidIn(assignments: Assignment[]): Said {
  const said: Said = { members: [] }
  for (const one of assignments) read(said, one)
  return said
}

function read(said: Said, assignment: Assignment): void {
  const { attribute } = assignment.path
  if (attribute === "displayname") said.displayName = textIn(assignment)
  else if (attribute === "externalid") said.externalId = textIn(assignment)
  else if (attribute === "members") said.members.push(membersIn(assignment))
  else if (!PASSED_OVER.has(attribute))
    throw new ScimFault(400, "invalidPath", `There is no attribute "${attribute.slice(0, 80)}".`)
}
const PASSED_OVER = new Set(["schemas", "id", "meta"])

/** Members are taken away by a filter (`members[value eq "…"]`), by a list beside the path, or all of them. */
function membersIn({ op, path: { filter }, value }: Assignment): MemberChange {
  const ids = [value ?? []].flat().map(idIn)
  if (op !== "remove") {
    if (filter) throw new ScimFault(400, "invalidPath", "Members are added without a filter.")
    return { op, ids, among: () => true }
  }
  if (filter) return { op, ids, among: (id) => matches(filter, { value: id, type: "User" }) }
  return { op, ids, among: ids.length === 0 ? () => true : (id) => ids.includes(id) }
}

function idIn(member: unknown): string {
  if (typeof member === "string") return member
  if (!isObject(member) || typeof member.value !== "string")
    throw invalidValue('A member must be an object with a "value".')
  if (String(member.type ?? "user").toLowerCase() === "group")
    throw invalidValue("Only people can be members of a group.")
  return member.value
}

/** Who belongs to it afterwards. */
export function membersAfter({ members }: Said, former: string[]): Set<string> {
  let now = new Set(former)
  for (const { op, ids, among } of members) {
    if (op === "add") for (const id of ids) now.add(id)
    else if (op === "replace") now = new Set(ids)
    else now = new Set([...now].filter((id) => !among(id)))
  }
  return now
}
