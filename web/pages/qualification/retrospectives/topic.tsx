import type { CardGroupView, Heading } from "../../../../server/qualification/index.ts"
import { LinkButton } from "../../../layout/index.ts"
import { type BoardProps, Votes } from "./board.tsx"
import { BoardCard, TakeOver, VoteButton } from "./card.tsx"

/** Cards under one name. */
export function Topic(props: BoardProps & { group: CardGroupView; heading: Heading }) {
  const { t, view, group, heading } = props
  const words = t.qualification.retrospectives
  const path = `/rueckblick/themen/${group.id}`
  const act = { t, view, path, name: group.title }
  return (
    <section class="ff-board__topic" id={`thema-${group.id}`} aria-labelledby={`thema-${group.id}-titel`}>
      <h3 id={`thema-${group.id}-titel`}>{group.title}</h3>
      <Votes t={t} votes={group.votes} voted={group.voted} />
      <VoteButton {...act} voted={group.voted} />
      <TakeOver {...act} />
      {view.can.collect && (
        <div>
          <LinkButton href={path} kind="tertiary" small icon="edit" context={group.title}>
            {words.topicEdit}
          </LinkButton>
        </div>
      )}
      <ul class="ff-board__cards" aria-label={group.title}>
        {group.cards.map((card) => (
          <li key={card.id}>
            <BoardCard {...props} card={card} heading={heading} group={group} />
          </li>
        ))}
      </ul>
    </section>
  )
}
