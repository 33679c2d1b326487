import {
  acknowledge,
  commentAnnouncement,
  draftRollOut,
  editAnnouncement,
  findAnnouncement,
  publishAnnouncement,
  releaseAnnouncement,
} from "../announcements/index.ts"
import { dayOf } from "../kernel/time.ts"
import { addDays } from "../kernel/workdays.ts"
import type { Scene, SeedParts } from "./parts.ts"
import type { Moment, SeedAnnouncement } from "./reading/index.ts"
import { audienceOf, type Town } from "./town.ts"

/** An announcement, what is asked about it, and who acknowledges it. */
export function scenesOfAnnouncement(
  parts: SeedParts,
  town: Town,
  announcement: SeedAnnouncement,
  start: Date,
  at: (moment: Moment) => Date,
): Scene[] {
  const { db } = parts
  const { author, title, text: body, publishedDaysAgo, takesComments, wantsAcknowledgement } = announcement
  const showUntil = addDays(dayOf(start), announcement.showForDays)
  const written = { title, body, showUntil, link: null, takesComments, wantsAcknowledgement }
  const input = { ...written, ...audienceOf(town, announcement.audience) }
  let id = ""
  const publish = async () => {
    const { draftedBy } = announcement
    id = draftedBy
      ? await startSignal(parts, town, { author, draftedBy, input })
      : (await publishAnnouncement(db, await town.actor(author), { ...input, publishAt: null, draft: false }))
          .id
    for (const key of announcement.acknowledgedBy) await acknowledge(db, await town.actor(key), id)
  }
  const comments = announcement.comments.map((comment) => ({
    at: at(comment),
    play: async () =>
      void (await commentAnnouncement(db, await town.actor(comment.by), id, { body: comment.text })),
  }))
  return [{ at: at({ daysAgo: publishedDaysAgo, time: "08:30" }), play: publish }, ...comments]
}

type Input = Pick<
  Parameters<typeof editAnnouncement>[4],
  | "title"
  | "body"
  | "audience"
  | "departmentIds"
  | "showUntil"
  | "link"
  | "takesComments"
  | "wantsAcknowledgement"
>
type Signal = { author: string; draftedBy: string; input: Input }

/** A learner writes it from the decided plan of their group, the lead words it as she likes and releases it. */
async function startSignal({ db, announcing }: SeedParts, town: Town, { author, draftedBy, input }: Signal) {
  const learner = await town.actor(draftedBy)
  const group = (await announcing.groupsOf(db, learner)).find(({ drafts }) => drafts)
  if (!group) throw new Error(`${draftedBy} is in no learning group`)
  const { id } = await draftRollOut(db, announcing, learner, { groupId: group.id })
  const lead = await town.actor(author)
  const { categories, version } = await findAnnouncement(db, announcing, lead, id)
  const categoryIds = categories.map((category) => category.id)
  await editAnnouncement(db, announcing, lead, id, { ...input, categoryIds, version })
  await releaseAnnouncement(db, announcing, lead, id, version + 1)
  return id
}
