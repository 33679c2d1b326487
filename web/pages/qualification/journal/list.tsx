import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, Cursor } from "../../../../server/kernel/schemas.ts"
import { accessJournal, type JournalEntryView, listEntries } from "../../../../server/qualification/index.ts"
import { pagesOf } from "../../../form-pages.ts"
import {
  Badge,
  Day,
  Disclosure,
  EmptyState,
  LinkButton,
  List,
  Meta,
  Pager,
  PageTitle,
  Row,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { journalPage, offPage, PATH } from "./frame.tsx"

const JournalPageQuery = Closed({ after: Type.Optional(Cursor), hinweis: Type.Optional(Type.String()) })

export function journalListPages(app: App, site: Site): void {
  pagesOf(app, site).page(PATH, {
    query: JournalPageQuery,
    find: async ({ db, actor, query }) => {
      await accessJournal(db, actor)
      return site.journalKeys && listEntries(db, site.journalKeys, actor, query.after)
    },
    show: ({ t, query }, page) =>
      page
        ? journalPage(
            t,
            { title: t.qualification.journal.title },
            <All t={t} page={page} isFirst={query.after === undefined} />,
          )
        : offPage(t),
  })
}

function All(props: {
  t: Texts
  page: { items: JournalEntryView[]; next: string | null }
  isFirst: boolean
}) {
  const { t, page, isFirst } = props
  const words = t.qualification.journal
  return (
    <>
      <PageTitle
        lead={<p>{words.lead}</p>}
        actions={
          <LinkButton href={`${PATH}/neu`} kind="primary" icon="plus">
            {words.write}
          </LinkButton>
        }
      >
        {words.title}
      </PageTitle>
      <Disclosure summary={words.privacyTitle} quiet>
        <Protection t={t} />
      </Disclosure>
      {page.items.length === 0 ? (
        <EmptyState icon="edit" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <Prompts t={t} />
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

export function Prompts({ t }: { t: Texts }) {
  const words = t.qualification.journal
  return (
    <ul>
      {words.prompts.map((prompt, place) => (
        <li key={prompt}>
          <a href={`${PATH}/neu?anfang=${place}`}>{prompt}</a>
        </li>
      ))}
    </ul>
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
