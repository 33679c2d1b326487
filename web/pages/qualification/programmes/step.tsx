import type { App } from "../../../../server/kernel/http.ts"
import {
  Direction,
  EditedStep,
  editStep,
  findStep,
  moveStep,
  removeStep,
} from "../../../../server/qualification/core.ts"
import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import { NewerVersion, PageTitle, TwoSteps } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { access, draftOnly, ProgrammeTrail, pathOf, placeOf, stepPathOf } from "./frame.tsx"
import {
  comparedSteps,
  faultInRow,
  fieldsOf,
  inputOf,
  kindShown,
  STEP_NAMES,
  stepLabels,
  withoutEmptyRows,
} from "./step-fields.ts"
import { StepForm } from "./step-form.tsx"

type Found = Awaited<ReturnType<typeof findStep>>

/** A step of a draft, with everything that its kind has. */
export function stepPages(app: App, site: Site): void {
  const { input, read } = actionsOf({ save: EditedStep, move: Direction, remove: NoInput })
  pagesOf(app, site).formPage("/programme/schritte/:id", {
    access,
    find: async ({ db, actor, params }): Promise<Found> => {
      const found = await findStep(db, actor, params.id)
      draftOnly(found.programme)
      return found
    },
    input,
    fields: [...STEP_NAMES, "action", "direction", "shown", "version"],
    read: (fields, { step }) =>
      textOf(fields, "action") === "save" ? { action: "save", ...inputOf(fields, step) } : read(fields),
    labels: stepLabels,
    fault: faultInRow,
    start: ({ programme, step }) => ({ ...fieldsOf(step), version: String(programme.version) }),
    act: async ({ db, actor, params: { id } }, sent, { programme, step }): Promise<Next> => {
      switch (sent.action) {
        case "save": {
          const { action: _, ...edited } = sent
          await editStep(db, actor, id, edited)
          // Of another kind it has other fields, which are filled in next.
          return [edited.kind === step.kind ? placeOf(programme.id, id) : stepPathOf(id), "saved"]
        }
        case "move":
          await moveStep(db, actor, id, sent.direction)
          return placeOf(programme.id, id)
        default:
          await removeStep(db, actor, id)
          return [pathOf(programme.id), "programme-step-removed"]
      }
    },
    to: (next) => next,
    show: showStep,
  })
}

function showStep({ t }: Ask, { programme, step }: Found, sent: FormState): Content {
  const words = t.qualification.programmes
  const form = { ...sent, input: EditedStep, fields: withoutEmptyRows(sent.fields) }
  const shown = kindShown(form.fields, step)
  return {
    title: words.stepTitle,
    current: "qualification",
    width: "reading",
    breadcrumb: <ProgrammeTrail t={t} programme={programme} below={step.title} />,
    children: (
      <>
        <PageTitle over={step.title}>{words.stepTitle}</PageTitle>
        {form.newer && (
          <NewerVersion
            title={words.conflictTitle}
            text={words.conflictText}
            fields={comparedSteps(t, shown, form.newer, form.fields)}
          />
        )}
        <Faults form={form} />
        <StepForm
          form={form}
          shown={shown}
          action={stepPathOf(step.id)}
          cancel={placeOf(programme.id, step.id)}
        />
        <TwoSteps
          summary={words.remove}
          text={words.removeText}
          action={stepPathOf(step.id)}
          hidden={{ action: "remove" }}
          now={words.removeNow}
        />
      </>
    ),
  }
}
