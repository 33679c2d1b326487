import type { ObjectionView } from "../../../../server/qualification/outcome.ts"
import {
  ActionButton,
  Badge,
  Buttons,
  brief,
  Card,
  Day,
  Facts,
  LinkButton,
  Meta,
  type Tone,
  TwoSteps,
} from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { markingPath, placeOf, registerPath } from "./address.ts"

const LOOKS: Record<ObjectionView["mark"], Tone> = {
  open: "neutral",
  change: "success",
  keep: "warning",
  answered: "info",
}

type Props = { t: Texts; eventId: string; objection: ObjectionView }

/** The wording, what became of it, and what one can do with it. */
export function Objection({ t, eventId, objection }: Props) {
  const words = t.qualification.events
  const { id, kind, mark, author, raisedOn, isFromRoom, supporters } = objection
  const title = brief(objection.words)
  return (
    <Card id={placeOf(id)} title={title}>
      <div class="ff-row__foot">
        <Badge kind={LOOKS[mark]}>{words.marks[mark]}</Badge>
        <Meta
          items={[
            words.kinds[kind],
            isFromRoom ? words.fromRoom : (author ?? words.nameless),
            <Day value={raisedOn} key="day" />,
            supporters !== null && words.supporters(String(supporters)),
          ]}
        />
      </div>
      {title !== objection.words && <p class="ff-lines">{objection.words}</p>}
      <Outcome t={t} objection={objection} />
      <Doing t={t} eventId={eventId} objection={objection} />
    </Card>
  )
}

function Outcome({ t, objection }: Pick<Props, "t" | "objection">) {
  const words = t.qualification.events
  const { mark, answer, who, until, doneOn, link, linkTitle } = objection
  if (mark === "open" && answer === "" && link === "") return null
  return (
    <>
      {answer !== "" && (
        <p class="ff-lines">
          <strong>{words.said[mark]}</strong> {answer}
        </p>
      )}
      {mark === "change" && (
        <Facts
          facts={[
            { label: words.objectionFields.who, value: who },
            ...(until ? [{ label: words.objectionFields.until, value: <Day value={until} /> }] : []),
            {
              label: words.state,
              value: doneOn ? (
                <>
                  {words.done} <Day value={doneOn} />
                </>
              ) : (
                words.inWork
              ),
            },
          ]}
        />
      )}
      {link !== "" && (
        <p>
          <a href={link}>{linkTitle || words.toChange}</a>
        </p>
      )}
    </>
  )
}

function Doing({ t, eventId, objection }: Props) {
  const words = t.qualification.events
  const { id, can, isSupported } = objection
  const context = brief(objection.words)
  return (
    <>
      <Buttons>
        {can.support && (
          <ActionButton
            action={registerPath(eventId)}
            hidden={{ action: "support", id, isSupported: String(!isSupported) }}
            kind="secondary"
            pressed={isSupported}
            context={context}
          >
            {words.support}
          </ActionButton>
        )}
        {can.mark && (
          <LinkButton href={markingPath(id)} icon="edit" small context={context}>
            {words.mark}
          </LinkButton>
        )}
      </Buttons>
      {can.remove && (
        <TwoSteps
          summary={words.remove}
          text={words.removeText}
          now={words.removeNow}
          action={registerPath(eventId)}
          hidden={{ action: "remove", id }}
          context={context}
          small
        />
      )}
    </>
  )
}
