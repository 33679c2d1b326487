import {
  acknowledge,
  commentAnnouncement,
  dismissAnnouncement,
  findCommented,
  NewComment,
  releaseAnnouncement,
  remindOf,
  removeComment,
  Withdrawal,
  withdrawAnnouncement,
} from "../../../server/announcements/index.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { AtVersion } from "../../../server/kernel/schemas.ts"
import { type Ask, type Next, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import type { Site } from "../../site.tsx"
import { COMMENTING } from "./comments.tsx"
import { type Found, findOne } from "./found.ts"
import { WITHDRAWING } from "./one.tsx"
import { showOne } from "./reading.tsx"

/** What is done on the page of an announcement, by its readers and by those who look after it. */
export function answeringPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const here =
    (hint: Exclude<Next, string>[1]) =>
    (_: unknown, found: Found): Next => [`/ankuendigungen/${found.announcement.id}`, hint]
  const page = { find: findOne, again: showOne }
  pages.form("/ankuendigungen/:id/freigeben", {
    ...page,
    find: findFor("release"),
    input: AtVersion,
    act: ({ db, actor, params }, { version }) =>
      releaseAnnouncement(db, site.announcing, actor, params.id, version),
    to: here("announcement-released"),
  })
  pages.form("/ankuendigungen/:id/zurueckziehen", {
    ...page,
    find: findFor("withdraw"),
    input: Withdrawal,
    name: WITHDRAWING,
    act: ({ db, actor, params }, value) => withdrawAnnouncement(db, actor, params.id, value),
    to: here("announcement-withdrawn"),
  })
  pages.form("/ankuendigungen/:id/zur-kenntnis", {
    ...page,
    input: NoInput,
    act: ({ db, actor, params }) => acknowledge(db, actor, params.id),
    to: here("announcement-acknowledged"),
  })
  pages.form("/ankuendigungen/:id/ausblenden", {
    ...page,
    input: NoInput,
    act: ({ db, actor, params }) => dismissAnnouncement(db, actor, params.id),
    to: () => ["/", "announcement-dismissed"],
  })
  pages.form("/ankuendigungen/:id/erinnern", {
    ...page,
    input: NoInput,
    act: ({ db, actor, params }) => remindOf(db, actor, params.id),
    to: here("announcement-reminded"),
  })
  pages.form("/ankuendigungen/:id/fragen", {
    ...page,
    input: NewComment,
    name: COMMENTING,
    labels: (t) => ({ body: t.announcements.comment }),
    act: ({ db, actor, params }, value) => commentAnnouncement(db, actor, params.id, value),
    to: ({ id }: { id: string }, { announcement }) => [
      `/ankuendigungen/${announcement.id}#kommentar-${id}`,
      "announcement-commented",
    ],
  })
  pages.form("/ankuendigungen/fragen/:id/entfernen", {
    find: ({ db, actor, params }: Ask) => findCommented(db, actor, params.id),
    input: NoInput,
    act: ({ db, actor, params }) => removeComment(db, actor, params.id),
    to: (_, announcementId) => [`/ankuendigungen/${announcementId}#fragen`, "announcement-comment-removed"],
    again: async (ask, announcementId, form) =>
      showOne(ask, await findOne({ ...ask, params: { id: announcementId } }), form),
  })
}

/** Whoever may not do it is told so before anything in their form; to do it twice is no fault. */
const findFor = (right: "release" | "withdraw") => async (ask: Ask) => {
  const found = await findOne(ask)
  if (!found.announcement.can[right] && !found.announcement.withdrawn) throw forbidden()
  return found
}
