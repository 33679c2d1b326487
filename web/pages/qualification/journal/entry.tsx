import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  AUDIENCES,
  deleteEntry,
  findOwnEntry,
  type JournalEntryView,
  listSubjects,
  SharedJournalEntry,
  shareEntry,
  unshareEntry,
} from "../../../../server/qualification/index.ts"
import { FormOf, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Button,
  Buttons,
  Card,
  Day,
  Disclosure,
  Form,
  LinkButton,
  Meta,
  PageTitle,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { nameOf } from "./form.tsx"
import { PATH, showJournal, showOff } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const

export function entryPages(app: App, site: Site): void {
  app.get(`${PATH}/:id`, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    if (!site.journalKeys) return showOff(site, request, reply)
    const entry = await findOwnEntry(site.db, site.journalKeys, request.actor, request.params.id)
    const cohorts = await listSubjects(site.db, request.actor)
    return showJournal(site, request, reply, {
      title: (t) => nameOf(t, entry),
      crumb: (t) => [{ label: nameOf(t, entry) }],
      children: () => <Entry entry={entry} cohorts={cohorts} />,
    })
  })
  app.post(
    `${PATH}/:id/loeschen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await deleteEntry(site.db, request.actor, request.params.id)
      return goTo(reply, PATH, "journal-deleted")
    },
  )
  sharingPages(app, site)
}

function sharingPages(app: App, site: Site): void {
  app.post(
    `${PATH}/:id/teilen`,
    { config, schema: { params: ById, body: FormOf("to", "version"), response: html } },
    async ({ actor, params, body }, reply) => {
      await findOwnEntry(site.db, site.journalKeys, actor, params.id)
      const [audience, cohortId] = textOf(body, "to").split(" ")
      const input = { with: audience, cohortId, version: Number(textOf(body, "version")) }
      const { value } = checkInput(SharedJournalEntry, input)
      if (!value) throw new Refusal(422, "bad-request")
      await shareEntry(site.db, site.journalKeys, actor, params.id, value)
      return goTo(reply, `${PATH}/${params.id}#teilen`, "journal-shared")
    },
  )
  app.post(
    `${PATH}/:id/zuruecknehmen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      await unshareEntry(site.db, actor, params.id)
      return goTo(reply, `${PATH}/${params.id}#teilen`, "journal-unshared")
    },
  )
}

type Cohort = { id: string; name: string }

function Entry({ entry, cohorts }: { entry: JournalEntryView; cohorts: Cohort[] }) {
  const { t } = useReader()
  const words = t.qualification.journal
  const about = [entry.cohort?.name, entry.step?.name].filter((name) => name !== undefined)
  const { content } = entry
  return (
    <>
      <PageTitle
        lead={<Meta items={[<Day key="day" value={entry.writtenOn} />, ...about]} />}
        actions={
          content && (
            <LinkButton href={`${PATH}/${entry.id}/bearbeiten`} icon="edit">
              {words.edit}
            </LinkButton>
          )
        }
      >
        {nameOf(t, entry)}
      </PageTitle>
      {content ? (
        <p class="ff-written">{content.body}</p>
      ) : (
        <Alert kind="warning">
          <p>{words.unreadableText}</p>
        </Alert>
      )}
      {(content || entry.shared) && <Sharing entry={entry} cohorts={cohorts} />}
      {content && cohorts.length > 0 && <AsEvidence entry={entry} cohorts={cohorts} />}
      <Deleting entry={entry} />
    </>
  )
}

/** To whom it goes, what they will see, and how to take it back. */
function Sharing({ entry, cohorts }: { entry: JournalEntryView; cohorts: Cohort[] }) {
  const { t } = useReader()
  const words = t.qualification.journal
  const { shared } = entry
  const isNow = (cohort: Cohort, audience: string) =>
    shared?.cohort.id === cohort.id && shared.with === audience
  if (!shared && cohorts.length === 0) return null
  return (
    <Card title={words.share} id="teilen" icon="share" tone="quiet">
      {shared ? (
        <p>
          {words.sharedText[shared.with]}{" "}
          <a href={`/lerngruppen/${shared.cohort.id}/geteilte-eintraege`}>{shared.cohort.name}</a>.{" "}
          {words.sharedRule}
        </p>
      ) : (
        <p>{words.shareText}</p>
      )}
      <Buttons>
        {shared && (
          <ActionButton action={`${PATH}/${entry.id}/zuruecknehmen`} kind="secondary">
            {words.unshare}
          </ActionButton>
        )}
        {entry.content && (
          <Form action={`${PATH}/${entry.id}/teilen`} hidden={{ version: entry.version }}>
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
        )}
      </Buttons>
    </Card>
  )
}

/** The way to a copy that can be shown in the assessment. */
function AsEvidence({ entry, cohorts }: { entry: JournalEntryView; cohorts: Cohort[] }) {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <Card title={words.asEvidence} id="nachweis" icon="attach" tone="quiet">
      <p>{words.asEvidenceText}</p>
      <Buttons>
        {cohorts.map(({ id, name }) => (
          <LinkButton
            key={id}
            href={`/lerngruppen/${id}/nachweise/uebernehmen?art=journal&von=${entry.id}`}
            small
          >
            {cohorts.length > 1 ? words.asEvidenceFor(name) : words.asEvidence}
          </LinkButton>
        ))}
      </Buttons>
    </Card>
  )
}

/** It takes two steps, with or without a script. */
function Deleting({ entry }: { entry: JournalEntryView }) {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <Disclosure summary={words.remove} quiet>
      <p>{words.removeText}</p>
      <Form action={`${PATH}/${entry.id}/loeschen`}>
        <div>
          <Button kind="danger">{words.removeNow}</Button>
        </div>
      </Form>
    </Disclosure>
  )
}
