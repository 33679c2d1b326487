import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { hasFeed, readFeed, renewFeed, revokeFeed } from "../../../../server/qualification/index.ts"
import { FormOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Breadcrumb,
  Buttons,
  Field,
  Form,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

const config = { access: "signed-in", page: true } as const
const ByFile = Closed({ file: Type.String({ pattern: "^[A-Za-z0-9_-]{43}\\.ics$" }) })

export function calendarPages(app: App, site: Site): void {
  app.get("/kalender", { config, schema: { response: html } }, async (request, reply) =>
    showPage(site, request, reply, null),
  )
  // The address is in no redirect and no history: it is shown in this one answer.
  app.post("/kalender", { config, schema: { body: FormOf(), response: html } }, async (request, reply) => {
    const { token } = await renewFeed(site.db, request.actor)
    return showPage(site, request, reply, `${site.config.publicUrl}/kalender/${token}.ics`)
  })
  app.post(
    "/kalender/sperren",
    { config, schema: { body: FormOf(), response: html } },
    async (request, reply) => {
      await revokeFeed(site.db, request.actor)
      return goTo(reply, "/kalender", "feed-revoked")
    },
  )
  app.get(
    "/kalender/:file",
    { config: { access: "public" }, schema: { params: ByFile, response: { 200: Type.String() } } },
    async (request, reply) => {
      const token = request.params.file.slice(0, -".ics".length)
      const content = await readFeed(site.db, token, site.config.publicUrl)
      return reply.type("text/calendar; charset=utf-8").header("x-robots-tag", "noindex").send(content)
    },
  )
}

async function showPage(site: Site, request: FastifyRequest, reply: FastifyReply, address: string | null) {
  const exists = await hasFeed(site.db, request.actor)
  return show(site, request, reply, (t) => {
    const { title } = t.qualification.cohortDates.calendar
    const root = { label: t.qualification.cohorts.title, href: "/qualifizierung" }
    return {
      title,
      current: "qualification",
      width: "reading",
      breadcrumb: <Breadcrumb trail={[root, { label: title }]} />,
      children: <Calendar t={t} exists={exists} address={address} />,
    }
  })
}

function Calendar({ t, exists, address }: { t: Texts; exists: boolean; address: string | null }) {
  const words = t.qualification.cohortDates.calendar
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {address ? (
        <>
          <Alert kind="success" live>
            <p>{words.once}</p>
          </Alert>
          <Field
            name="address"
            label={words.address}
            value={address}
            spellcheck={false}
            needed={false}
            maxlength={null}
          />
        </>
      ) : (
        <p>{exists ? words.exists : words.none}</p>
      )}
      <Form action="/kalender">
        {exists && <p class="kern-hint">{words.renewText}</p>}
        <Buttons>
          <SubmitButton kind={exists ? "secondary" : "primary"} icon="calendar">
            {exists ? words.renew : words.make}
          </SubmitButton>
        </Buttons>
      </Form>
      {exists && (
        <ActionButton action="/kalender/sperren" kind="danger" icon="lock">
          {words.revoke}
        </ActionButton>
      )}
    </>
  )
}
