import { type ConversationView, MOST_PEOPLE } from "../../../server/conversations/index.ts"
import { ActionButton, Disclosure, TwoSteps, useReader } from "../../layout/index.ts"
import { BLOCKED, pathOf, startingWith } from "./address.ts"

/** Who is in it, whom one does not want to read any more, and how one leaves. */
export function People({ conversation }: { conversation: ConversationView }) {
  const { t } = useReader()
  const words = t.conversations
  const { id, people, ofGroup } = conversation
  const others = people.filter(({ isMe }) => !isMe)
  return (
    <Disclosure summary={words.people(people.length)} id="beteiligte">
      <ul class="ff-checklist">
        {people.map((person) => (
          <li key={person.id}>
            <p>{person.isMe ? words.you(person.name) : person.name}</p>
            {!person.isMe && <Blocking person={person} conversationId={id} />}
          </li>
        ))}
      </ul>
      <p class="kern-hint">{words.unseen}</p>
      {others.length < MOST_PEOPLE && (
        <p>
          {words.withMoreText}{" "}
          <a href={startingWith(others.filter(({ blocked }) => !blocked).map((person) => person.id))}>
            {words.withMore}
          </a>
        </p>
      )}
      <TwoSteps
        summary={words.leave}
        text={ofGroup ? words.leaveGroupText : words.leaveText}
        now={words.leaveNow}
        action={`${pathOf(id)}/verlassen`}
      />
    </Disclosure>
  )
}

type Blocked = { person: ConversationView["people"][number]; conversationId: string }

function Blocking({ person, conversationId }: Blocked) {
  const { t } = useReader()
  const words = t.conversations
  const back = pathOf(conversationId)
  if (person.blocked)
    return (
      <ActionButton action={`${BLOCKED}/${person.id}/aufheben`} hidden={{ back }} context={person.name}>
        {words.unblock}
      </ActionButton>
    )
  return (
    <TwoSteps
      summary={words.block(person.name)}
      text={words.blockText}
      now={words.blockNow}
      action={`${BLOCKED}/${person.id}`}
      hidden={{ back }}
      context={person.name}
      small
    />
  )
}
