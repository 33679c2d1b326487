import type { TopicsView, TopicView } from "../../../../server/qualification/meet.ts"
import { ActionButton, Badge, LinkButton, Meta, TwoSteps, useReader } from "../../../layout/index.ts"
import { topicsPath } from "./frame.tsx"
import type { TopicsProps } from "./props.ts"
import { TopicForm } from "./topic-form.tsx"

export const isRunning = ({ consultings }: TopicsView) => consultings.some(({ ended }) => !ended)

/** A topic with what one may do about it: vote, begin with it, change one's own. */
export function Topic(props: TopicsProps & { topic: TopicView }) {
  const { t, topic, view } = props
  const words = t.qualification.consulting
  return (
    <article class="ff-card ff-card--plain" id={`thema-${topic.id}`}>
      <div class="ff-card__body">
        <h3>{topic.title}</h3>
        {topic.question && <p class="ff-lines">{topic.question}</p>}
        <div class="ff-row__foot">
          {topic.votes !== null && <Badge kind="info">{words.ballot.votes(topic.votes)}</Badge>}
          {topic.isChosen && (
            <Badge kind="success" icon="check">
              {words.ballot.chosen}
            </Badge>
          )}
          {topic.isDone && <Badge>{words.topics.isDone}</Badge>}
          <Meta items={[topic.isMine ? words.topics.mine : words.topics.by(topic.name)]} />
        </div>
        <div class="ff-recorded__actions">
          {view.ballot === "open" && !topic.isMine && <Vote topic={topic} view={view} />}
          {!isRunning(view) && (
            <LinkButton
              href={`${topicsPath(view.session.id)}?thema=${topic.id}#beginnen`}
              kind="tertiary"
              small
              context={topic.title}
            >
              {words.start.this}
            </LinkButton>
          )}
        </div>
        {topic.isMine && (
          <>
            <TopicForm {...props} />
            <TwoSteps
              summary={words.topics.withdraw}
              text={words.topics.withdrawText}
              action={`/beratungsthemen/${topic.id}`}
              hidden={{ action: "withdraw" }}
              now={words.topics.withdrawNow}
              small
              context={topic.title}
            />
          </>
        )}
      </div>
    </article>
  )
}

function Vote({ topic, view }: { topic: TopicView; view: TopicsView }) {
  const { t } = useReader()
  const words = t.qualification.consulting.ballot
  if (!topic.isChosen && view.votesLeft === 0) return null
  return (
    <ActionButton
      action={`/beratungsthemen/${topic.id}`}
      kind={topic.isChosen ? "tertiary" : "secondary"}
      name="action"
      value={topic.isChosen ? "unvote" : "vote"}
      context={topic.title}
    >
      {topic.isChosen ? words.unvote : words.vote}
    </ActionButton>
  )
}
