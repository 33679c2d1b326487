import type { AuditView } from "../../../../server/accounts/index.ts"
import { DateTime, Disclosure, Facts, Meta, useReader } from "../../../layout/index.ts"
import { detailLines, type Line } from "./details.ts"

const PATHS: Record<string, string> = {
  person: "/verwaltung/personen",
  department: "/verwaltung/abteilungen",
}
/** What the details say enough about. */
const TELLS_ITSELF = ["synonyms", "installation"]
/** Longer details are folded away. */
const SHORT = 160

export function AuditEntry({ entry, names }: { entry: AuditView; names: Map<string, string> }) {
  const { t, locale } = useReader()
  const words = t.accounts.audit
  const actions: Record<string, string> = words.actions
  const action = actions[entry.action] ?? entry.action
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">
          {action} <Subject entry={entry} />
        </p>
        <div class="ff-row__foot">
          <Meta
            items={[
              entry.actor?.displayName ?? words.nobody,
              <DateTime value={entry.at} format="datetime" />,
            ]}
          />
        </div>
        <Details lines={detailLines({ t, locale, names }, entry.detail)} action={action} />
      </div>
    </li>
  )
}

/** A link where the reader may go; of what they may not read only its kind, who wrote it and where it stands. */
function Subject({ entry }: { entry: AuditView }) {
  const { t } = useReader()
  const { subjectType, subjectId, subjectName, subject, detail } = entry
  const subjects: Record<string, string> = t.accounts.audit.subjects
  const path = PATHS[subjectType]
  if (path && subjectId && subjectName) return <a href={`${path}/${subjectId}`}>{subjectName}</a>
  const name = nameIn(detail)
  const kind = subjects[subjectType] ?? subjectType
  if (subject) return <Described kind={kind} subject={subject} />
  if (name) return <>{t.accounts.audit.named(name)}</>
  if (!subjectId || TELLS_ITSELF.includes(subjectType)) return null
  return <span class="ff-muted ff-small">{t.accounts.audit.gone(kind)}</span>
}

function Described({ kind, subject }: { kind: string; subject: NonNullable<AuditView["subject"]> }) {
  const { t } = useReader()
  const { title, address, person, place } = subject
  const name = title && t.accounts.audit.named(title)
  const rest = [kind, person && t.accounts.audit.by(person), place && t.accounts.audit.within(place)]
  return (
    <>
      {address && name ? <a href={address}>{name}</a> : name}{" "}
      <span class="ff-muted ff-small">{rest.filter(Boolean).join(" · ")}</span>
    </>
  )
}

/** What a category was called when it was drafted or released. */
export function nameIn({ name, after }: Record<string, unknown>): string | null {
  if (typeof name === "string") return name
  if (typeof after !== "object" || after === null || !("name" in after)) return null
  return typeof after.name === "string" ? after.name : null
}

function Details({ lines, action }: { lines: Line[]; action: string }) {
  const { t } = useReader()
  if (lines.length === 0) return null
  const text = lines.map(({ label, value }) => `${label}: ${value}`).join(" · ")
  if (text.length <= SHORT) return <p class="ff-muted ff-small">{text}</p>
  const summary = (
    <>
      {t.accounts.audit.details}
      <span class="kern-sr-only"> {action}</span>
    </>
  )
  return (
    <Disclosure quiet summary={summary}>
      <Facts facts={lines} />
    </Disclosure>
  )
}
