import { type ChangedCollation, listChangedCollations } from "../../../server/kernel/collations.ts"
import { type FileChecking, readChecking } from "../../../server/kernel/file-checks.ts"
import type { App } from "../../../server/kernel/http.ts"
import { hasFailed, type TimedJob } from "../../../server/kernel/jobs.ts"
import { findMailFault, type MailFault } from "../../../server/kernel/mail-host.ts"
import { listRenderings, type Progress } from "../../../server/kernel/rendering.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { Alert, DateTime, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { adminPage, underAdministration } from "./administration.tsx"

/** What runs by itself: what for, when it last worked, and when it comes next. */
export function operationPage(app: App, site: Site): void {
  app.get(
    "/verwaltung/betrieb",
    { config: adminPage, schema: { response: html } },
    async (request, reply) => {
      const jobs = await site.jobs.listTimed()
      const renderings = await listRenderings(site.db)
      const collations = await listChangedCollations(site.db)
      const mailFault = await findMailFault(site.config)
      const checking = await readChecking(site.db)
      return show(site, request, reply, (t) => ({
        title: t.accounts.administration.operation.title,
        current: "administration",
        breadcrumb: underAdministration(t, t.accounts.administration.operation.title),
        children: (
          <Operation
            {...{ jobs, renderings, collations, mailFault, checking }}
            isSilent={site.signals.state() === "silent"}
          />
        ),
      }))
    },
  )
}

type Props = {
  isSilent: boolean
  jobs: TimedJob[]
  renderings: Progress[]
  collations: ChangedCollation[]
  mailFault: MailFault | null
  checking: FileChecking
}

function Operation({ isSilent, jobs, renderings, collations, mailFault, checking }: Props) {
  const { t } = useReader()
  const words = t.accounts.administration.operation
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {mailFault && (
        <Alert kind="warning">
          <p>{words.mailFault[mailFault]}</p>
        </Alert>
      )}
      {isSilent && (
        <Alert kind="warning">
          <p>{words.silent}</p>
        </Alert>
      )}
      {collations.length > 0 && <Collations collations={collations} />}
      <Alert kind="info">
        <p>{words.nights}</p>
      </Alert>
      <ul class="ff-list">
        {jobs.map((job) => (
          <li class="ff-row" key={job.queue}>
            <div class="ff-row__main">
              <h2 class="ff-row__title">{words.jobs[job.queue] ?? job.queue}</h2>
              <p class="ff-row__excerpt">{rhythmOf(t, job.cron)}</p>
              <p class="ff-muted ff-small">
                {words.last}: {job.lastRun ? <When at={job.lastRun} /> : words.never} · {words.next}:{" "}
                <When at={job.nextRun} />
              </p>
              {hasFailed(job) && job.lastFailure && (
                <Alert kind="warning">
                  <p>
                    {words.failed} <When at={job.lastFailure} />
                  </p>
                </Alert>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p class="ff-muted ff-small">{words.kept}</p>
      <Checking checking={checking} />
      <Renderings renderings={renderings} />
    </>
  )
}

/** What the operator types after the library that sorts was replaced; the statements are the same in every language. */
function Collations({ collations }: { collations: ChangedCollation[] }) {
  const { t } = useReader()
  const words = t.accounts.administration.operation.collations
  return (
    <Alert kind="warning">
      <p>{words.text}</p>
      <ul>
        {collations.map(({ name, recorded, actual, indexes }) => (
          <li key={name}>
            {words.changed(name, recorded, actual)}
            <br />
            <code>{statementsFor(name, indexes)}</code>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Identifiers that need quotation marks have them already, save the collation's. */
function statementsFor(name: string | null, indexes: string[]): string {
  const quoted = `"${(name ?? "").replaceAll('"', '""')}"`
  const refresh =
    name === null
      ? "alter database … refresh collation version;"
      : `alter collation ${quoted} refresh version;`
  const many =
    indexes.length > MOST_NAMED ? ["reindex database;"] : indexes.map((index) => `reindex index ${index};`)
  return [...many, refresh].join(" ")
}

const MOST_NAMED = 8

/** How far the stored texts are rendered by the grammar of this version. */
function Renderings({ renderings }: { renderings: Progress[] }) {
  const { t } = useReader()
  const words = t.accounts.administration.operation.renderings
  return (
    <section aria-labelledby="aufbereitung">
      <h2 id="aufbereitung">{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {renderings.map(({ kind, done, total, kept, finishedAt, pausedAt }) => (
          <li key={kind}>
            {words.kinds[kind] ?? kind}:{" "}
            {finishedAt ? words.finished : pausedAt ? words.paused(done, total) : words.running(done, total)}
            {kept > 0 && ` ${words.kept(kept)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far the virus scanner is, and what keeps it. */
function Checking({ checking }: { checking: FileChecking }) {
  const { t } = useReader()
  const words = t.accounts.administration.operation.viruses
  const { isOn, awaySince, checkedAt, waiting, clean, infected, limit, failed } = checking
  return (
    <section aria-labelledby="viren">
      <h2 id="viren">{words.title}</h2>
      <p>{isOn ? words.on : words.off}</p>
      {isOn && awaySince && (
        <Alert kind="warning">
          <p>
            {words.away} <When at={awaySince} />
          </p>
        </Alert>
      )}
      {isOn && limit > 0 && (
        <Alert kind="warning">
          <p>{words.limit(limit)}</p>
        </Alert>
      )}
      {isOn && failed > 0 && (
        <Alert kind="warning">
          <p>{words.failed(failed)}</p>
        </Alert>
      )}
      {(isOn || infected > 0) && (
        <ul>
          {isOn && <li>{words.waiting(waiting)}</li>}
          <li>{words.clean(clean)}</li>
          <li>{words.infected(infected)}</li>
          <li>
            {words.last}: {checkedAt ? <When at={checkedAt} /> : words.never}
          </li>
        </ul>
      )}
    </section>
  )
}

const When = ({ at }: { at: Date }) => <DateTime value={at.toISOString()} format="datetime" />

function rhythmOf(t: Texts, cron: string): string {
  const words = t.accounts.administration.operation
  const [minute = "0", hour = "*"] = cron.split(" ")
  if (hour !== "*") return words.daily(`${hour}:${minute.padStart(2, "0")}`)
  if (minute === "*") return words.minutely
  return minute.startsWith("*/") ? words.quarterly : words.hourly(minute)
}
