import { findBestPractice, setMark } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { pagesOf } from "../../form-pages.ts"
import type { Site } from "../../site.tsx"
import { BestPracticePage, bestPracticeTrail } from "./best-practice-page.tsx"
import { type Asked, unfolded } from "./question-routes.tsx"
import { Marked, type Retry } from "./retry.ts"

export function bestPracticePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page("/gute-praxis/:id", {
    find: () => null,
    show: (ask) => bestPracticeContent(ask, ask.params.id, null),
  })
  pages.form("/gute-praxis/:id/nachgenutzt", {
    find: () => null,
    input: Marked,
    act: async ({ db, actor, params }, { marked }) => {
      await setMark(db, actor, params.id, "reused", marked)
      return marked ? "marked" : "unmarked"
    },
    to: (flash, _, { params: { id } }) => [`/gute-praxis/${id}#${id}`, flash],
    again: (ask, _, form) => bestPracticeContent(ask, ask.params.id, form),
  })
}

export async function bestPracticeContent(ask: Asked, id: string, retry: Retry | null) {
  const practice = await findBestPractice(ask.site.db, ask.actor, id)
  return {
    title: practice.title,
    current: "best-practices",
    reads: id,
    breadcrumb: bestPracticeTrail(ask.t, practice),
    children: (
      <BestPracticePage
        practice={practice}
        retry={retry}
        open={unfolded(ask.request) === id}
        address={`${ask.site.config.publicUrl}/gute-praxis/${id}`}
      />
    ),
  }
}
