import type { Config } from "../../../server/kernel/config.ts"
import type { MailboxState } from "../../../server/kernel/mailbox-state.ts"
import { Alert, Card, DateTime, Facts, useReader } from "../../layout/index.ts"

type Props = { config: Pick<Config, "mailIn" | "mailbox" | "handOver">; state: MailboxState | null }

/** The ways on which mails come in, and whether the mailbox is read. */
export function Incoming({ config: { mailIn, mailbox, handOver }, state }: Props) {
  const { t } = useReader()
  const words = t.mail.incoming
  const fault = mailbox && state?.fault
  const at = (date: Date | null | undefined, otherwise: string) =>
    date ? <DateTime value={date.toISOString()} format="datetime" /> : otherwise
  const ofMailbox = mailbox && [
    { label: words.mailbox, value: words.at(mailbox.user, mailbox.host) },
    { label: words.looked, value: at(state?.lookedAt, words.never) },
    { label: words.last, value: at(state?.mailAt, words.none) },
  ]
  const ofHandOver = handOver && [{ label: words.handOver, value: words.byProtocol[handOver.protocol] }]
  const facts = [...(ofMailbox ?? []), ...(ofHandOver ?? [])]
  return (
    <Card title={words.title} id="eingang" icon="mail">
      {fault && (
        <Alert kind="warning">
          <p>{words.faults[fault]}</p>
          <p>
            {words.since} {at(state?.faultSince, "")}. {words.waits}
          </p>
        </Alert>
      )}
      {facts.length > 0 && mailIn ? (
        <Facts facts={[{ label: words.address, value: mailIn.address }, ...facts]} />
      ) : (
        <p>{words.off}</p>
      )}
      <p class="ff-muted ff-small">{words.setting}</p>
    </Card>
  )
}
