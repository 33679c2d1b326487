import { endSession, endSessions, type listSessions, renewMark } from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { dayOf } from "../../../../server/kernel/time.ts"
import { ActionButton, Badge, Card, Day, formatDay, List, Meta, useReader } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number] & { current: boolean }

const config = { access: "signed-in", page: true } as const

/** Of one's own sessions, and nobody else's. This one ends by `/abmelden`. */
export function sessionPages(app: App, { db, sessions }: Site): void {
  app.post(
    "/profil/sitzungen/:id/abmelden",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      if (!(await endSession(db, request.actor.id, request.params.id))) throw notFound()
      return goTo(reply, "/profil#sitzungen", "session-ended")
    },
  )

  app.post("/profil/sitzungen/abmelden", { config, schema: { response: html } }, async (request, reply) => {
    await endSessions(db, request.actor.id, request.actor.sessionId)
    return goTo(
      reply.header("set-cookie", await renewMark(request, sessions)),
      "/profil#sitzungen",
      "sessions-ended",
    )
  })
}

export function Sessions({ sessions }: { sessions: SessionRow[] }) {
  const { t } = useReader()
  const words = t.accounts.profile.sessions
  return (
    <Card title={words.title} id="sitzungen" icon="lock">
      <p>{words.text}</p>
      {sessions.length > 1 && (
        <ActionButton
          action="/profil/sitzungen/abmelden"
          kind="secondary"
          icon="logout"
          confirm={words.confirmOthers}
        >
          {words.endOthers}
        </ActionButton>
      )}
      <List label={words.title}>
        {sessions.map((session) => (
          <OneSession session={session} key={session.id} />
        ))}
      </List>
    </Card>
  )
}

function OneSession({ session }: { session: SessionRow }) {
  const { t, locale } = useReader()
  const words = t.accounts.profile.sessions
  const { id, signedInOn, expiresAt, current } = session
  // A dash is stored where the browser did not say what it is.
  const device = session.device === "–" ? words.unknown : session.device
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{device}</p>
        <div class="ff-row__foot">
          {current && (
            <Badge kind="success" icon="check">
              {words.current}
            </Badge>
          )}
          <Meta
            items={[
              <>
                {words.since} <Day value={signedInOn} />
              </>,
              words.until(formatDay(dayOf(expiresAt), locale)),
            ]}
          />
        </div>
      </div>
      <div class="ff-row__actions">
        <ActionButton
          action={current ? "/abmelden" : `/profil/sitzungen/${id}/abmelden`}
          context={`${device}, ${formatDay(signedInOn, locale)}`}
        >
          {words.end}
        </ActionButton>
      </div>
    </li>
  )
}
