import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import { Breadcrumb, type Crumb, EmptyState, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"

export const PATH = "/lerntagebuch"

type Frame = {
  title: (t: Texts) => string
  /** What stands between the journal and this page, and this page's name there. */
  crumb?: (t: Texts) => Crumb[]
  children: (t: Texts) => ComponentChildren
  status?: number
}

/** A page of the journal. Nothing of it stays in the browser: no cache, and no text kept while one types. */
export async function showJournal(site: Site, request: FastifyRequest, reply: FastifyReply, frame: Frame) {
  return show(
    site,
    request,
    reply,
    (t) => {
      const below = frame.crumb?.(t) ?? []
      const words = t.qualification.journal
      return {
        title: frame.title(t),
        current: "qualification",
        width: "reading",
        breadcrumb: (
          <Breadcrumb
            trail={[
              { label: t.qualification.cohorts.title, href: "/qualifizierung" },
              below.length > 0 ? { label: words.title, href: PATH } : { label: words.title },
              ...below,
            ]}
          />
        ),
        children: frame.children(t),
      }
    },
    frame.status ?? 200,
  )
}

/** Where the installation has no keys: what is missing, and that nothing else is. */
export async function showOff(site: Site, request: FastifyRequest, reply: FastifyReply) {
  return showJournal(site, request, reply, {
    title: (t) => t.qualification.journal.title,
    children: () => <Off />,
  })
}

export function Off() {
  const { t } = useReader()
  const words = t.qualification.journal
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <EmptyState icon="lock" title={words.offTitle} level={2}>
        <p>{words.offText}</p>
      </EmptyState>
    </>
  )
}
