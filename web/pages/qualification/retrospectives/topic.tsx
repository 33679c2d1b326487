import {
  type CardGroupView,
  EditedCardGroup,
  type Heading,
} from "../../../../server/qualification/outcome.ts"
import { field, Newer, versionOf } from "../../../form-state.tsx"
import { Button, Disclosure, Field, Form, TwoSteps } from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import { BoardCard, TakeOver, VoteButton, Votes } from "./card.tsx"
import type { BoardProps } from "./props.ts"

type Props = BoardProps & { group: CardGroupView; heading: Heading }

const pathOf = ({ id }: CardGroupView) => `/rueckblick/themen/${id}`

/** Cards under one name. */
export function Topic(props: Props) {
  const { t, view, group, heading } = props
  const act = { t, view, path: pathOf(group), name: group.title }
  return (
    <section class="ff-board__topic" id={`thema-${group.id}`} aria-labelledby={`thema-${group.id}-titel`}>
      <h3 id={`thema-${group.id}-titel`}>{group.title}</h3>
      <Votes t={t} votes={group.votes} voted={group.voted} />
      <VoteButton {...act} voted={group.voted} />
      <TakeOver {...act} />
      {view.can.collect && <Edit {...props} />}
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

function Edit(props: Props) {
  const { t, group } = props
  const words = t.qualification.retrospectives
  const { id: at, title, version } = group
  const form = formOf(props.tried, {
    at,
    action: "save",
    input: EditedCardGroup,
    labels: { title: words.topicName },
    fields: { title, version: String(version) },
  })
  return (
    <Disclosure summary={words.topicEdit} quiet open={isRefused(form)}>
      <Newer form={form} text={words.topicConflict} level={3} />
      <Form action={pathOf(group)} hidden={{ action: "save", version: versionOf(form) }}>
        <Field {...field(form, "title")} {...idAt("title", at)} />
        <div>
          <Button small context={title}>
            {words.topicSave}
          </Button>
        </div>
      </Form>
      <TwoSteps
        summary={words.dissolve}
        text={words.dissolveText}
        action={pathOf(group)}
        hidden={{ action: "dissolve" }}
        now={words.dissolveNow}
        small
        context={title}
      />
    </Disclosure>
  )
}
