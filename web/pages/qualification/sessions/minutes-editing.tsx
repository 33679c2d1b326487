import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { MAX_MARKDOWN_LENGTH } from "../../../../server/kernel/markdown.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  findMinutes,
  findSession,
  releaseMinutes,
  SavedMinutes,
  saveMinutes,
} from "../../../../server/qualification/index.ts"
import { compared } from "../../../compared.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import {
  Alert,
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
import { texts } from "../../../texts/index.ts"
import { SessionTrail } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const
const Address = Closed({ neu: Type.Optional(Type.String()), hinweis: Type.Optional(Type.String()) })

type Shown = { body: string; version: number; errors: FieldError[]; newer?: string; isFresh?: boolean }

export function minutesEditingPages(app: App, site: Site): void {
  const path = "/termine/:id/protokoll/bearbeiten"
  app.get(
    path,
    { config, schema: { params: ById, querystring: Address, response: html } },
    async (request, reply) => {
      const isFresh = request.query.neu !== undefined
      const { body, version } = await findMinutes(site.db, request.actor, request.params.id, isFresh)
      return showForm(site, request, reply, { body, version, errors: [], isFresh })
    },
  )
  app.post(
    path,
    { config, schema: { params: ById, body: FormOf("body", "version"), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const t = texts(request.locale)
      const body = textOf(request.body, "body")
      const version = Number(textOf(request.body, "version")) || 0
      const current = await findMinutes(site.db, actor, params.id)
      const again = (errors: FieldError[]) => showForm(site, request, reply, { body, version, errors }, 422)
      const { value, faults } = checkInput(SavedMinutes, { body, version })
      if (!value) return again(fieldErrors(t, faults))
      try {
        await saveMinutes(site.db, actor, params.id, value)
        return goTo(reply, `/termine/${params.id}/protokoll`, "saved")
      } catch (error) {
        const isStale = error instanceof Refusal && error.code === "minutes.changed"
        if (!isStale) return again(refusalErrors(t, error))
        const shown = { body, version: current.version, errors: [], newer: current.body }
        return showForm(site, request, reply, shown, 409)
      }
    },
  )
  app.post(
    "/termine/:id/protokoll/freigeben",
    { config, schema: { params: ById, body: FormOf("version", "forManagers"), response: html } },
    async ({ actor, params, body }, reply) => {
      const version = Number(textOf(body, "version")) || 0
      const forManagers = textOf(body, "forManagers") === "true"
      await releaseMinutes(site.db, actor, params.id, { version, forManagers })
      return goTo(reply, `/termine/${params.id}/protokoll`, "minutes-released")
    },
  )
}

async function showForm(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { body, version, errors, newer, isFresh }: Shown,
  status = 200,
) {
  const { id } = request.params
  const session = await findSession(site.db, request.actor, id)
  const path = `/termine/${id}/protokoll`
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.sessions.minutes
      const error = errorOf(errors, "body")
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.editTitle) : words.editTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={words.title} />,
        children: (
          <>
            <PageTitle over={session.title} lead={<p>{words.lead}</p>}>
              {words.editTitle}
            </PageTitle>
            {isFresh && (
              <Alert kind="info">
                <p>{words.freshNote}</p>
              </Alert>
            )}
            {newer !== undefined && (
              <NewerVersion
                title={words.conflictTitle}
                text={words.conflictText}
                fields={compared({ body: words.body }, { body: newer }, { body })}
              />
            )}
            <ErrorSummary errors={errors} />
            <Form action={`${path}/bearbeiten`} hidden={{ version }} keep={`minutes-${id}-${version}`}>
              <Field
                type="textarea"
                rows={12}
                maxlength={MAX_MARKDOWN_LENGTH}
                name="body"
                label={words.body}
                value={body}
                data={{ "data-markdown": "" }}
                {...(error && { error })}
              />
              <Buttons>
                <SubmitButton>{words.save}</SubmitButton>
                {version > 0 && (
                  <LinkButton href={`${path}/bearbeiten?neu=1`} kind="tertiary">
                    {words.fresh}
                  </LinkButton>
                )}
                <LinkButton href={path} kind="tertiary">
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
