import type { TopicsView, TopicView } from "../../../../server/qualification/index.ts"
import { ActionButton, Badge, LinkButton, Meta, useReader } from "../../../layout/index.ts"
import { topicsPath } from "./frame.tsx"

/** A topic with what one may do about it: vote, begin with it, change one's own. */
export function Topic({ topic, view }: { topic: TopicView; view: TopicsView }) {
  const { t } = useReader()
  const words = t.qualification.consulting
  const isRunning = view.consultings.some(({ ended }) => !ended)
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
          {!isRunning && (
            <LinkButton
              href={`${topicsPath(view.session.id)}/beginnen?thema=${topic.id}`}
              kind="tertiary"
              small
              context={topic.title}
            >
              {words.start.this}
            </LinkButton>
          )}
          {topic.isMine && <Own topic={topic} />}
        </div>
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
      action={`/beratungsthemen/${topic.id}/stimme`}
      kind={topic.isChosen ? "tertiary" : "secondary"}
      name="chosen"
      value={topic.isChosen ? "false" : "true"}
      context={topic.title}
    >
      {topic.isChosen ? words.unvote : words.vote}
    </ActionButton>
  )
}

function Own({ topic }: { topic: TopicView }) {
  const { t } = useReader()
  const words = t.qualification.consulting.topics
  return (
    <>
      <LinkButton href={`/beratungsthemen/${topic.id}`} kind="tertiary" small context={topic.title}>
        {words.edit}
      </LinkButton>
      <ActionButton
        action={`/beratungsthemen/${topic.id}/zurueckziehen`}
        confirm={words.withdrawConfirm}
        context={topic.title}
      >
        {words.withdraw}
      </ActionButton>
    </>
  )
}
