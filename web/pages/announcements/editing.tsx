import type { FastifyReply, FastifyRequest } from "fastify"
import {
  type AnnouncementView,
  EditedAnnouncement,
  editAnnouncement,
  findAnnouncement,
} from "../../../server/announcements/index.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../forms.ts"
import { type FieldError, PageTitle } from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { Conflict } from "./conflict.tsx"
import { AnnouncementForm, FIELDS } from "./form.tsx"
import { choiceOf, inputOf, statusOf, type Tried, timeIn, titled } from "./input.ts"
import { localTimeOf } from "./moment.ts"
import { Trail } from "./reading.tsx"

export function editingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/ankuendigungen/:id/bearbeiten",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const former = await findAnnouncement(site.db, request.actor, request.params.id)
      if (!former.can.edit) throw forbidden()
      return showForm(site, request, reply, former, { fields: fieldsOf(former), errors: [], status: 200 })
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
        return showForm(site, request, reply, former, { fields, errors, status })
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

async function showForm(
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
          {isStale && <Conflict {...choice} newer={fieldsOf(former)} fields={fields} />}
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
