import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import { Breadcrumb, Card, ErrorSummary, type FieldError, PageTitle, Prose } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import type { Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"
import { type FoundPost, pathOf, threadPath } from "./thread-of.ts"

type PostForm = {
  post: FoundPost
  /** What was sent and could not be carried out; null when the form is shown for the first time. */
  retry: Pick<Retry, "errors" | "status"> | null
  /** Needs the whole width of the page. */
  wide?: boolean
  content: (
    t: Texts,
    errors: FieldError[],
  ) => { title: string; lead?: string; form: ComponentChildren; current?: string }
}

/** A page of its own for what is rarely done to a post: the form, and the post that it is about. */
export async function showPostForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { post, retry, wide, content }: PostForm,
) {
  const errors = retry?.errors ?? []
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title, lead, form, current } = content(t, errors)
      return {
        title: errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        current: post.thread.kind === "question" ? "questions" : "best-practices",
        width: wide ? "wide" : "reading",
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
      }
    },
    retry?.status,
  )
}

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
