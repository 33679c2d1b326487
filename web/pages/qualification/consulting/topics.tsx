import type { FastifyReply, FastifyRequest } from "fastify"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  closeBallot,
  findTopicSession,
  findTopics,
  reopenBallot,
  TOPIC_VOTES_EACH,
  type TopicsView,
  voteForTopic,
} from "../../../../server/qualification/index.ts"
import { FormOf, refusalErrors, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Card,
  EmptyState,
  ErrorSummary,
  type FieldError,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { ConsultingTrail, SheetLink, topicsPath } from "./frame.tsx"
import { ConsultingRows } from "./rows.tsx"
import { Topic } from "./topic.tsx"

const config = { access: "signed-in", page: true } as const

/** What the group wants to consult on at a session, and which of it. */
export function topicPages(app: App, site: Site): void {
  app.get(
    "/termine/:id/beratung",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showTopics(site, request, reply, request.params.id, []),
  )
  app.post(
    "/termine/:id/beratung/abstimmung",
    { config, schema: { params: ById, body: FormOf("deed"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const closes = textOf(body, "deed") !== "reopen"
      try {
        await (closes ? closeBallot : reopenBallot)(site.db, actor, params.id)
      } catch (error) {
        return showTopics(site, request, reply, params.id, refusalErrors(texts(request.locale), error), 409)
      }
      return goTo(reply, topicsPath(params.id), closes ? "ballot-closed" : "ballot-opened")
    },
  )
  app.post(
    "/beratungsthemen/:id/stimme",
    { config, schema: { params: ById, body: FormOf("chosen"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const isChosen = textOf(body, "chosen") !== "false"
      try {
        const sessionId = await voteForTopic(site.db, actor, params.id, isChosen)
        return goTo(reply, topicsPath(sessionId), isChosen ? "vote-given" : "vote-taken-back")
      } catch (error) {
        const errors = refusalErrors(texts(request.locale), error)
        const sessionId = await findTopicSession(site.db, actor, params.id)
        return showTopics(site, request, reply, sessionId, errors, 409)
      }
    },
  )
}

async function showTopics(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string,
  errors: FieldError[],
  status = 200,
) {
  const view = await findTopics(site.db, request.actor, sessionId)
  return show(
    site,
    request,
    reply,
    (t) => {
      const title = t.qualification.consulting.pageTitle(view.session.title)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: "qualification",
        width: "reading",
        breadcrumb: <ConsultingTrail t={t} session={view.session} />,
        children: <Topics t={t} view={view} errors={errors} />,
      }
    },
    status,
  )
}

function Topics({ t, view, errors }: { t: Texts; view: TopicsView; errors: FieldError[] }) {
  const words = t.qualification.consulting
  const { session, topics, consultings } = view
  const path = topicsPath(session.id)
  const actions = (
    <>
      {view.can.add && (
        <LinkButton href={`${path}/thema`} kind="primary" icon="plus">
          {words.topics.add}
        </LinkButton>
      )}
      <SheetLink sessionId={session.id} />
    </>
  )
  const lead = (
    <>
      <p>{words.lead}</p>
      <p>{words.privacy}</p>
    </>
  )
  return (
    <>
      <PageTitle over={session.title} lead={lead} actions={actions}>
        {words.title}
      </PageTitle>
      <ErrorSummary errors={errors} />
      <div id="themen-live" class="ff-stack" data-live={`session:${session.id}`}>
        <Running t={t} view={view} />
        <section aria-labelledby="themen" class="ff-stack">
          <h2 id="themen">{words.topics.title}</h2>
          {topics.length === 0 ? (
            <EmptyState icon="people" title={words.topics.emptyTitle}>
              <p>{view.can.add ? words.topics.emptyLearner : words.topics.emptyFacilitator}</p>
            </EmptyState>
          ) : (
            <>
              {view.ballot === "open" && <p>{words.ballot.open(view.votesLeft, TOPIC_VOTES_EACH)}</p>}
              {view.ballot === "closed" && <p>{words.ballot.closed}</p>}
              {topics.map((topic) => (
                <Topic key={topic.id} topic={topic} view={view} />
              ))}
              <Ballot t={t} view={view} />
            </>
          )}
        </section>
        {consultings.length > 0 && (
          <section aria-labelledby="beratungen" class="ff-stack">
            <h2 id="beratungen">{words.runs.title}</h2>
            <ConsultingRows rows={consultings} />
          </section>
        )}
      </div>
    </>
  )
}

function Running({ t, view }: { t: Texts; view: TopicsView }) {
  const words = t.qualification.consulting.start
  const running = view.consultings.find(({ ended }) => !ended)
  if (!running) return null
  return (
    <Alert kind="info" title={words.running(running.title)}>
      <p>
        <LinkButton href={`/beratungen/${running.id}`} kind="primary" small>
          {words.join}
        </LinkButton>
      </p>
    </Alert>
  )
}

function Ballot({ t, view }: { t: Texts; view: TopicsView }) {
  const words = t.qualification.consulting.ballot
  const action = `${topicsPath(view.session.id)}/abstimmung`
  return (
    <Card title={words.title} id="abstimmung" level={3} tone="quiet">
      {view.ballot === "open" ? (
        <>
          <p>{words.why}</p>
          {!view.closable && <p>{words.notYet}</p>}
          {view.closable && (
            <ActionButton
              action={action}
              kind="secondary"
              name="deed"
              value="close"
              confirm={words.closeConfirm}
            >
              {words.close}
            </ActionButton>
          )}
        </>
      ) : (
        <ActionButton
          action={action}
          kind="secondary"
          name="deed"
          value="reopen"
          confirm={words.reopenConfirm}
        >
          {words.reopen}
        </ActionButton>
      )}
    </Card>
  )
}
