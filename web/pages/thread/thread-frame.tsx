import { now } from "../../../server/kernel/time.ts"
import { textOf } from "../../forms.ts"
import { Alert, ErrorSummary, useReader } from "../../layout/index.ts"
import type { Question } from "./post-parts.tsx"
import { type Retry, summaryOf } from "./retry.ts"

/** A main category that is called like its list stands there once. */
export const categoryTrail = (parts: (Question["category"] | null)[], list: string) =>
  parts.flatMap((part) =>
    part && part.name !== list ? [{ label: part.name, href: `/kategorien/${part.id}` }] : [],
  )

/** What went wrong, and what was typed where its form may be gone by now. */
export function Failure({ retry }: { retry: Retry | null }) {
  const { t } = useReader()
  if (!retry) return null
  return (
    <>
      <ErrorSummary
        errors={summaryOf(retry)}
        {...(retry.status !== 422 && { title: t.thread.failed.title })}
      />
      {retry.status !== 422 && <Typed retry={retry} />}
    </>
  )
}

/** What was typed into a form that is not there any more. */
export function Typed({ retry }: { retry: Retry | null }) {
  const { t } = useReader()
  const typed = retry ? textOf(retry.fields, "body") : ""
  if (!typed) return null
  return (
    <Alert kind="info" title={t.thread.failed.typed}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <pre class="ff-typed" tabIndex={0}>
        {typed}
      </pre>
    </Alert>
  )
}

/** How the ids of posts begin that were written after the page was read; what was on its way then counts as new. */
export const liveSince = () => (now().getTime() - 2000).toString(16).padStart(12, "0").replace(/^.{8}/, "$&-")
