import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, html } from "../../../../server/kernel/schemas.ts"
import { addSynonym, changeSynonym, findSynonym } from "../../../../server/search/index.ts"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { frame, keepersPage, PATH } from "./frame.tsx"
import { trySaving } from "./input.ts"

const TermsForm = FormOf("terms")
/** What nobody found may be another word for something that is there. */
const Beginning = Closed({ begriff: Type.Optional(Type.String({ maxLength: 4000 })) })

export function synonymFormPages(app: App, site: Site): void {
  const { db } = site
  app.get(
    `${PATH}/neu`,
    { config: keepersPage, schema: { querystring: Beginning, response: html } },
    async (request, reply) => {
      const { begriff } = request.query
      return showForm(site, request, reply, null, { fields: { terms: begriff && `${begriff}\n` } })
    },
  )
  app.post(
    `${PATH}/neu`,
    { config: keepersPage, schema: { body: TermsForm, response: html } },
    async (request, reply) => {
      const fields = request.body
      const failed = await trySaving(texts(request.locale), fields, (input) =>
        addSynonym(db, request.actor, input),
      )
      if (failed) return showForm(site, request, reply, null, { fields, ...failed })
      return goTo(reply, PATH, "synonyms-saved")
    },
  )
  app.get(
    `${PATH}/:id`,
    { config: keepersPage, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { id, terms } = await findSynonym(db, request.actor, request.params.id)
      return showForm(site, request, reply, id, { fields: { terms: terms.join("\n") } })
    },
  )
  app.post(
    `${PATH}/:id`,
    { config: keepersPage, schema: { params: ById, body: TermsForm, response: html } },
    async (request, reply) => {
      const { id } = await findSynonym(db, request.actor, request.params.id)
      const fields = request.body
      const failed = await trySaving(texts(request.locale), fields, (input) =>
        changeSynonym(db, request.actor, id, input),
      )
      if (failed) return showForm(site, request, reply, id, { fields, ...failed })
      return goTo(reply, PATH, "synonyms-saved")
    },
  )
}

type State = { fields: Fields; errors?: FieldError[]; status?: number }

/** @param id of the group that is changed; null for a new one */
async function showForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string | null,
  { fields, errors = [], status = 200 }: State,
) {
  return show(
    site,
    request,
    reply,
    (t) => {
      const { newTitle, editTitle } = t.searchCare.synonyms
      const title = id ? editTitle : newTitle
      return {
        ...frame(t, request.actor, title),
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        children: <TermsPage id={id} title={title} fields={fields} errors={errors} />,
      }
    },
    status,
  )
}

type PageProps = { id: string | null; title: string; fields: Fields; errors: FieldError[] }

function TermsPage({ id, title, fields, errors }: PageProps) {
  const { t } = useReader()
  const words = t.searchCare.synonyms
  const error = errorOf(errors, "terms")
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle>{title}</PageTitle>
      <Form action={`${PATH}/${id ?? "neu"}`} keep={`synonyme-${id ?? "neu"}`}>
        <Field
          type="textarea"
          maxlength={null}
          name="terms"
          label={t.errors.labels.terms}
          hint={words.hint}
          value={textOf(fields, "terms")}
          rows={6}
          {...(error && { error })}
        />
        <Buttons>
          <SubmitButton>{t.shell.form.save}</SubmitButton>
          <LinkButton href={PATH} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
          {id && (
            <LinkButton href={`${PATH}/${id}/loeschen`} kind="danger">
              {words.deleteLink}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </>
  )
}
