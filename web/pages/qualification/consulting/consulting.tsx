import type { FastifyReply, FastifyRequest } from "fastify"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  type ConsultingView,
  findConsulting,
  LINE_KINDS,
  type LineKind,
} from "../../../../server/qualification/index.ts"
import type { Fields } from "../../../forms.ts"
import {
  Card,
  Disclosure,
  ErrorSummary,
  type FieldError,
  LinkButton,
  PageTitle,
  useReader,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Timer, TimerPhases } from "../timer/index.ts"
import { Decision, type TriedDecision } from "./decision.tsx"
import { ConsultingTrail, SheetLink, topicsPath } from "./frame.tsx"
import { Lines } from "./lines.tsx"
import { Ended, More } from "./result.tsx"
import { Instructions } from "./roles.tsx"

/** What was sent and not taken. */
export type Tried = {
  line?: { kind: LineKind; fields: Fields; errors: FieldError[] }
  decision?: TriedDecision
  errors?: FieldError[]
  status?: number
}

export function consultingPage(app: App, site: Site): void {
  app.get(
    "/beratungen/:id",
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showConsulting(site, request, reply, request.params.id, {}),
  )
}

export async function showConsulting(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried: Tried,
) {
  const consulting = await findConsulting(site.db, request.actor, id)
  const errors = [...(tried.errors ?? []), ...(tried.line?.errors ?? []), ...(tried.decision?.errors ?? [])]
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: errors.length > 0 ? t.shell.form.errorPageTitle(consulting.title) : consulting.title,
      current: "qualification",
      breadcrumb: <ConsultingTrail t={t} session={consulting.session} here={consulting.title} />,
      children: (
        <Consulting t={t} consulting={consulting} tried={tried} errors={errors} ownerId={request.actor.id} />
      ),
    }),
    tried.status ?? 200,
  )
}

type Props = { t: Texts; consulting: ConsultingView; tried: Tried; errors: FieldError[]; ownerId: string }

/** One page for all: who comes late sees the phase, and at the end everybody what is theirs. */
function Consulting({ t, consulting, tried, errors, ownerId }: Props) {
  const words = t.qualification.consulting
  const { session, ended } = consulting
  const actions = ended ? (
    <LinkButton href={topicsPath(session.id)} kind="tertiary">
      {words.result.back}
    </LinkButton>
  ) : (
    <SheetLink sessionId={session.id} />
  )
  return (
    <>
      <PageTitle over={words.title} actions={actions}>
        {consulting.title}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <div id="beratung-live" data-live={`consulting:${consulting.id}`}>
        {ended ? (
          <div class="ff-stack">
            <Ended consulting={consulting} />
            <Notes consulting={consulting} tried={tried} ownerId={ownerId} />
            <More consulting={consulting} />
          </div>
        ) : (
          <div class="ff-columns ff-columns--led">
            <aside>
              <Course t={t} consulting={consulting} />
            </aside>
            <div>
              <Present t={t} consulting={consulting} />
              <Notes consulting={consulting} tried={tried} ownerId={ownerId} />
              <More consulting={consulting} />
            </div>
          </div>
        )}
      </div>
    </>
  )
}

function Course({ t, consulting }: { t: Texts; consulting: ConsultingView }) {
  const { timer, can, id } = consulting
  return (
    <Card title={t.qualification.consulting.course} id="ablauf" icon="clock">
      {timer && (
        <>
          <Timer view={timer} level={3} {...(can.time && { action: `/beratungen/${id}/uhr` })} />
          <Disclosure summary={t.qualification.consulting.allPhases} quiet id="alle-schritte">
            <TimerPhases view={timer} />
          </Disclosure>
        </>
      )}
    </Card>
  )
}

function Present({ t, consulting }: { t: Texts; consulting: ConsultingView }) {
  const words = t.qualification.consulting
  return (
    <Card title={words.phase.title} id="jetzt" icon="people" tone="attention">
      {consulting.question && (
        <p class="ff-lines">
          <strong>{words.phase.question}:</strong> {consulting.question}
        </p>
      )}
      <Instructions consulting={consulting} />
      <p class="kern-hint">{words.phase.confidential}</p>
    </Card>
  )
}

function Notes({ consulting, tried, ownerId }: Pick<Props, "consulting" | "tried" | "ownerId">) {
  return (
    <>
      {consulting.lines &&
        LINE_KINDS.map((kind) => (
          <Lines
            key={kind}
            consulting={consulting}
            kind={kind}
            lines={consulting.lines ?? []}
            ownerId={ownerId}
            {...(tried.line?.kind === kind && { tried: tried.line })}
          />
        ))}
      <Fate consulting={consulting} />
      <Decision consulting={consulting} {...(tried.decision && { tried: tried.decision })} />
    </>
  )
}

function Fate({ consulting: { ended, can, lines } }: { consulting: ConsultingView }) {
  const { t } = useReader()
  if (ended || (can.note.length === 0 && lines?.length === 0)) return null
  return (
    <div class="ff-part">
      <p class="kern-hint">{t.qualification.consulting.lines.fate}</p>
    </div>
  )
}
