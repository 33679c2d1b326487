import { TOPIC_VOTES_EACH, type TopicsView } from "../../../../server/qualification/meet.ts"
import type { Ask } from "../../../form-pages.ts"
import {
  ActionButton,
  Alert,
  Card,
  EmptyState,
  ErrorSummary,
  LinkButton,
  PageTitle,
} from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { ConsultingTrail, consultingPath, SheetLink, topicsPath } from "./frame.tsx"
import type { TopicsProps } from "./props.ts"
import { ConsultingRows } from "./rows.tsx"
import { Start } from "./start.tsx"
import { isRunning, Topic } from "./topic.tsx"
import { NewTopicForm } from "./topic-form.tsx"

/** What the group wants to consult on at a session, and which of it; with what was refused where it was sent from. */
export function topicsPage(
  { t }: Pick<Ask, "t">,
  view: TopicsView,
  tried: Tried | null,
  chosen?: string,
): Content {
  return {
    title: t.qualification.consulting.pageTitle(view.session.title),
    current: "qualification",
    width: "reading",
    breadcrumb: <ConsultingTrail t={t} session={view.session} />,
    children: <Topics t={t} view={view} tried={tried} chosen={chosen} />,
  }
}

function Topics(props: TopicsProps) {
  const { t, view, tried } = props
  const words = t.qualification.consulting
  const { session, topics, consultings } = view
  const lead = (
    <>
      <p>{words.lead}</p>
      <p>{words.privacy}</p>
    </>
  )
  return (
    <>
      <PageTitle over={session.title} lead={lead} actions={<SheetLink sessionId={session.id} />}>
        {words.title}
      </PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      <NewTopicForm {...props} />
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
              {view.ballot === "open" && !view.enoughVoters && (
                <Alert kind="info">
                  <p>{words.ballot.tooFew}</p>
                </Alert>
              )}
              {view.ballot === "closed" && <p>{words.ballot.closed}</p>}
              {topics.map((topic) => (
                <Topic key={topic.id} {...props} topic={topic} />
              ))}
              <Ballot t={t} view={view} />
              {!isRunning(view) && <Start {...props} />}
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
        <LinkButton href={consultingPath(running.id)} kind="primary" small>
          {words.join}
        </LinkButton>
      </p>
    </Alert>
  )
}

function Ballot({ t, view }: { t: Texts; view: TopicsView }) {
  const words = t.qualification.consulting.ballot
  const button = { action: topicsPath(view.session.id), kind: "secondary", name: "action" } as const
  return (
    <Card title={words.title} id="abstimmung" level={3} tone="quiet">
      {view.ballot === "closed" ? (
        <ActionButton {...button} value="reopen" confirm={words.reopenConfirm}>
          {words.reopen}
        </ActionButton>
      ) : (
        <>
          <p>{words.why}</p>
          {view.closable ? (
            <ActionButton {...button} value="close" confirm={words.closeConfirm}>
              {words.close}
            </ActionButton>
          ) : (
            view.enoughVoters && <p>{words.notYet}</p>
          )}
        </>
      )}
    </Card>
  )
}
