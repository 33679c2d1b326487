import { readdirSync } from "node:fs"
import { type Static, Type } from "typebox"
import { ContentFolder, checkContent } from "../../kernel/content-folder.ts"
import { Choice, Closed } from "../../kernel/schemas.ts"
import { REQUIREMENTS, type StepKind } from "../tables.ts"
import { AgendaLine, EditedProgramme, StepFields, StepQuestion } from "./schema.ts"

const FOLDER = new URL("./half-year/", import.meta.url)

/** The same for every edition of the half-year; programmes that people make have others. */
export const FAMILY_ID = "018f0000-0000-7000-8000-000000000001"

/** Raised with every change of the contents. It is in the name of a file, because every start asks for it. */
export function shippedEdition(): number {
  const [edition] = readdirSync(FOLDER).flatMap((name) => /^edition-(\d+)\.md$/.exec(name)?.[1] ?? [])
  return Number(edition)
}

const Programme = Closed({
  name: EditedProgramme.properties.name,
  requirements: Type.Array(Choice(REQUIREMENTS)),
  text: EditedProgramme.properties.description,
})

/** The text is what everybody reads; how a step is held follows as `guidance`. */
const Step = Closed({
  title: StepFields.properties.title,
  kind: StepFields.properties.kind,
  week: StepFields.properties.week,
  weeks: Type.Integer({ default: 0 }),
  minutes: Type.Integer({ default: 0 }),
  voluntary: Type.Boolean({ default: false }),
  features: Type.Array(Type.String(), { default: [] }),
  agenda: Type.Array(Closed({ ...AgendaLine.properties, isBreak: Type.Boolean({ default: false }) }), {
    default: [],
  }),
  questions: Type.Array(
    Closed({ ...StepQuestion.properties, options: Type.Array(Type.String(), { default: [] }) }),
    { default: [] },
  ),
  text: StepFields.properties.contents,
})
const PARTS = {
  guidance: Closed({ kind: Type.Literal("guidance"), text: StepFields.properties.tasks }),
  materials: Closed({ kind: Type.Literal("materials"), text: StepFields.properties.tasks }),
  tasks: Closed({ kind: Type.Literal("tasks"), text: StepFields.properties.tasks }),
}

/** A step as it ships; its place in the list is its position. */
type ShippedStep = Static<typeof StepFields> & { guidance: string }

/** The half-year that comes with the software, as editors wrote it: its steps in the order of the weeks. */
export function readHalfYear() {
  const folder = new ContentFolder(FOLDER)
  const edition = shippedEdition()
  const { text: description, ...programme } = folder.parts(`edition-${edition}.md`, Programme, {}).head
  const steps = folder
    .namesIn(".")
    .filter((name) => !name.startsWith("edition-"))
    .map((name) => readStep(folder, `${name}.md`))
    .toSorted((one, other) => one.week - other.week || placeOf(one) - placeOf(other))
  folder.refuseUnread()
  return { familyId: FAMILY_ID, edition, ...programme, description, steps }
}

/** What begins in the same week is done in this order. */
const ORDER: StepKind[] = ["workshop", "practice", "impulse", "meeting", "assessment", "certificate"]
const placeOf = ({ kind }: ShippedStep) => ORDER.indexOf(kind)

function readStep(folder: ContentFolder, path: string): ShippedStep {
  const { head, parts } = folder.parts(path, Step, PARTS)
  const { text: contents, ...fields } = head
  const written = Object.fromEntries(parts.map((part) => [part.kind, part.text]))
  const step = { ...fields, contents, guidance: "", materials: "", tasks: "", ...written }
  return { guidance: "", ...checkContent(path, StepFields, step) }
}
