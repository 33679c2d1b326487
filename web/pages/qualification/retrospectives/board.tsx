import { newId } from "../../../../server/kernel/database.ts"
import { NewCard, type RetrospectiveView, VOTES_EACH } from "../../../../server/qualification/outcome.ts"
import { field } from "../../../form-state.tsx"
import { ActionButton, Button, Card, Field, Form } from "../../../layout/index.ts"
import { formOf, idAt } from "../../../page-forms.ts"
import { BoardCard } from "./card.tsx"
import { boardOf, slugOf } from "./columns.ts"
import type { BoardProps } from "./props.ts"
import { Topic } from "./topic.tsx"

export function Board(props: BoardProps) {
  const { t, cohortId, view } = props
  return (
    <div class="ff-part" id="tafel" data-live={`retrospective:${cohortId}`}>
      <StageCard t={t} cohortId={cohortId} view={view} />
      <div class="ff-board">
        {view.columns.map((column) => (
          <Column key={column.heading} {...props} column={column} />
        ))}
      </div>
    </div>
  )
}

function StageCard({ t, cohortId, view }: Pick<BoardProps, "t" | "cohortId" | "view">) {
  const words = t.qualification.retrospectives
  const { stage, votesLeft, can } = view
  const action = boardOf(cohortId)
  const move = (to: RetrospectiveView["stage"]) => ({ action, hidden: { action: "stage", from: stage, to } })
  return (
    <Card title={`${words.stages.title}: ${words.stages[stage]}`} id="stand" tone="quiet">
      <p>{stage === "voting" ? words.now.voting(votesLeft, VOTES_EACH) : words.now[stage]}</p>
      {can.lead && (
        <div class="ff-buttons">
          {stage === "collecting" && (
            <>
              <ActionButton {...move("voting")} kind="primary" small={false}>
                {words.moves.vote}
              </ActionButton>
              <ActionButton {...move("closed")} small={false} confirm={words.moves.closeConfirm}>
                {words.moves.closeEarly}
              </ActionButton>
            </>
          )}
          {stage === "voting" && (
            <ActionButton {...move("closed")} kind="primary" small={false} confirm={words.moves.closeConfirm}>
              {words.moves.close}
            </ActionButton>
          )}
          {stage !== "collecting" && (
            <ActionButton {...move("collecting")} small={false} confirm={words.moves.collectConfirm}>
              {words.moves.collect}
            </ActionButton>
          )}
        </div>
      )}
    </Card>
  )
}

type ColumnProps = BoardProps & { column: RetrospectiveView["columns"][number] }

function Column(props: ColumnProps) {
  const { t, view, column } = props
  const words = t.qualification.retrospectives
  const slug = slugOf(column.heading)
  const isEmpty = column.groups.length === 0 && column.cards.length === 0
  return (
    <section class="ff-board__column" id={slug} aria-labelledby={`${slug}-titel`}>
      <h2 id={`${slug}-titel`}>{words.headings[column.heading]}</h2>
      {isEmpty && <p class="kern-hint">{words.empty}</p>}
      {column.groups.map((group) => (
        <Topic key={group.id} {...props} group={group} heading={column.heading} />
      ))}
      {column.cards.length > 0 && (
        <ul class="ff-board__cards" aria-label={words.headings[column.heading]}>
          {column.cards.map((card) => (
            <li key={card.id}>
              <BoardCard {...props} card={card} heading={column.heading} group={null} />
            </li>
          ))}
        </ul>
      )}
      {view.can.collect && <AddCard {...props} />}
    </section>
  )
}

/** Kept in the browser until it is on the board: a room full of people is where the network goes. */
function AddCard(props: ColumnProps) {
  const { t, cohortId, ownerId, column } = props
  const { add, headings } = t.qualification.retrospectives
  const at = slugOf(column.heading)
  const form = formOf(props.tried, { at, action: "card", input: NewCard, labels: { body: add.label } })
  return (
    <Form
      action={boardOf(cohortId)}
      hidden={{ action: "card", heading: column.heading }}
      idempotencyKey={newId()}
      outbox={{ owner: ownerId }}
      class="ff-board__add"
    >
      <Field
        {...field(form, "body")}
        {...idAt("body", at)}
        type="textarea"
        rows={2}
        data={{ "data-outbox-focus": "" }}
      />
      <div>
        <Button small context={headings[column.heading]}>
          {add.save}
        </Button>
      </div>
    </Form>
  )
}
