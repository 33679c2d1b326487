import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Choice, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  EditedStep,
  editStep,
  findStep,
  STEP_KINDS,
  type StepView,
} from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, refusalErrors, textOf } from "../../../forms.ts"
import { ErrorSummary, type FieldError, NewerVersion, PageTitle } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { config, ProgrammeTrail, pathOf, stepPathOf } from "./frame.tsx"
import { Twice } from "./reading.tsx"
import { comparedSteps, fieldsOf, inputOf, STEP_NAMES, stepErrors, withoutEmptyRows } from "./step-fields.ts"
import { StepForm } from "./step-form.tsx"

const ADDRESS = "/programme/schritte/:id/bearbeiten"
const Flash = Closed({ hinweis: Type.Optional(Type.String()) })
const Kind = Closed({ shown: Choice(STEP_KINDS) })
type Tried = { fields: Fields; errors: FieldError[]; status: number; shown?: StepView["kind"] }

export function stepPages(app: App, site: Site): void {
  app.get(
    ADDRESS,
    { config, schema: { params: ById, querystring: Flash, response: html } },
    async (request, reply) => {
      const { step } = await findStep(site.db, request.actor, request.params.id)
      return showForm(site, request, reply, step.id, { fields: fieldsOf(step), errors: [], status: 200 })
    },
  )
  app.post(
    ADDRESS,
    { config, schema: { params: ById, body: FormOf(...STEP_NAMES, "version", "shown"), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const t = texts(request.locale)
      const { programme, step } = await findStep(site.db, actor, params.id)
      const fields = withoutEmptyRows(request.body)
      const shown = checkInput(Kind, { shown: textOf(fields, "shown") }).value?.shown ?? step.kind
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { fields, errors, status, shown })
      const version = Number(textOf(fields, "version"))
      const { value, faults } = checkInput(EditedStep, { ...inputOf(fields, shown, step), version })
      if (!value) return again(stepErrors(t, faults), 422)
      try {
        await editStep(site.db, actor, params.id, value)
      } catch (error) {
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
      // Of another kind it has other fields, which are filled in next.
      if (value.kind !== shown) return goTo(reply, `${stepPathOf(step.id)}/bearbeiten`, "saved")
      return goTo(reply, `${pathOf(programme.id)}#zeile-${step.id}`, "saved")
    },
  )
}

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, id: string, tried: Tried) {
  const { programme, step } = await findStep(site.db, request.actor, id)
  if (!programme.can.edit)
    throw new Refusal(programme.own ? 409 : 403, programme.own ? "programme.published" : "forbidden")
  const { fields, errors, status, shown = step.kind } = tried
  const isStale = status === 409
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.programmes
      const path = stepPathOf(id)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.stepTitle) : words.stepTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: <ProgrammeTrail t={t} programme={programme} below={step.title} />,
        children: (
          <>
            <PageTitle over={step.title}>{words.stepTitle}</PageTitle>
            {isStale && (
              <NewerVersion
                title={words.conflictTitle}
                text={words.conflictText}
                fields={comparedSteps(t, shown, fieldsOf(step), fields)}
              />
            )}
            <ErrorSummary errors={isStale ? [] : errors} />
            <StepForm
              fields={fields}
              errors={errors}
              shown={shown}
              version={programme.version}
              action={`${path}/bearbeiten`}
              cancel={`${pathOf(programme.id)}#zeile-${id}`}
            />
            <Twice
              summary={words.remove}
              text={words.removeText}
              action={`${path}/entfernen`}
              now={words.removeNow}
            />
          </>
        ),
      }
    },
    status,
  )
}
