import { Type } from "typebox"
import { contentDisposition } from "../../../../server/kernel/files.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { showMarkdown } from "../../../../server/kernel/markdown.ts"
import { writePdf } from "../../../../server/kernel/pdf.ts"
import { pdfBlocksOf } from "../../../../server/kernel/pdf-markdown.ts"
import type { Passage } from "../../../../server/kernel/pdf-paper.ts"
import { ById, Choice, Closed, html } from "../../../../server/kernel/schemas.ts"
import {
  findBoard,
  findMinutes,
  findReleasedMinutes,
  findSession,
  listPrintedPhotos,
  type MinutesView,
  type SessionView,
} from "../../../../server/qualification/index.ts"
import { Alert, Badge, DateTime, EmptyState, LinkButton, PageTitle, Prose } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { whenOf } from "../cohorts/when.tsx"
import { SessionTrail } from "./frame.tsx"
import { photoBlocks } from "./minutes-blocks.ts"
import { Releasing } from "./releasing.tsx"

const WithPhotos = Closed({ fotos: Type.Optional(Choice(["1"] as const)) })

const config = { access: "signed-in", page: true } as const

/** The minutes as they were released; to the facilitator the draft with the form to release it. */
export function minutesPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/protokoll",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { actor, params } = request
      const session = await findSession(site.db, actor, params.id)
      const draft = session.part === "facilitator" ? await findMinutes(site.db, actor, params.id) : null
      const isInGroup = session.part !== "manager"
      const hasPhotos = isInGroup && (await findBoard(site.db, actor, params.id)).photos.length > 0
      return show(site, request, reply, (t) => ({
        title: t.qualification.sessions.minutes.of(session.title),
        current: "qualification",
        width: "reading",
        breadcrumb: <SessionTrail t={t} session={session} here={t.qualification.sessions.minutes.title} />,
        children: <Minutes t={t} session={session} draft={draft} hasPhotos={hasPhotos} />,
      }))
    },
  )
  app.get(
    "/termine/:id/protokoll.pdf",
    { config, schema: { params: ById, querystring: WithPhotos, response: { 200: Type.Any() } } },
    async (request, reply) => {
      const { session, minutes } = await findReleasedMinutes(site.db, request.actor, request.params.id)
      const { locale } = request
      const words = texts(locale).qualification.sessions
      const title = words.minutes.of(session.title)
      const facts: [string, string | Passage][] = [
        [words.when, whenOf(session, locale).replaceAll(" ", "\u00a0")],
      ]
      if (session.place) facts.push([words.where, { text: session.place, lang: "de" }])
      const photos = request.query.fotos
        ? await listPrintedPhotos(site.db, site.files, request.actor, session.id)
        : []
      const pdf = await writePdf({
        title,
        lang: locale,
        footer: words.minutes.pdfFooter(session.cohort.name),
        createdAt: new Date(minutes.releasedAt),
        blocks: [
          { kind: "heading", level: 1, text: title },
          { kind: "facts", facts },
          // Whatever the language of the interface, people write German here.
          ...pdfBlocksOf(minutes.body).map((block) => ({ ...block, lang: "de" as const })),
          ...photoBlocks(texts(locale), photos),
        ],
      })
      return reply
        .type("application/pdf")
        .header("content-disposition", contentDisposition(`${title.replace(/[:/\\]+/g, "")}.pdf`, false))
        .send(pdf)
    },
  )
}

type Props = { t: Texts; session: SessionView; draft: MinutesView | null; hasPhotos: boolean }

function Minutes({ t, session, draft, hasPhotos }: Props) {
  const words = t.qualification.sessions.minutes
  const path = `/termine/${session.id}/protokoll`
  const released = session.minutes
  const actions = (
    <>
      {released && (
        <LinkButton href={`${path}.pdf`} icon="download">
          {words.pdf}
        </LinkButton>
      )}
      {released && hasPhotos && (
        <LinkButton href={`${path}.pdf?fotos=1`} icon="download">
          {words.pdfPhotos}
        </LinkButton>
      )}
      {draft && (
        <LinkButton href={`${path}/bearbeiten`} icon="edit" kind={released ? "secondary" : "primary"}>
          {words.write}
        </LinkButton>
      )}
    </>
  )
  return (
    <>
      <PageTitle over={session.cohort.name} actions={actions}>
        {words.of(session.title)}
      </PageTitle>
      {released && (
        <>
          <p>
            <Badge kind="success" icon="check">
              {words.releasedOn} <DateTime value={released.releasedAt} />
            </Badge>
          </p>
          {draft?.changed && (
            <Alert kind="info">
              <p>{words.changed}</p>
            </Alert>
          )}
          <Prose html={showMarkdown(released.body)} level={2} />
        </>
      )}
      {!released && !draft && (
        <EmptyState icon="clock" title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {draft && (!released || draft.changed) && (
        <section aria-labelledby="entwurf-titel">
          <h2 id="entwurf-titel">{words.preview}</h2>
          <Prose html={showMarkdown(draft.body)} level={3} />
        </section>
      )}
      {draft && <Releasing t={t} session={session} draft={draft} />}
    </>
  )
}
