import type { TSchema } from "typebox"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { FieldFault } from "../../../server/kernel/http.ts"
import { checkInput } from "../../../server/kernel/schemas.ts"
import { type Fields, fieldErrors, refusalErrors, textOf } from "../../forms.ts"
import { goTo } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { blackenChosen, findSuspicions } from "./check.tsx"
import type { Composition, Exchange } from "./composition.ts"
import { type Current, currentOf } from "./conflict.tsx"
import { type Draft, readDraft, stepOf, usesOf, withFields } from "./draft.ts"
import { showForm } from "./form-page.tsx"
import { looksLikeMail, takeMail } from "./mail.tsx"
import { renderPreview } from "./preview.tsx"
import { findSimilar } from "./similar.tsx"
import { showCheck, showChooser, showMail, showSimilar } from "./steps.tsx"

/** Carries on with what was sent, by the button that was pressed. Whatever happens, the text comes back. */
export async function carryOn<S extends TSchema>(
  exchange: Exchange,
  composition: Composition<S>,
  fields: Fields,
) {
  const { site, request } = exchange
  const draft = await readDraft(site, request, fields, composition.existing ?? [])
  const { errors } = draft
  switch (stepOf(draft.fields)) {
    case "category":
      return showChooser(exchange, composition, draft)
    case "edit":
      return showForm(exchange, composition, { draft, errors })
    case "preview":
      return showPreview(exchange, composition, draft)
    case "mail":
      return showForm(exchange, composition, {
        draft: takeMail(draft, composition.mailSection),
        errors,
        whole: withFields(draft, { mailSeen: "true" }),
      })
    case "blacken":
      return publish(exchange, composition, blackenChosen(draft, textNames(composition)))
    case "as-is":
      return publish(exchange, composition, draft)
    case "publish":
      return lookThrough(exchange, composition, draft)
  }
}

/** Begins with what was written elsewhere: what looks personal in it is shown first. */
export async function showWritten<S extends TSchema>(
  exchange: Exchange,
  composition: Composition<S>,
  draft: Draft,
) {
  const suspicions = findSuspicions(draft, textNames(composition))
  if (suspicions.length > 0) return showCheck(exchange, composition, draft, suspicions)
  return showForm(exchange, composition, { draft, errors: [] })
}

const textNames = ({ sections }: Composition) => ["title", ...sections]

function showPreview(exchange: Exchange, composition: Composition, draft: Draft) {
  const { preview, errors } = renderPreview(draft, composition.sections, texts(exchange.request.locale))
  const all = [...draft.errors, ...errors]
  return showForm(exchange, composition, { draft, errors: all, preview }, errors.length > 0 ? 422 : 200)
}

/** Before something is published for the first time: a pasted mail, faults, similar threads, personal data. */
async function lookThrough<S extends TSchema>(exchange: Exchange, composition: Composition<S>, draft: Draft) {
  const { mailSection } = composition
  const isNew = textOf(draft.fields, "mailSeen") === ""
  if (mailSection && isNew && looksLikeMail(textOf(draft.fields, mailSection)))
    return showMail(exchange, composition, draft, mailSection)
  const { faults } = read(exchange, composition, draft)
  if (faults.length > 0) return showForm(exchange, composition, { draft, errors: faults }, 422)
  const items = await findSimilar(exchange, composition, draft)
  if (items.length > 0) return showSimilar(exchange, composition, draft, items)
  const suspicions = findSuspicions(draft, textNames(composition))
  if (suspicions.length > 0) return showCheck(exchange, composition, draft, suspicions)
  return publish(exchange, composition, draft)
}

async function publish<S extends TSchema>(exchange: Exchange, composition: Composition<S>, draft: Draft) {
  const { value, faults } = read(exchange, composition, draft)
  if (value === null || faults.length > 0)
    return showForm(exchange, composition, { draft, errors: faults }, 422)
  try {
    const { path, flash } = await composition.send(value)
    return goTo(exchange.reply, path, flash)
  } catch (error) {
    return showRefused(exchange, composition, draft, error)
  }
}

function read<S extends TSchema>({ request }: Exchange, composition: Composition<S>, draft: Draft) {
  const checked = checkInput(composition.schema, composition.input(draft.fields, usesOf(draft)))
  const found = checked.faults.map((fault) => withoutRiddles(fault, draft))
  const faults = [...draft.errors, ...fieldErrors(texts(request.locale), found)]
  return { value: checked.value, faults }
}

/** An empty field is called empty; that five characters are the least would be the wrong hint. */
function withoutRiddles(fault: FieldFault, { fields }: Draft): FieldFault {
  const isEmpty = fault.field in fields && textOf(fields, fault.field).trim() === ""
  return isEmpty ? { ...fault, code: "required" } : fault
}

function showRefused(exchange: Exchange, composition: Composition, draft: Draft, error: unknown) {
  const errors = refusalErrors(texts(exchange.request.locale), error)
  const status = error instanceof Refusal ? error.status : 500
  const conflict: Current | null = currentOf(error)
  // The newer version is known from here on: sending again puts the own text over it, knowingly.
  const next = conflict ? withFields(draft, { version: String(conflict.version) }) : draft
  return showForm(exchange, composition, { draft: next, errors, conflict }, status)
}
