import type { MailQueue, StoppedAddress, UnsentMail } from "../../../server/notifications/index.ts"
import { ActionButton, Card, DateTime, List, Meta, useReader } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"

export function Waiting({ queue: { waiting, since, repeated } }: { queue: MailQueue }) {
  const { t } = useReader()
  const words = t.mail.waiting
  return (
    <Card title={words.title} id="wartet" icon="clock">
      <p>
        {waiting === 0 ? words.none : words.count(waiting)}
        {since && (
          <>
            {" "}
            {words.since} <When at={since} />.
          </>
        )}
      </p>
      {repeated.length > 0 && <Mails label={words.repeated} mails={repeated} />}
    </Card>
  )
}

export function Failed({ queue: { failed }, path }: { queue: MailQueue; path: string }) {
  const { t } = useReader()
  const words = t.mail.failed
  return (
    <Card title={words.title} id="aufgegeben" icon="warning">
      <p>{words.lead}</p>
      {failed.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ActionButton action={path} kind="secondary" small={false} icon="reuse">
            {words.retry}
          </ActionButton>
          <Mails label={words.list} mails={failed} />
        </>
      )}
    </Card>
  )
}

const Mails = ({ label, mails }: { label: string; mails: UnsentMail[] }) => (
  <List label={label}>
    {mails.map((mail) => (
      <Mail mail={mail} key={mail.id} />
    ))}
  </List>
)

function Mail({ mail: { notice, person, code, at, next } }: { mail: UnsentMail }) {
  const { t } = useReader()
  const { failed, waiting } = t.mail
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{reasonOf(t, notice)}</p>
        <div class="ff-row__foot">
          <Meta
            items={[
              person ? <a href={`/verwaltung/personen/${person.id}`}>{person.name}</a> : failed.nobody,
              code ? failed.code(code) : failed.ours,
              <>
                {failed.at} <When at={at} />
              </>,
              next && (
                <>
                  {waiting.next} <When at={next} />
                </>
              ),
            ]}
          />
        </div>
      </div>
    </li>
  )
}

function reasonOf(t: Texts, notice: string): string {
  const ofInbox: Record<string, string> = t.notifications.notices
  return ofInbox[notice] ?? t.mail.notices[notice] ?? notice
}

export function Stopped(props: { stopped: StoppedAddress[]; pathOf: (id: string) => string }) {
  const { t } = useReader()
  const words = t.mail.stopped
  return (
    <Card title={words.title} id="adressen" icon="close">
      <p>{words.lead}</p>
      {props.stopped.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List label={words.list}>
          {props.stopped.map(({ id, person, department, address, code, at }) => (
            <li class="ff-row" key={id}>
              <div class="ff-row__main">
                <p class="ff-row__title">{address}</p>
                <div class="ff-row__foot">
                  <Meta
                    items={[
                      person && <a href={`/verwaltung/personen/${person.id}`}>{person.name}</a>,
                      department && (
                        <a href={`/verwaltung/abteilungen/${department.id}`}>{department.name}</a>
                      ),
                      t.mail.failed.code(code),
                      <>
                        {words.since} <When at={at} />
                      </>,
                    ]}
                  />
                </div>
              </div>
              <div class="ff-row__actions">
                <ActionButton action={props.pathOf(id)} icon="check" context={address}>
                  {words.resume}
                </ActionButton>
              </div>
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}

const When = ({ at }: { at: string }) => <DateTime value={at} format="datetime" />
