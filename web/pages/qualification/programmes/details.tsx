import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { MAX_MARKDOWN_LENGTH } from "../../../../server/kernel/markdown.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  EditedProgramme,
  editProgramme,
  FOUNDATIONS,
  findProgramme,
  REQUIREMENTS,
} from "../../../../server/qualification/index.ts"
import { compared, wordsOf } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, listOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { config, ProgrammeTrail, pathOf } from "./frame.tsx"

const ADDRESS = "/programme/:id/bearbeiten"
type Tried = { fields: Fields; errors: FieldError[]; status: number }

/** Name, description and requirements of a draft. */
export function detailPages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const programme = await findProgramme(site.db, request.actor, request.params.id)
    const { name, description, requirements, foundation } = programme
    const fields = { name, description, requirements, foundation }
    return showForm(site, request, reply, request.params.id, { fields, errors: [], status: 200 })
  })
  app.post(
    ADDRESS,
    {
      config,
      schema: {
        params: ById,
        body: FormOf("name", "description", "requirements", "foundation", "version"),
        response: html,
      },
    },
    async (request, reply) => {
      const { body: fields, actor, params } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, params.id, { fields, errors, status })
      const { value, faults } = checkInput(EditedProgramme, {
        name: textOf(fields, "name"),
        description: textOf(fields, "description"),
        requirements: listOf(fields, "requirements"),
        foundation: textOf(fields, "foundation") || undefined,
        version: Number(textOf(fields, "version")),
      })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await editProgramme(site.db, actor, params.id, value)
        return goTo(reply, pathOf(params.id), "saved")
      } catch (error) {
        const errors = refusalErrors(t, error)
        return again(errors, error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  { fields, errors, status }: Tried,
) {
  const programme = await findProgramme(site.db, request.actor, id)
  if (!programme.can.edit)
    throw new Refusal(programme.own ? 409 : 403, programme.own ? "programme.published" : "forbidden")
  const isStale = status === 409
  const { name, description, requirements, foundation } = programme
  return show(
    site,
    request,
    reply,
    (t) => {
      const heading = t.qualification.programmes.editTitle
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(heading) : heading,
        current: "qualification",
        width: "reading",
        breadcrumb: <ProgrammeTrail t={t} programme={programme} below={heading} />,
        children: (
          <>
            <PageTitle>{heading}</PageTitle>
            {isStale && (
              <NewerVersion
                title={t.qualification.programmes.conflictTitle}
                text={t.qualification.programmes.conflictText}
                fields={compared(
                  {
                    name: t.errors.labels.name,
                    description: t.errors.labels.description,
                    requirements: t.qualification.programmes.required,
                    foundation: t.qualification.programmes.foundation,
                  },
                  { name, description, requirements, foundation },
                  fields,
                  {
                    requirements: wordsOf(requirementOptions(t)),
                    foundation: wordsOf(foundationOptions(t)),
                  },
                )}
              />
            )}
            <ErrorSummary errors={isStale ? [] : errors} />
            <Form
              action={`${pathOf(id)}/bearbeiten`}
              hidden={{ version: programme.version }}
              keep={`programm-${id}-${programme.version}`}
            >
              <Inputs t={t} fields={fields} errors={errors} />
              <Buttons>
                <SubmitButton>{t.qualification.programmes.save}</SubmitButton>
                <LinkButton href={pathOf(id)} kind="tertiary">
                  {t.shell.form.cancel}
                </LinkButton>
              </Buttons>
            </Form>
          </>
        ),
      }
    },
    status,
  )
}

const requirementOptions = ({ qualification }: Texts) =>
  REQUIREMENTS.map((value) => ({ value, label: qualification.programmes.requirements[value] }))

const foundationOptions = ({ qualification }: Texts) =>
  FOUNDATIONS.map((value) => ({ value, label: qualification.programmes.foundations[value] }))

function Inputs({ t, fields, errors }: { t: Texts; fields: Fields; errors: FieldError[] }) {
  const words = t.qualification.programmes
  const labels = t.errors.labels
  const failed = (name: string) => {
    const error = errorOf(errors, name)
    return error === undefined ? {} : { error }
  }
  return (
    <>
      <Field
        name="name"
        label={labels.name}
        value={textOf(fields, "name")}
        maxlength={120}
        {...failed("name")}
      />
      <Field
        type="textarea"
        name="description"
        label={labels.description}
        value={textOf(fields, "description")}
        rows={8}
        maxlength={MAX_MARKDOWN_LENGTH}
        optional
        data={{ "data-markdown": "" }}
        {...failed("description")}
      />
      <Field
        type="checkboxes"
        name="requirements"
        label={words.required}
        hint={words.requirementsHint}
        values={listOf(fields, "requirements")}
        options={requirementOptions(t)}
        {...failed("requirements")}
      />
      <Field
        type="radios"
        name="foundation"
        label={words.foundation}
        hint={words.foundationHint}
        values={[textOf(fields, "foundation")]}
        options={foundationOptions(t)}
        {...failed("foundation")}
      />
    </>
  )
}
