import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Cursor } from "../../../../server/kernel/schemas.ts"
import { today } from "../../../../server/kernel/time.ts"
import {
  accessJournal,
  type JournalEntryView,
  listEntries,
  listSubjects,
  NewJournalEntry,
  writeEntry,
} from "../../../../server/qualification/own.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { readForm } from "../../../form-reading.ts"
import { Faults, type FormState, freshForm } from "../../../form-state.tsx"
import { textOf } from "../../../forms.ts"
import {
  Badge,
  Day,
  Disclosure,
  EmptyState,
  List,
  Meta,
  Pager,
  PageTitle,
  Row,
} from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { aboutFault, entryLabels, FIELDS, readAbout, type Subjects } from "./form.tsx"
import { journalPage, offPage, PATH } from "./frame.tsx"
import { Writing } from "./writing.tsx"

/** Where in the list; and what an entry begins with: a prompt by its place, and what it is about. */
const Query = Closed({
  after: Type.Optional(Cursor),
  anfang: Type.Optional(Type.String({ maxLength: 2 })),
  zu: Type.Optional(Type.String({ maxLength: 80 })),
  hinweis: Type.Optional(Type.String()),
})

/** The entries of a person, and the form for the next. */
export function journalListPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(PATH, {
    query: Query,
    find: (ask) => findJournal(ask, ask.query.after),
    show: ({ t, query: { after, anfang = "", zu = "" } }, found) => {
      if (!found.page) return offPage(t)
      const title = (/^\d+$/.test(anfang) && t.qualification.journal.prompts[Number(anfang)]) || ""
      const fields = { idempotencyKey: newId(), title, writtenOn: today(), about: zu }
      const form = freshForm(NewJournalEntry, entryLabels(t), fields)
      const isBegun = anfang !== "" || zu !== "" || found.page.items.length === 0
      return journalOf(t, found, { form, isBegun, isFirst: after === undefined })
    },
  })
  pages.form(PATH, {
    find: (ask) => findJournal(ask),
    input: NewJournalEntry,
    fields: [...FIELDS, "idempotencyKey"],
    read: (fields) => ({ ...readForm(NewJournalEntry, fields), ...readAbout(fields) }),
    labels: entryLabels,
    fault: aboutFault,
    act: ({ db, actor }, value) => writeEntry(db, site.journalKeys, actor, value),
    to: ({ id }) => [`${PATH}/${id}`, "journal-written"],
    // Where the installation has no keys, what was typed all the same comes back with the refusal.
    again: ({ t }, found, form) => journalOf(t, found, { form, isBegun: true, isFirst: true }),
  })
}

type Found = {
  /** Null where the installation has no keys. */
  page: { items: JournalEntryView[]; next: string | null } | null
  subjects: Subjects
}

type Asked = Pick<Ask, "site" | "db" | "actor">

async function findJournal({ site: { journalKeys }, db, actor }: Asked, after?: string): Promise<Found> {
  await accessJournal(db, actor)
  const page = journalKeys ? await listEntries(db, journalKeys, actor, after) : null
  return { page, subjects: await listSubjects(db, actor) }
}

type Begun = { form: FormState; isBegun: boolean; isFirst: boolean }

const journalOf = (t: Texts, found: Found, begun: Begun): Content =>
  journalPage(t, { title: t.qualification.journal.title }, <Journal t={t} {...found} {...begun} />)

function Journal({ t, page, subjects, form, isBegun, isFirst }: { t: Texts } & Found & Begun) {
  const words = t.qualification.journal
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Faults form={form} />
      <Disclosure summary={words.write} open={isBegun}>
        {textOf(form.fields, "title") === "" && <Prompts t={t} />}
        <Writing subjects={subjects} form={form} />
      </Disclosure>
      <Disclosure summary={words.privacyTitle} quiet>
        <Protection t={t} />
      </Disclosure>
      {page && <Entries t={t} page={page} isFirst={isFirst} />}
    </>
  )
}

function Entries({ t, page, isFirst }: { t: Texts; page: NonNullable<Found["page"]>; isFirst: boolean }) {
  const words = t.qualification.journal
  return (
    <>
      {page.items.length === 0 ? (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List label={words.title}>
          {page.items.map((entry) => (
            <EntryRow key={entry.id} t={t} entry={entry} />
          ))}
        </List>
      )}
      <Pager
        next={page.next && `${PATH}?after=${page.next}`}
        first={isFirst ? null : PATH}
        label={words.older}
      />
    </>
  )
}

/** What the encryption is good for, and what not. */
function Protection({ t }: { t: Texts }) {
  return (
    <>
      {t.qualification.journal.privacy.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}

function Prompts({ t }: { t: Texts }) {
  const words = t.qualification.journal
  return (
    <>
      <p>{words.promptsTitle}</p>
      <ul>
        {words.prompts.map((prompt, place) => (
          <li key={prompt}>
            <a href={`${PATH}?anfang=${place}#schreiben`}>{prompt}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function EntryRow({ t, entry }: { t: Texts; entry: JournalEntryView }) {
  const words = t.qualification.journal
  const about = [entry.cohort?.name, entry.step?.name].filter((name) => name !== undefined)
  return (
    <Row
      href={`${PATH}/${entry.id}`}
      title={entry.content?.title ?? words.unreadable}
      level={2}
      badges={
        entry.shared && (
          <Badge kind="warning" icon="share">
            {words.sharedBadge[entry.shared.with]}
          </Badge>
        )
      }
      meta={<Meta items={[<Day key="day" value={entry.writtenOn} />, ...about]} />}
    />
  )
}
