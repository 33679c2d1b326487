import { Type } from "typebox"
import { listDepartments } from "../../../server/accounts/index.ts"
import {
  Following,
  findCategory,
  findFollowing,
  followCategory,
  type Level,
  listBestPractices,
  listCategories,
  listQuestions,
  questionAddress,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, Closed, Cursor, html } from "../../../server/kernel/schemas.ts"
import { pagesOf } from "../../form-pages.ts"
import {
  Alert,
  Breadcrumb,
  Disclosure,
  EmptyState,
  Facts,
  List,
  Pager,
  PageTitle,
  Prose,
  useReader,
} from "../../layout/index.ts"
import type { Tried } from "../../page-forms.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { findReplacing, type Replacing, ReplacingNote } from "../announcements/replacing.tsx"
import { followFlash } from "../thread/following.tsx"
import { AskButton, RecordButton, ShareButton } from "./actions.tsx"
import { type Category, CategoryTiles, partsOf, withParts } from "./categories.tsx"
import { FollowCategory, followLabels } from "./following.tsx"
import { Hint, pathWith } from "./query.ts"
import { type Practice, PracticeItem, type Question, QuestionItem } from "./rows.tsx"

const Query = Closed({ nach: Type.Optional(Cursor), hinweis: Hint })

export function categoryPage(app: App, site: Site): void {
  app.get(
    "/kategorien/:id",
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, querystring: Query, response: html },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      const page = await site.replica.read(request, (db) =>
        loadPage({ ...site, db }, actor, params.id, query.nach),
      )
      return show(site, request, reply, (t) => contentOf(t, page, null))
    },
  )
  pagesOf(app, site).form("/kategorien/:id/folgen", {
    find: ({ db, actor, params }) => findCategory(db, actor, params.id),
    input: Following,
    labels: followLabels,
    act: ({ db, actor, params }, value) =>
      followCategory(db, actor, params.id, value).then(() => value.level),
    to: (level, _, { params }) => [`/kategorien/${params.id}`, followFlash({ level })],
    again: async ({ t, actor, params }, _, form) =>
      contentOf(t, await loadPage(site, actor, params.id, undefined), { form, at: params.id }),
  })
}

const contentOf = (t: Texts, page: Loaded, tried: Tried | null) => ({
  title: page.category.name,
  current: page.category.kind,
  breadcrumb: <Breadcrumb trail={trailOf(t, page)} />,
  children: <CategoryContent {...page} tried={tried} />,
})

type Threads =
  | { kind: "questions"; items: Question[]; next: string | null }
  | { kind: "best-practices"; items: Practice[]; next: string | null }
type Loaded = {
  category: Category
  /** The main category of a part, where the person may see it. */
  main: Category | undefined
  parts: Category[]
  audience: string[]
  threads: Threads
  nach: string | undefined
  following: Level | null
  /** Where a mail becomes a question here; null where it does not. */
  address: string | null
  replacing: Replacing | undefined
}
type Props = Loaded & { tried: Tried | null }

async function loadPage(site: Site, actor: Actor, id: string, nach: string | undefined): Promise<Loaded> {
  const categories = await listCategories(site.db, actor, true)
  const category = categories.find((one) => one.id === id)
  if (!category) throw notFound()
  const departments = category.audience === "all" ? [] : await listDepartments(site.db, { archived: true })
  const categoryIds = withParts(categories, id)
  const threads: Threads =
    category.kind === "questions"
      ? { kind: category.kind, ...(await listQuestions(site.db, actor, { categoryIds }, nach)) }
      : { kind: category.kind, ...(await listBestPractices(site.db, actor, { categoryIds }, nach)) }
  const readers = [...category.departmentIds, category.responsible?.id]
  return {
    category,
    main: categories.find((other) => other.id === category.parentId),
    parts: partsOf(categories, id),
    audience: departments.filter((one) => readers.includes(one.id)).map(({ name }) => name),
    threads,
    nach,
    following: await findFollowing(site.db, actor, id),
    address:
      category.kind === "questions" && category.can.post ? questionAddress(site.config, category) : null,
    replacing: category.kind === "questions" ? (await findReplacing(site.db, actor)).get(id) : undefined,
  }
}

function trailOf(t: Texts, { category, main }: Loaded) {
  const all =
    category.kind === "questions"
      ? { label: t.lists.questions.title, href: "/fragen" }
      : { label: t.lists.practices.title, href: "/gute-praxis" }
  return [
    all,
    ...(main ? [{ label: main.name, href: `/kategorien/${main.id}` }] : []),
    { label: category.name },
  ]
}

function CategoryContent(props: Props) {
  const { t } = useReader()
  const words = t.lists.category
  const { category, parts } = props
  return (
    <>
      <PageTitle
        over={category.kind === "questions" ? words.questions : words.practices}
        lead={category.description && <p>{category.description}</p>}
        actions={<WriteHere category={category} />}
      >
        {category.name}
      </PageTitle>
      {category.archived && (
        <Alert kind="info" title={words.archivedTitle}>
          <p>{words.archivedText}</p>
        </Alert>
      )}
      <ReplacingNote replacing={props.replacing} />
      <CategoryFacts {...props} />
      {!category.archived && <FollowCategory {...category} following={props.following} tried={props.tried} />}
      {category.guideHtml && !category.archived && (
        <Disclosure summary={words.guide} quiet>
          <Prose html={category.guideHtml} level={2} />
        </Disclosure>
      )}
      {parts.length > 0 && <h2>{words.parts}</h2>}
      {parts.length > 0 && <CategoryTiles categories={parts} />}
      <h2>{category.kind === "questions" ? words.listQuestions : words.listPractices}</h2>
      <ThreadList {...props} />
    </>
  )
}

function WriteHere({ category: { id, kind, can } }: { category: Category }) {
  if (!can.post) return null
  if (kind === "best-practices") return <ShareButton category={id} />
  return (
    <>
      {can.record && <RecordButton category={id} />}
      <AskButton category={id} />
    </>
  )
}

function CategoryFacts({ category, audience, address }: Props) {
  const { t } = useReader()
  const facts = [
    ...(category.responsible
      ? [{ label: t.lists.category.responsible, value: category.responsible.name }]
      : []),
    ...(audience.length > 0 ? [{ label: t.lists.category.audience, value: audience.join(", ") }] : []),
    ...(address
      ? [{ label: t.lists.category.byMail, value: <a href={`mailto:${address}`}>{address}</a> }]
      : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

function ThreadList({ category, threads, nach }: Props) {
  const path = `/kategorien/${category.id}`
  if (threads.items.length === 0) return <NothingYet category={category} />
  return (
    <>
      <List>
        {threads.kind === "questions"
          ? threads.items.map((question) => (
              <QuestionItem question={question} level={3} within={category.id} key={question.id} />
            ))
          : threads.items.map((practice) => (
              <PracticeItem practice={practice} level={3} within={category.id} key={practice.id} />
            ))}
      </List>
      <Pager next={threads.next && pathWith(path, { nach: threads.next })} first={nach ? path : null} />
    </>
  )
}

function NothingYet({ category: { kind, archived } }: { category: Category }) {
  const { t } = useReader()
  const words = t.lists.category
  const questions = kind === "questions"
  return (
    <EmptyState
      icon={questions ? "question" : "share"}
      title={questions ? words.emptyQuestions : words.emptyPractices}
    >
      <p>{archived ? words.emptyArchived : questions ? words.emptyAsk : words.emptyShare}</p>
    </EmptyState>
  )
}
