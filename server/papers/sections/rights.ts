import { Type } from "typebox"
import { ROLES, type Role } from "../../kernel/actor.ts"
import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Choice, Closed, Line } from "../../kernel/schemas.ts"
import { sectionOf, tablePart, textPart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

/** Parts in a learning group; whoever has none belongs to another one, or to none. */
export const PARTS = ["other", "otherFacilitator", "facilitator", "learner", "manager"] as const

const Right = Closed({
  /** In words of the field. */
  task: Line(300),
  /** The route whose row in the access table says who may do it. */
  route: Line(200),
  /** Empty: nobody but the person whose it is. */
  who: Type.Array(Choice(["nobody", ...ROLES, "other", "otherFacilitator", "learner", "manager"])),
  only: Type.Optional(Line(400)),
})
const Rights = Closed({
  areas: Type.Array(Closed({ title: Line(100), tags: Type.Array(Line(40)), rights: Type.Array(Right) })),
})

export const readRights = (folder: ContentFolder) => folder.table("rights.yaml", Rights).areas
type Area = ReturnType<typeof readRights>[number]
type Who = Area["rights"][number]["who"]

/**
 * Who may do what, by tasks. A test holds each line against the access table, which asks every route as everybody.
 * @param tags the areas that the description of the API knows
 */
export function rightsSection(folder: ContentFolder, tags: Record<string, string>): FolderSection {
  const areas = readRights(folder)
  const covered = new Set(areas.flatMap((area) => area.tags))
  const left = Object.keys(tags).filter((tag) => !covered.has(tag))
  return sectionOf(
    "rechte",
    "Wer was darf",
    textPart(
      "Rechte hängen an Rollen, an der Zugehörigkeit zu Abteilungen und an der Beteiligung an einer Lerngruppe. Wer etwas nicht sehen darf, erfährt auch nicht, dass es das gibt. Die folgenden Angaben werden bei jeder Änderung geprüft, indem jede Adresse des Programms mit jeder Rolle aufgerufen wird.",
    ),
    ...areas.map(({ title, rights }) =>
      tablePart(
        title,
        ["Aufgabe", "Wer", "Einschränkung"],
        [5, 5, 5],
        rights.map(({ task, who, only }) => ({ key: task, cells: [task, namesOf(who), only ?? ""] })),
      ),
    ),
    ...(left.length > 0
      ? [textPart(`Für diese Bereiche nennt die Mappe die Rechte noch nicht: ${left.join(", ")}.`)]
      : []),
  )
}

const NAMES: Record<Who[number], string> = {
  nobody: "alle, auch ohne Anmeldung",
  clerk: "Sachbearbeitung",
  specialist: "Fachansprechpersonen",
  lead: "Führungskräfte",
  facilitator: "Lernbegleitung",
  editor: "Redaktion",
  admin: "Administration",
  other: "Beschäftigte außerhalb der Lerngruppe",
  otherFacilitator: "Lernbegleitungen anderer Lerngruppen",
  learner: "Lernende",
  manager: "beteiligte Führungskräfte",
}
const OF_DEPARTMENTS: Role[] = ["clerk", "specialist", "lead", "editor", "admin"]

function namesOf(who: Who): string {
  const has = (wanted: readonly Who[number][]) => wanted.every((one) => who.includes(one))
  if (who.length === 0) return "nur die Person selbst"
  if (who.includes("nobody")) return NAMES.nobody
  if (has(ROLES) || has(PARTS)) return "alle Angemeldeten"
  if (has(OF_DEPARTMENTS)) return "alle, die zu einer Abteilung gehören"
  return who.map((one) => NAMES[one]).join(", ")
}
