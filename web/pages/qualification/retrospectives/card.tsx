import { newId } from "../../../../server/kernel/database.ts"
import {
  type CardGroupView,
  type CardView,
  EditedCard,
  type Heading,
  NewCardGroup,
  type RetrospectiveView,
} from "../../../../server/qualification/outcome.ts"
import { choice, field, Newer, versionOf } from "../../../form-state.tsx"
import {
  ActionButton,
  Badge,
  Button,
  brief,
  Disclosure,
  Field,
  Form,
  TwoSteps,
} from "../../../layout/index.ts"
import { formOf, idAt, isRefused } from "../../../page-forms.ts"
import type { Texts } from "../../../texts/index.ts"
import { Place } from "./columns.ts"
import type { BoardProps } from "./props.ts"

type Props = BoardProps & { card: CardView; heading: Heading; group: CardGroupView | null }

const pathOf = ({ id }: CardView) => `/rueckblick/karten/${id}`

/** The card and what can be done with it at this stage. In a topic it is the topic that is voted on and taken over. */
export function BoardCard(props: Props) {
  const { t, view, card, group } = props
  const words = t.qualification.retrospectives
  const act = { t, view, path: pathOf(card), name: brief(card.body) }
  const isByItself = group === null
  return (
    <div class="ff-board__card" id={`karte-${card.id}`}>
      <p class="ff-lines">{card.body}</p>
      {(card.own || card.voted || Boolean(card.votes)) && (
        <div class="ff-row__foot">
          {card.own && <Badge icon="person">{words.own}</Badge>}
          <Votes t={t} votes={card.votes} voted={card.voted} />
        </div>
      )}
      {view.can.collect && (
        <div class="ff-board__actions">
          <Sort {...props} />
          {card.own && <Edit {...props} />}
        </div>
      )}
      {isByItself && <VoteButton {...act} voted={card.voted} />}
      {isByItself && <TakeOver {...act} />}
    </div>
  )
}

export function Votes({ t, votes, voted }: { t: Texts; votes: number | null; voted: boolean }) {
  const words = t.qualification.retrospectives.vote
  // None is not worth a word: nobody's card is to stand there with a nought.
  if (votes) return <Badge kind="info">{words.sum(votes)}</Badge>
  return voted ? (
    <Badge kind="success" icon="check">
      {words.given}
    </Badge>
  ) : null
}

type ActProps = Pick<Props, "t" | "view"> & { path: string; name: string }

export function VoteButton({ t, view, path, voted, name }: ActProps & { voted: boolean }) {
  const words = t.qualification.retrospectives.vote
  if (!view.can.vote || (!voted && view.votesLeft === 0)) return null
  return (
    <ActionButton
      action={path}
      name="action"
      value={voted ? "unvote" : "vote"}
      kind={voted ? "tertiary" : "secondary"}
      context={name}
    >
      {voted ? words.takeBack : words.give}
    </ActionButton>
  )
}

export function TakeOver({ t, view, path, name }: ActProps) {
  if (!view.can.takeOver) return null
  return (
    <ActionButton
      action={path}
      name="action"
      value="take-over"
      hidden={{ idempotencyKey: newId() }}
      context={name}
    >
      {t.qualification.retrospectives.takeOver}
    </ActionButton>
  )
}

function Sort(props: Props) {
  const { t, view, card, heading, group } = props
  const words = t.qualification.retrospectives
  const at = card.id
  const place = formOf(props.tried, {
    at,
    action: "place",
    input: Place,
    labels: { place: words.place },
    fields: { place: group ? group.id : heading },
  })
  const topic = formOf(props.tried, {
    at,
    action: "group",
    input: NewCardGroup,
    labels: { title: words.newTopic },
    fields: {},
  })
  return (
    <Disclosure summary={words.sort} quiet open={isRefused(place) || isRefused(topic)}>
      <Form action={pathOf(card)} hidden={{ action: "place" }}>
        <Field
          {...choice(place, "place")}
          {...idAt("place", at)}
          type="select"
          placeholder={false}
          options={placesOf(view, words)}
        />
        <div>
          <Button small context={brief(card.body)}>
            {words.move}
          </Button>
        </div>
      </Form>
      <Form action={pathOf(card)} hidden={{ action: "group" }} idempotencyKey={newId()}>
        <Field {...field(topic, "title")} {...idAt("title", at)} />
        <div>
          <Button small context={brief(card.body)}>
            {words.makeTopic}
          </Button>
        </div>
      </Form>
      {view.can.lead && !card.own && <Remove t={t} card={card} />}
    </Disclosure>
  )
}

function Edit(props: Props) {
  const { t, card } = props
  const words = t.qualification.retrospectives
  const { body, version, id: at } = card
  const form = formOf(props.tried, {
    at,
    action: "save",
    input: EditedCard,
    labels: { body: words.body },
    fields: { body, version: String(version) },
  })
  return (
    <Disclosure summary={words.edit} quiet open={isRefused(form)}>
      <Newer form={form} text={words.conflict} level={3} />
      <Form
        action={pathOf(card)}
        hidden={{ action: "save", version: versionOf(form) }}
        keep={`karte-${at}-${versionOf(form)}`}
      >
        <Field {...field(form, "body")} {...idAt("body", at)} type="textarea" rows={4} />
        <div>
          <Button small context={brief(body)}>
            {words.save}
          </Button>
        </div>
      </Form>
      <Remove t={t} card={card} />
    </Disclosure>
  )
}

function Remove({ t, card }: Pick<Props, "t" | "card">) {
  const words = t.qualification.retrospectives
  return (
    <TwoSteps
      summary={words.remove}
      text={words.removeText}
      action={pathOf(card)}
      hidden={{ action: "remove", version: card.version }}
      now={words.removeNow}
      small
      context={brief(card.body)}
    />
  )
}

/** Each column, and in it the topics. */
const placesOf = ({ columns }: RetrospectiveView, words: Props["t"]["qualification"]["retrospectives"]) =>
  columns.map(({ heading, groups }) => ({
    label: words.headings[heading],
    options: [
      { value: heading, label: `${words.headings[heading]}: ${words.single}` },
      ...groups.map(({ id, title }) => ({ value: id, label: `${words.topic}: ${title}` })),
    ],
  }))
