import { AUDIENCES, type JournalEntryView } from "../../../../server/qualification/own.ts"
import {
  ActionButton,
  Button,
  Buttons,
  Card,
  Form,
  LinkButton,
  TwoSteps,
  useReader,
} from "../../../layout/index.ts"
import { PATH } from "./frame.tsx"

const actionOf = (id: string) => `${PATH}/${id}`

type Cohort = { id: string; name: string }
type Props = { entry: JournalEntryView; cohorts: Cohort[] }

/** To whom it goes, what they will see, and how to take it back. */
export function Sharing({ entry, cohorts }: Props) {
  const { t } = useReader()
  const words = t.qualification.journal
  const { shared } = entry
  if (!shared && cohorts.length === 0) return null
  return (
    <Card title={words.share} id="teilen" icon="share" tone="quiet">
      {shared ? (
        <p>
          {words.sharedText[shared.with]}{" "}
          <a href={`/lerngruppen/${shared.cohort.id}#geteilt`}>{shared.cohort.name}</a>. {words.sharedRule}
        </p>
      ) : (
        <p>{words.shareText}</p>
      )}
      <Buttons>
        {shared && (
          <ActionButton action={actionOf(entry.id)} hidden={{ action: "unshare" }} kind="secondary">
            {words.unshare}
          </ActionButton>
        )}
        {entry.content && <Audiences entry={entry} cohorts={cohorts} />}
      </Buttons>
    </Card>
  )
}

function Audiences({ entry, cohorts }: Props) {
  const { t } = useReader()
  const words = t.qualification.journal
  const isNow = (cohort: Cohort, audience: string) =>
    entry.shared?.cohort.id === cohort.id && entry.shared.with === audience
  return (
    <Form action={actionOf(entry.id)} hidden={{ action: "share", version: entry.version }}>
      {cohorts.map((cohort) => (
        <Buttons key={cohort.id}>
          {AUDIENCES.filter((audience) => !isNow(cohort, audience)).map((audience) => (
            <Button key={audience} name="to" value={`${audience} ${cohort.id}`} small>
              {words.shareWith[audience]}
              {cohorts.length > 1 && ` (${cohort.name})`}
            </Button>
          ))}
        </Buttons>
      ))}
    </Form>
  )
}

/** The way to a copy that can be shown in the assessment. */
export function AsEvidence({ entry, cohorts }: Props) {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <Card title={words.asEvidence} id="nachweis" icon="attach" tone="quiet">
      <p>{words.asEvidenceText}</p>
      <Buttons>
        {cohorts.map(({ id, name }) => (
          <LinkButton key={id} href={`/lerngruppen/${id}/nachweise/neu?art=journal&von=${entry.id}`} small>
            {cohorts.length > 1 ? words.asEvidenceFor(name) : words.asEvidence}
          </LinkButton>
        ))}
      </Buttons>
    </Card>
  )
}

export function Deleting({ entry }: { entry: JournalEntryView }) {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <TwoSteps
      summary={words.remove}
      text={words.removeText}
      now={words.removeNow}
      action={actionOf(entry.id)}
      hidden={{ action: "delete" }}
    />
  )
}
