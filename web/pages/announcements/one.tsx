import { type AnnouncementView, Withdrawal } from "../../../server/announcements/index.ts"
import { Faults, type FormState, field, freshForm } from "../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  DateTime,
  Day,
  Disclosure,
  Facts,
  Field,
  Form,
  LinkButton,
  PageTitle,
  Prose,
  useReader,
} from "../../layout/index.ts"
import { isRefused } from "../../page-forms.ts"
import { Acknowledged } from "./acknowledged.tsx"
import { Comments } from "./comments.tsx"
import { Origin } from "./current.tsx"
import { Files } from "./files.tsx"
import type { Found } from "./found.ts"

/** The forms of the page that something is typed into, by their names. */
export const WITHDRAWING = "withdrawing"

export function One({ announcement, link, counts, tried }: Found & { tried: FormState | null }) {
  const { t } = useReader()
  const words = t.announcements
  const { id, can } = announcement
  const path = `/ankuendigungen/${id}`
  const edit = (
    <LinkButton href={`${path}/bearbeiten`} icon="edit" small>
      {words.edit}
    </LinkButton>
  )
  return (
    <>
      <PageTitle
        over={announcement.kind === "roll-out" && words.rollOut}
        lead={<Origin {...announcement} />}
        actions={can.edit && edit}
      >
        {announcement.title}
      </PageTitle>
      {tried && <Faults form={tried} />}
      <Standing announcement={announcement} />
      <Prose html={announcement.html} level={2} />
      <Files announcement={announcement} />
      <Replacing announcement={announcement} />
      {link && (
        <p>
          {words.seeAlso} <a href={link.href}>{link.title}</a>
        </p>
      )}
      {announcement.wantsAcknowledgement && <Acknowledging announcement={announcement} />}
      {announcement.takesComments && !announcement.draft && (
        <Comments announcement={announcement} tried={tried} />
      )}
      {counts && <Acknowledged id={id} counts={counts} />}
      <Care announcement={announcement} tried={tried} />
    </>
  )
}

function Standing({ announcement }: { announcement: AnnouncementView }) {
  const { t } = useReader()
  const words = t.announcements
  const { id, draft, planned, withdrawn, withdrawalReason, publishAt, can, version } = announcement
  if (withdrawn)
    return (
      <Alert kind="warning">
        <p>{words.withdrawnText}</p>
        {withdrawalReason && <p>{words.withdrawnReason(withdrawalReason)}</p>}
      </Alert>
    )
  if (planned)
    return (
      <Alert kind="info">
        <p>
          {words.plannedText} <DateTime value={publishAt} format="datetime" />
        </p>
      </Alert>
    )
  if (!draft) return null
  return (
    <Alert kind="info" title={words.draft}>
      <p>{announcement.group ? words.draftOfGroup(announcement.group) : words.draftOwn}</p>
      {can.release && (
        <Buttons>
          <ActionButton
            action={`/ankuendigungen/${id}/freigeben`}
            hidden={{ version: String(version) }}
            kind="primary"
            icon="check"
          >
            {words.release}
          </ActionButton>
        </Buttons>
      )}
    </Alert>
  )
}

/** Of a roll-out: what takes the place of e-mail and telephone, and from when. */
function Replacing({ announcement: { startOn, categories } }: { announcement: AnnouncementView }) {
  const { t } = useReader()
  const words = t.announcements
  if (!startOn || categories.length === 0) return null
  return (
    <Card id="statt-e-mail" icon="category" title={words.replacing}>
      <p>
        {words.replacingFrom} <Day value={startOn} />
      </p>
      <ul class="ff-links">
        {categories.map(({ id, name }) => (
          <li key={id}>
            <a href={`/kategorien/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Acknowledging({ announcement: { id, acknowledged, can } }: { announcement: AnnouncementView }) {
  const { t } = useReader()
  const words = t.announcements
  if (acknowledged)
    return (
      <p>
        <Badge kind="success" icon="check-circle">
          {words.acknowledged}
        </Badge>
      </p>
    )
  if (!can.acknowledge) return null
  return (
    <Card id="kenntnisnahme" title={words.acknowledgeTitle} tone="attention">
      <p>{words.acknowledgeText}</p>
      <ActionButton action={`/ankuendigungen/${id}/zur-kenntnis`} kind="primary" icon="check">
        {words.acknowledge}
      </ActionButton>
    </Card>
  )
}

/** Until when it is shown, what it said before, and taking it back. */
function Care({ announcement, tried }: { announcement: AnnouncementView; tried: FormState | null }) {
  const { t } = useReader()
  const words = t.announcements
  const { id, can, showUntil, edited } = announcement
  return (
    <>
      {can.edit && <Facts facts={[{ label: words.shownUntil, value: <Day value={showUntil} /> }]} />}
      {edited && (
        <p>
          <a href={`/ankuendigungen/${id}/verlauf`}>{words.history}</a>
        </p>
      )}
      {can.withdraw && <Withdrawing id={id} tried={tried} />}
    </>
  )
}

function Withdrawing({ id, tried }: { id: string; tried: FormState | null }) {
  const { t } = useReader()
  const words = t.announcements
  const form =
    tried?.name === WITHDRAWING ? tried : freshForm(Withdrawal, { reason: t.errors.labels.reason }, {})
  return (
    <Disclosure summary={words.withdraw} quiet open={isRefused(form)}>
      <p>{words.withdrawText}</p>
      <Form action={`/ankuendigungen/${id}/zurueckziehen`} keep={`ankuendigung-${id}-zurueckziehen`}>
        <Field {...field(form, "reason")} hint={words.withdrawReasonHint} />
        <div>
          <Button kind="danger">{words.withdrawNow}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}
