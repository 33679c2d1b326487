import type { Static, TSchema } from "typebox"
import {
  Acceptance,
  findPost,
  followThread,
  restorePost,
  setAccepted,
  setMark,
  showPost,
  ThreadFollowing,
  withdrawPost,
} from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { bestPracticeContent } from "./best-practice-routes.tsx"
import { followFlash } from "./following.tsx"
import { ANY } from "./moderation-pages.tsx"
import { questionContent } from "./question-routes.tsx"
import { Marked } from "./retry.ts"
import { pathOf } from "./thread-of.ts"

const BUTTONS = [
  { path: "zurueckziehen", act: withdrawPost, flash: "withdrawn" },
  { path: "wiederherstellen", act: restorePost, flash: "restored" },
  { path: "einblenden", act: showPost, flash: "shown" },
] as const

/** The single buttons of every post. All lead back to where the post stands. */
export function postPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const button = <I extends TSchema>(
    url: string,
    input: I,
    act: (ask: Ask, value: Static<I>) => Promise<keyof Texts["flash"]>,
  ) =>
    pages.form(url, {
      find: ({ db, actor, params }) => findPost(db, actor, params.id, ANY, "see"),
      input,
      act,
      to: (flash, post) => [pathOf(post), flash],
      again: (ask, { thread: { id, kind } }, form) =>
        (kind === "question" ? questionContent : bestPracticeContent)(ask, id, form),
    })
  button("/beitraege/:id/hilfreich", Marked, async ({ db, actor, params }, { marked }) => {
    await setMark(db, actor, params.id, "helpful", marked)
    return marked ? "marked" : "unmarked"
  })
  for (const thread of ["/fragen/:id", "/gute-praxis/:id"])
    button(`${thread}/folgen`, ThreadFollowing, async ({ db, actor, params }, value) => {
      await followThread(db, actor, params.id, value)
      return followFlash(value)
    })
  button("/antworten/:id/markieren", Acceptance, async ({ db, actor, params }, { accepted }) => {
    await setAccepted(db, actor, params.id, accepted)
    return accepted ? "accepted" : "unaccepted"
  })
  for (const { path, act, flash } of BUTTONS)
    button(`/beitraege/:id/${path}`, NoInput, async ({ db, actor, params }) => {
      await act(db, actor, params.id)
      return flash
    })
}
