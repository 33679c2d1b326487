import {
  type AcknowledgedView,
  type AnnouncementView,
  countAcknowledged,
  findAnnouncement,
} from "../../../server/announcements/index.ts"
import { listCategories } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Ask } from "../../form-pages.ts"
import type { Site } from "../../site.tsx"

type Link = { title: string; href: string }

/** An announcement as its page shows it. */
export type Found = {
  announcement: AnnouncementView
  /** What it leads to; null where that is nothing, or nothing that the person may see. */
  link: Link | null
  /** For those who look after it. */
  counts: AcknowledgedView | null
}

export async function findOne({
  site,
  db,
  actor,
  params,
}: Pick<Ask, "site" | "db" | "actor" | "params">): Promise<Found> {
  const announcement = await findAnnouncement(db, site.announcing, actor, params.id)
  const { link, can } = announcement
  return {
    announcement,
    link: link ? await findLink(site, actor, link) : null,
    counts: can.count ? await countAcknowledged(db, actor, params.id) : null,
  }
}

/** A category, or whatever an inbox could tell the person of: a thread, an announcement, an event. */
async function findLink(site: Site, actor: Actor, href: string): Promise<Link | null> {
  const id = href.slice(href.lastIndexOf("/") + 1)
  if (href.startsWith("/kategorien/")) {
    const category = (await listCategories(site.db, actor)).find((one) => one.id === id)
    return category ? { title: category.name, href } : null
  }
  const facts = (await site.describeInbox(actor, [id])).get(id)
  return facts?.title ? { title: facts.title, href: facts.address } : null
}
