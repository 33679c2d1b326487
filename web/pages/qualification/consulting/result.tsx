import type { ConsultingView } from "../../../../server/qualification/meet.ts"
import { ActionButton, Alert, Button, Disclosure, Form, TwoSteps, useReader } from "../../../layout/index.ts"
import { consultingPath } from "./frame.tsx"

/** What became of it once it has ended: whose it is, and what the case giver can do with it. */
export function Ended({ consulting }: { consulting: ConsultingView }) {
  const { t } = useReader()
  const words = t.qualification.consulting.result
  const { seat, shared, caseGiver } = consulting
  const isOwn = seat === "case-giver"
  const fate = isOwn
    ? shared
      ? words.ownShared
      : words.own
    : shared
      ? words.sharedBy(caseGiver)
      : words.elsewhere(caseGiver)
  return (
    <>
      <Alert kind="info" title={words.ended}>
        <p>{fate}</p>
      </Alert>
      {isOwn && <Sharing consulting={consulting} />}
    </>
  )
}

function Sharing({ consulting: { id, shared } }: { consulting: ConsultingView }) {
  const { t } = useReader()
  const words = t.qualification.consulting.result
  return (
    <div>
      {" "}
      <ActionButton
        action={consultingPath(id)}
        kind="secondary"
        name="action"
        value={shared ? "unshare" : "share"}
        icon={shared ? "lock" : "share"}
        {...(!shared && { confirm: words.shareConfirm })}
      >
        {shared ? words.unshare : words.share}
      </ActionButton>
    </div>
  )
}

/** Taking it up again, and deleting it. */
export function More({ consulting }: { consulting: ConsultingView }) {
  const { t } = useReader()
  const words = t.qualification.consulting.result
  const { id, seat, ended, can } = consulting
  if (seat !== "case-giver")
    return can.discard ? (
      <TwoSteps
        summary={words.discard}
        text={words.discardText}
        action={consultingPath(id)}
        hidden={{ action: "discard" }}
        now={words.discardNow}
      />
    ) : null
  return (
    <Disclosure summary={words.more} quiet id="mehr">
      {ended && (
        <>
          <p>{words.reopenText}</p>
          <Form action={consultingPath(id)} hidden={{ action: "reopen" }}>
            <div>
              <Button>{words.reopen}</Button>
            </div>
          </Form>
        </>
      )}
      <p>{words.removeText}</p>
      <Form action={consultingPath(id)} hidden={{ action: "discard" }} confirm={words.remove}>
        <div>
          <Button kind="danger">{words.removeNow}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}
