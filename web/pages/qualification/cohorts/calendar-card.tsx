import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { readFeed, renewFeed, revokeFeed } from "../../../../server/qualification/index.ts"
import { FormOf, textOf } from "../../../forms.ts"
import { Alert, Buttons, Card, Field, Form, SubmitButton, TwoSteps } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { findOverview, showOverview } from "./overview.tsx"

const ByFile = Closed({ file: Type.String({ pattern: "^[A-Za-z0-9_-]{43}\\.ics$" }) })

/** What the own calendar is subscribed by; its card stands on the overview. */
export function calendarPages(app: App, site: Site): void {
  const { db, config } = site
  app.post(
    "/kalender",
    { config: { access: "signed-in", page: true }, schema: { body: FormOf("action"), response: html } },
    async (request, reply) => {
      const { actor, body } = request
      if (textOf(body, "action") === "revoke") {
        await revokeFeed(db, actor)
        return goTo(reply, "/qualifizierung#kalender", "feed-revoked")
      }
      // The address is in no redirect and no history: it is shown in this one answer.
      const { token } = await renewFeed(db, actor)
      const address = `${config.publicUrl}/kalender/${token}.ics`
      const overview = await findOverview(db, actor)
      return show(site, request, reply, (t) => showOverview(t, overview, address))
    },
  )
  app.get(
    "/kalender/:file",
    { config: { access: "public" }, schema: { params: ByFile, response: { 200: Type.String() } } },
    async (request, reply) => {
      const token = request.params.file.slice(0, -".ics".length)
      const content = await readFeed(db, token, config.publicUrl)
      return reply.type("text/calendar; charset=utf-8").header("x-robots-tag", "noindex").send(content)
    },
  )
}

/** @param address fresh, to be copied now; null where it is not shown */
export function Calendar({ t, exists, address }: { t: Texts; exists: boolean; address: string | null }) {
  const words = t.qualification.cohortDates.calendar
  return (
    <Card title={words.title} id="kalender" icon="calendar">
      <p>{words.lead}</p>
      {address ? (
        <>
          <Alert kind="success" live autofocus>
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
          <SubmitButton kind="secondary" icon="calendar">
            {exists ? words.renew : words.make}
          </SubmitButton>
        </Buttons>
      </Form>
      {exists && (
        <TwoSteps
          summary={words.revoke}
          text={words.revokeText}
          action="/kalender"
          hidden={{ action: "revoke" }}
          now={words.revokeNow}
        />
      )}
    </Card>
  )
}
