import type { FastifyReply, FastifyRequest } from "fastify"
import { NewAnnouncement, publishAnnouncement } from "../../../server/announcements/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { checkInput, html } from "../../../server/kernel/schemas.ts"
import { DAY, dayOf, now } from "../../../server/kernel/time.ts"
import { FormOf, fieldErrors, refusalErrors, textOf } from "../../forms.ts"
import { type FieldError, PageTitle } from "../../layout/index.ts"
import { goTo, type Site, show } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { AnnouncementForm, FIELDS } from "./form.tsx"
import { choiceOf, inputOf, statusOf, type Tried, timeIn, titled } from "./input.ts"
import { Trail } from "./reading.tsx"

const SHOWN_DAYS = 14

export function writingPages(app: App, site: Site): void {
  const config = { access: ["lead", "admin"], page: true } as const
  app.get("/ankuendigungen/neu", { config, schema: { response: html } }, async (request, reply) => {
    const showUntil = dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY))
    const fields = { idempotencyKey: newId(), showUntil }
    return showForm(site, request, reply, { fields, errors: [], status: 200 })
  })
  app.post(
    "/ankuendigungen/neu",
    { config, schema: { body: FormOf(...FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const fields = request.body
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showForm(site, request, reply, { fields, errors, status })
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

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, tried: Tried) {
  const { fields, errors, status } = tried
  const form = { ...(await choiceOf(site, request)), fields, errors }
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: titled(t, t.announcements.new, errors),
      current: "announcements",
      width: "reading",
      breadcrumb: <Trail t={t} title={t.announcements.new} />,
      children: (
        <>
          <PageTitle>{t.announcements.new}</PageTitle>
          <AnnouncementForm {...form} action="/ankuendigungen/neu" cancel="/ankuendigungen" />
        </>
      ),
    }),
    status,
  )
}
