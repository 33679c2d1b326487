import { newId } from "../../../../server/kernel/database.ts"
import type {
  CardGroupView,
  CardView,
  Heading,
  RetrospectiveView,
} from "../../../../server/qualification/index.ts"
import {
  ActionButton,
  Badge,
  Button,
  Disclosure,
  errorFor,
  Field,
  Form,
  LinkButton,
} from "../../../layout/index.ts"
import { type BoardProps, Votes } from "./board.tsx"

type Props = BoardProps & { card: CardView; heading: Heading; group: CardGroupView | null }

/** The card and what can be done with it at this stage. In a topic it is the topic that is voted on and taken over. */
export function BoardCard(props: Props) {
  const { t, view, card, group } = props
  const words = t.qualification.retrospectives
  const path = `/rueckblick/karten/${card.id}`
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
          {card.own && (
            <LinkButton href={path} kind="tertiary" small icon="edit" context={brief(card.body)}>
              {words.edit}
            </LinkButton>
          )}
        </div>
      )}
      {isByItself && <VoteButton {...props} path={path} voted={card.voted} name={brief(card.body)} />}
      {isByItself && <TakeOver {...props} path={path} name={brief(card.body)} />}
    </div>
  )
}

type ActProps = Pick<Props, "t" | "view"> & { path: string; name: string }

export function VoteButton({ t, view, path, voted, name }: ActProps & { voted: boolean }) {
  const words = t.qualification.retrospectives.vote
  if (!view.can.vote || (!voted && view.votesLeft === 0)) return null
  return (
    <ActionButton
      action={`${path}/stimme`}
      hidden={{ give: voted ? "nein" : "ja" }}
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
    <ActionButton action={`${path}/erkenntnis`} hidden={{ idempotencyKey: newId() }} context={name}>
      {t.qualification.retrospectives.takeOver}
    </ActionButton>
  )
}

function Sort({ t, view, card, heading, group, errors, typed }: Props) {
  const words = t.qualification.retrospectives
  const path = `/rueckblick/karten/${card.id}`
  const title = `title-${card.id}`
  const { error } = errorFor(errors, title)
  return (
    <Disclosure summary={words.sort} quiet open={error !== undefined}>
      <Form action={`${path}/einordnen`}>
        <Field
          type="select"
          name="place"
          id={`feld-place-${card.id}`}
          label={words.place}
          value={group ? group.id : heading}
          placeholder={false}
          options={placesOf(view, words)}
        />
        <div>
          <Button small context={brief(card.body)}>
            {words.move}
          </Button>
        </div>
      </Form>
      <Form action={`${path}/thema`} idempotencyKey={newId()}>
        <Field
          name="title"
          id={`feld-${title}`}
          label={words.newTopic}
          value={typed[title] ?? ""}
          maxlength={80}
          {...errorFor(errors, title)}
        />
        <div>
          <Button small context={brief(card.body)}>
            {words.makeTopic}
          </Button>
        </div>
      </Form>
      {view.can.lead && !card.own && (
        <LinkButton href={path} kind="tertiary" small icon="trash" context={brief(card.body)}>
          {words.remove}
        </LinkButton>
      )}
    </Disclosure>
  )
}

/** Enough to know which card a button belongs to. */
const brief = (body: string) => (body.length > 60 ? `${[...body].slice(0, 60).join("")} …` : body)

/** Each column, and in it the topics. */
const placesOf = ({ columns }: RetrospectiveView, words: Props["t"]["qualification"]["retrospectives"]) =>
  columns.map(({ heading, groups }) => ({
    label: words.headings[heading],
    options: [
      { value: heading, label: `${words.headings[heading]}: ${words.single}` },
      ...groups.map(({ id, title }) => ({ value: id, label: `${words.topic}: ${title}` })),
    ],
  }))
