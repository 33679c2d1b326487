import type { FastifyReply, FastifyRequest } from "fastify"
import { listDepartments, readInstallation } from "../../../server/accounts/index.ts"
import {
  type AnnouncementView,
  EditedAnnouncement,
  editAnnouncement,
  findAnnouncement,
  NewAnnouncement,
  publishAnnouncement,
} from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { DAY, dayOf, now } from "../../../server/kernel/time.ts"
import { type Fields, FormOf, fieldErrors, listOf, refusalErrors, textOf } from "../../forms.ts"
import { type FieldError, PageTitle } from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { Conflict } from "./conflict.tsx"
import { AnnouncementForm, FIELDS } from "./form.tsx"
import { instantOf, localTimeOf } from "./moment.ts"
import { Trail } from "./reading.tsx"

const SHOWN_DAYS = 14

export function writingPages(app: App, site: Site): void {
  newPages(app, site)
  editPages(app, site)
}

function newPages(app: App, site: Site): void {
  const config = { access: ["lead", "admin"], page: true } as const
  app.get("/ankuendigungen/neu", { config, schema: { response: html } }, async (request, reply) => {
    const showUntil = dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY))
    return showNew(site, request, reply, { idempotencyKey: newId(), showUntil }, [], 200)
  })
  app.post(
    "/ankuendigungen/neu",
    { config, schema: { body: FormOf(...FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const fields = request.body
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showNew(site, request, reply, fields, errors, status)
      const key = textOf(fields, "idempotencyKey")
      const publishAt = timeIn(fields)
      const { value, faults } = checkInput(NewAnnouncement, { ...inputOf(fields), publishAt, key })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        const { id } = await publishAnnouncement(site.db, request.actor, value)
        return goTo(reply, `/ankuendigungen/${id}`, publishAt ? "announcement-planned" : "announced")
      } catch (error) {
        return again(refusalErrors(t, error), statusOf(error))
      }
    },
  )
}

function editPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/ankuendigungen/:id/bearbeiten",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const former = await findAnnouncement(site.db, request.actor, request.params.id)
      if (!former.can.edit) throw forbidden()
      return showEdit(site, request, reply, former, { fields: fieldsOf(former), errors: [], status: 200 })
    },
  )
  app.post(
    "/ankuendigungen/:id/bearbeiten",
    { config, schema: { params: ById, body: FormOf(...FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { params, body: fields, actor } = request
      const t = texts(request.locale)
      const again = async (errors: FieldError[], status: number) => {
        const former = await findAnnouncement(site.db, actor, params.id)
        // Of one that was withdrawn meanwhile its author still gets back what was typed.
        if (!former.can.edit && !former.withdrawn) throw forbidden()
        return showEdit(site, request, reply, former, { fields, errors, status })
      }
      // A published one's form has no field for the time.
      const time = fields.publishAt === undefined ? {} : { publishAt: timeIn(fields) }
      const version = Number(textOf(fields, "version"))
      const { value, faults } = checkInput(EditedAnnouncement, { ...inputOf(fields), ...time, version })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await editAnnouncement(site.db, actor, params.id, value)
        return goTo(reply, `/ankuendigungen/${params.id}`, "saved")
      } catch (error) {
        return again(refusalErrors(t, error), statusOf(error))
      }
    },
  )
}

/** Empty is at once. */
const timeIn = (fields: Fields) => instantOf(textOf(fields, "publishAt")) || null

const inputOf = (fields: Fields) => {
  return {
    title: textOf(fields, "title"),
    body: textOf(fields, "body"),
    audience: textOf(fields, "audience"),
    departmentIds: listOf(fields, "departmentIds"),
    showUntil: textOf(fields, "showUntil"),
  }
}

const fieldsOf = (announcement: AnnouncementView): Fields => {
  const { title, body, audience, departments, publishAt, showUntil, version } = announcement
  return {
    title,
    body,
    audience,
    departmentIds: departments.map(({ id }) => id),
    publishAt: localTimeOf(publishAt),
    showUntil,
    version: String(version),
  }
}

const statusOf = (error: unknown) => (error instanceof Refusal ? error.status : 422)

async function showNew(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: Fields,
  errors: FieldError[],
  status: number,
) {
  const choice = await choiceOf(site, request)
  const children = (t: Texts) => (
    <>
      <PageTitle>{t.announcements.new}</PageTitle>
      <AnnouncementForm
        {...choice}
        {...{ fields, errors }}
        action="/ankuendigungen/neu"
        cancel="/ankuendigungen"
      />
    </>
  )
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: titled(t, t.announcements.new, errors),
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={t.announcements.new} />,
      children: children(t),
    }),
    status,
  )
}

type Tried = { fields: Fields; errors: FieldError[]; status: number }

async function showEdit(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  former: AnnouncementView,
  { fields, errors, status }: Tried,
) {
  const address = `/ankuendigungen/${former.id}`
  const choice = await choiceOf(site, request, former)
  const isStale = status === 409 && textOf(fields, "version") !== String(former.version)
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: titled(t, t.announcements.editTitle, errors),
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={former.title} here={{ id: former.id, label: t.announcements.edit }} />,
      children: (
        <>
          <PageTitle>{t.announcements.editTitle}</PageTitle>
          {isStale && <Conflict t={t} newer={former} />}
          <AnnouncementForm
            {...choice}
            fields={fields}
            errors={isStale ? [] : errors}
            action={`${address}/bearbeiten`}
            version={former.version}
            isPublished={!former.planned}
            cancel={address}
          />
        </>
      ),
    }),
    status,
  )
}

const titled = (t: Texts, title: string, errors: FieldError[]) =>
  errors.length > 0 ? t.shell.form.errorPageTitle(title) : title

/** The departments to choose from; one that was archived since stays while it is ticked. */
async function choiceOf(site: Site, request: FastifyRequest, former?: AnnouncementView) {
  const { departmentLabel } = await readInstallation(site.db)
  const all = await listDepartments(site.db, { archived: true })
  const ticked = (former?.departments ?? []).map(({ id }) => id)
  const departments = all.filter(({ id, archived }) => !archived || ticked.includes(id))
  return { departments, label: departmentLabel[request.locale].many }
}
