import { Type } from "typebox"
import {
  type ConversationRow,
  type FoundMessage,
  listConversations,
  mayStart,
  searchMessages,
  WordsQuery,
} from "../../../server/conversations/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Cursor } from "../../../server/kernel/schemas.ts"
import { pagesOf } from "../../form-pages.ts"
import { Faults, type FormState, field } from "../../form-state.tsx"
import {
  ActionButton,
  Badge,
  Button,
  DateTime,
  EmptyState,
  Field,
  Form,
  LinkButton,
  List,
  Meta,
  Pager,
  PageTitle,
  Row,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { BLOCKED, LIST, NEW, NEWS, pathOf, pathOfMessage } from "./address.ts"
import { lookingFor, TypedWords } from "./typed.ts"

const Address = Closed({ after: Type.Optional(Cursor), suche: TypedWords })

export function listPages(app: App, site: Site): void {
  pagesOf(app, site).page(LIST, {
    query: Address,
    find: async ({ db, actor, query, t }) => {
      const typed = query.suche?.trim() ?? ""
      const rule = WordsQuery.properties.q
      const form = lookingFor(t, { name: "suche", label: t.conversations.search, rule }, typed)
      const listed = await listConversations(db, site.conversing, actor, query.after)
      const isAsked = typed !== "" && form.status === 200
      const found = isAsked ? await searchMessages(db, site.conversing, actor, typed) : null
      return { ...listed, found, form, isFirst: query.after === undefined }
    },
    status: ({ form }) => form.status,
    show: ({ t, actor }, shown) => ({
      title: t.conversations.title,
      current: "conversations",
      width: "reading",
      children: <Conversations {...shown} personId={actor.id} mayStart={mayStart(actor)} />,
    }),
  })
}

type Props = {
  items: ConversationRow[]
  next: string | null
  /** Null where nothing was searched for. */
  found: FoundMessage[] | null
  form: FormState
  isFirst: boolean
  personId: string
  mayStart: boolean
}

function Conversations({ items, next, found, form, isFirst, personId, mayStart: isStarter }: Props) {
  const { t } = useReader()
  const words = t.conversations
  const start = (
    <LinkButton href={NEW} kind="primary" icon="plus">
      {words.start}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={isStarter && start}>
        {words.title}
      </PageTitle>
      <Faults form={form} />
      <Form action={LIST} method="get">
        <Field {...field(form, "suche")} type="search" optional={false} autocomplete="off" needed={false} />
        <div>
          <Button icon="search">{words.searchNow}</Button>
        </div>
      </Form>
      {found ? (
        <Found items={found} />
      ) : (
        <div class="ff-stack" id="gespraeche" data-live={`inbox:${personId}`}>
          {items.length > 0 ? (
            <All items={items} />
          ) : (
            <EmptyState icon="comment" title={words.emptyTitle}>
              <p>{isStarter ? words.emptyStarter : words.emptyText}</p>
            </EmptyState>
          )}
          <Pager next={next && `${LIST}?after=${next}`} first={isFirst ? null : LIST} />
          <p class="kern-hint">
            <a href={BLOCKED}>{words.blockedTitle}</a>
          </p>
        </div>
      )}
    </>
  )
}

function All({ items }: { items: ConversationRow[] }) {
  const { t } = useReader()
  const words = t.conversations
  return (
    <List label={words.list}>
      {items.map(({ id, title, ofGroup, unread, latest, left }) => (
        <Row
          key={id}
          href={left ? LIST : `${pathOf(id)}#${NEWS}`}
          title={title || words.alone}
          level={2}
          {...(latest && { excerpt: words.said(latest.name, latest.excerpt) })}
          badges={
            unread > 0 && (
              <Badge kind="info" icon="comment">
                {words.unread(unread)}
              </Badge>
            )
          }
          meta={
            <Meta
              items={[
                ofGroup && words.ofGroup,
                latest && <DateTime value={latest.at} format="datetime" key="at" />,
                !latest && !left && words.nothingYet,
                left && words.hasLeft,
              ]}
            />
          }
          actions={
            left && (
              <ActionButton action={`${pathOf(id)}/teilnehmen`} icon="reply" context={title}>
                {words.comeBack}
              </ActionButton>
            )
          }
        />
      ))}
    </List>
  )
}

function Found({ items }: { items: FoundMessage[] }) {
  const { t } = useReader()
  const words = t.conversations
  return (
    <>
      <p>
        <a href={LIST}>{words.allAgain}</a>
      </p>
      {items.length === 0 ? (
        <EmptyState icon="search" title={words.nothingFound}>
          <p>{words.nothingFoundText}</p>
        </EmptyState>
      ) : (
        <List label={words.foundList}>
          {items.map((message) => (
            <Row
              key={message.id}
              href={pathOfMessage(message.conversationId, message)}
              title={message.conversation || words.alone}
              level={2}
              excerpt={message.excerpt}
              meta={
                <Meta items={[message.name, <DateTime value={message.at} format="datetime" key="at" />]} />
              }
            />
          ))}
        </List>
      )}
    </>
  )
}
