import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import { Breadcrumb, Card, ErrorSummary, type FieldError, PageTitle, Prose } from "../../layout/index.ts"
import { type Content, type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { shownTitle } from "./shown-title.ts"
import { type FoundPost, pathOf, threadPath } from "./thread-of.ts"

type PostForm = {
  post: FoundPost
  title: string
  lead?: string
  /** What the post is called that stands below the form; left out where it does not. */
  current?: string
  /** Needs the whole width of the page. */
  wide?: boolean
  errors?: FieldError[]
  form: ComponentChildren
}

/** A page of its own for what is rarely done to a post: the form, and the post that it is about. */
export const postForm = (t: Texts, { post, title, lead, current, wide, errors = [], form }: PostForm) => ({
  title,
  current: post.thread.kind === "question" ? "questions" : "best-practices",
  width: wide ? ("wide" as const) : ("reading" as const),
  breadcrumb: <Trail t={t} post={post} title={title} />,
  children: (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={lead}>{title}</PageTitle>
      {form}
      {current && (
        <Card title={current} id="beitrag" tone="quiet">
          {Object.entries(post.html).map(([section, html]) => (
            <Prose html={html} level={3} key={section} />
          ))}
        </Card>
      )}
    </>
  ),
})

/** Answers with the page of a form that is written by hand, as `pagesOf` does for the others. */
export const showAgain = (
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  content: Content,
  status: number,
) =>
  show(
    site,
    request,
    reply,
    (t) => (status < 400 ? content : { ...content, title: t.shell.form.errorPageTitle(content.title) }),
    status,
  )

function Trail({ t, post, title }: { t: Texts; post: FoundPost; title: string }) {
  const { navigation } = t.shell
  const list =
    post.thread.kind === "question"
      ? { label: navigation.questions, href: "/fragen" }
      : { label: navigation.bestPractices, href: "/gute-praxis" }
  const back = post.thread.id === post.id ? threadPath(post.thread) : pathOf(post)
  return (
    <Breadcrumb trail={[list, { label: shownTitle(t, post.thread.title), href: back }, { label: title }]} />
  )
}
