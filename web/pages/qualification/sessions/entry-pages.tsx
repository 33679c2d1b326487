import type { FastifyReply, FastifyRequest } from "fastify"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  type BoardView,
  EditedEntry,
  editEntry,
  findBoard,
  findEntrySession,
  findNotes,
  findSession,
  findTask,
  NewEntry,
  recordEntry,
  removeEntry,
  SettledTask,
  settleTask,
} from "../../../../server/qualification/index.ts"
import { yesOrNo } from "../../../compared.ts"
import { type Fields, FormOf, fieldErrors, optional, orNull, refusalErrors, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  NewerVersion,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, ownPath, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { ResultInputs } from "./entries.tsx"
import { comparedEntries, ENTRY_FIELDS, EntryInputs } from "./entry-form.tsx"
import { SessionTrail } from "./frame.tsx"
import { showLeading } from "./leading.tsx"

const config = { access: "signed-in", page: true } as const

export function entryPages(app: App, site: Site): void {
  recordingPage(app, site)
  editingPages(app, site)
  settlingPages(app, site)
}

type Entry = BoardView["entries"][number]

const storedFields = ({ kind, body, person, dueOn }: Entry): Fields => {
  return { kind, body, memberId: person?.memberId, dueOn: dueOn ?? undefined }
}

const inputOf = (fields: Fields) => ({
  kind: textOf(fields, "kind"),
  body: textOf(fields, "body").trim(),
  memberId: orNull(textOf(fields, "memberId")),
  dueOn: orNull(textOf(fields, "dueOn")),
})

function recordingPage(app: App, site: Site): void {
  app.post(
    "/termine/:id/eintraege",
    { config, schema: { params: ById, body: FormOf(...ENTRY_FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const t = texts(request.locale)
      await findNotes(site.db, actor, params.id)
      const again = (errors: FieldError[]) =>
        showLeading(site, request, reply, params.id, { entry: body, errors, status: 422 })
      const key = optional(textOf(body, "idempotencyKey"))
      const { value, faults } = checkInput(NewEntry, { ...inputOf(body), ...(key && { key }) })
      if (!value) return again(fieldErrors(t, faults, "entry"))
      try {
        await recordEntry(site.db, actor, params.id, value)
        return goTo(reply, `/termine/${params.id}/leitung#festhalten`, "entry-recorded")
      } catch (error) {
        return again(refusalErrors(t, error))
      }
    },
  )
}

function editingPages(app: App, site: Site): void {
  const path = "/termine/eintraege/:id/bearbeiten"
  app.get(path, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const sessionId = await findEntrySession(site.db, request.actor, request.params.id)
    const board = await findBoard(site.db, request.actor, sessionId)
    const entry = board.entries.find(({ id }) => id === request.params.id)
    const fields = { ...(entry && storedFields(entry)), version: String(entry?.version) }
    return showEditing(site, request, reply, sessionId, fields, [])
  })
  app.post(
    path,
    { config, schema: { params: ById, body: FormOf(...ENTRY_FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const t = texts(request.locale)
      const sessionId = await findEntrySession(site.db, actor, params.id)
      const input = { ...inputOf(body), version: Number(textOf(body, "version")) }
      const { value, faults } = checkInput(EditedEntry, input)
      if (!value)
        return showEditing(site, request, reply, sessionId, body, fieldErrors(t, faults, "entry"), 422)
      try {
        await editEntry(site.db, actor, params.id, value)
        return goTo(reply, `/termine/${sessionId}/leitung#festgehalten`, "saved")
      } catch (error) {
        return showEditing(site, request, reply, sessionId, body, refusalErrors(t, error), 409)
      }
    },
  )
}

function settlingPages(app: App, site: Site): void {
  app.post(
    "/termine/eintraege/:id/ergebnis",
    {
      config,
      schema: { params: ById, body: FormOf("version", "result", "done", "back"), response: html },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      const t = texts(request.locale)
      const back = ownPath(textOf(body, "back"))
      const input = {
        version: Number(textOf(body, "version")),
        done: textOf(body, "done") === "true",
        result: textOf(body, "result"),
      }
      const { value, faults } = checkInput(SettledTask, input)
      if (!value) return showSettling(site, request, reply, input, back, fieldErrors(t, faults, "entry"), 422)
      try {
        await settleTask(site.db, actor, params.id, value)
        return goTo(reply, back, "saved")
      } catch (error) {
        return showSettling(site, request, reply, input, back, refusalErrors(t, error), 409)
      }
    },
  )
  app.post(
    "/termine/eintraege/:id/loeschen",
    { config, schema: { params: ById, body: FormOf("back"), response: html } },
    async ({ actor, params, body }, reply) => {
      await removeEntry(site.db, actor, params.id)
      return goTo(reply, ownPath(textOf(body, "back")), "entry-removed")
    },
  )
}

/** Nothing of what was typed is lost; sent again it replaces what somebody else wrote, which stands above. */
async function showSettling(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { done, result }: { done: boolean; result: string },
  back: string,
  errors: FieldError[],
  status: number,
) {
  const current = await findTask(site.db, request.actor, request.params.id)
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.sessions.settle
      return {
        title: t.shell.form.errorPageTitle(words.summary),
        current: "qualification",
        width: "reading",
        children: (
          <>
            <PageTitle over={current.body}>{words.summary}</PageTitle>
            {status === 409 ? (
              <NewerVersion
                text={t.qualification.sessions.entry.conflict}
                fields={[
                  { name: "result", label: words.result, saved: current.result, mine: result },
                  {
                    name: "done",
                    label: words.done,
                    saved: yesOrNo(t, current.done),
                    mine: yesOrNo(t, done),
                  },
                ]}
              />
            ) : (
              <ErrorSummary errors={errors} />
            )}
            <Form
              action={`/termine/eintraege/${current.id}/ergebnis`}
              hidden={{ version: current.version, back }}
              keep={`eintrag-${current.id}-${current.version}`}
            >
              <ResultInputs result={result} done={done} />
              <div>
                <SubmitButton>{words.save}</SubmitButton>
              </div>
            </Form>
          </>
        ),
      }
    },
    status,
  )
}

async function showEditing(
  site: Site,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  sessionId: string,
  fields: Fields,
  errors: FieldError[],
  status = 200,
) {
  const session = await findSession(site.db, request.actor, sessionId)
  const { people, entries } = await findBoard(site.db, request.actor, sessionId)
  // After a conflict it replaces the newer one, which stands above.
  const current = entries.find(({ id }) => id === request.params.id)
  const version = status === 409 ? current?.version : Number(textOf(fields, "version"))
  return show(
    site,
    request,
    reply,
    (t) => {
      const words = t.qualification.sessions.entry
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(words.editTitle) : words.editTitle,
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={words.editTitle} />,
        children: (
          <>
            <PageTitle>{words.editTitle}</PageTitle>
            <ErrorSummary errors={status === 409 && current ? [] : errors} />
            {status === 409 && current && (
              <NewerVersion
                text={words.conflict}
                fields={comparedEntries(
                  t,
                  request.locale,
                  session.kind,
                  people,
                  storedFields(current),
                  fields,
                )}
              />
            )}
            <Form action={`/termine/eintraege/${request.params.id}/bearbeiten`} hidden={{ version }}>
              <EntryInputs kind={session.kind} people={people} fields={fields} errors={errors} />
              <Buttons>
                <SubmitButton>{t.qualification.sessions.settle.save}</SubmitButton>
                <LinkButton href={`/termine/${sessionId}/leitung`} kind="tertiary">
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
