import { queueDepartments } from "../server/forum/index.ts"
import { type Actor, has } from "../server/kernel/actor.ts"
import { mayFacilitate } from "../server/qualification/core.ts"
import { SYNONYM_KEEPERS } from "../server/search/index.ts"
import type { NavItem } from "./layout/index.ts"
import type { Texts } from "./texts/index.ts"

/** `conversations`: those with something unread; null where the installation has none. */
type Counted = { hasCohort: boolean; open: number; conversations: number | null }

/** Where somebody can go, by what they are. */
export function navigationFor(
  actor: Actor,
  { hasCohort: isInCohort, open, conversations }: Counted,
  t: Texts,
): NavItem[] {
  const words = t.shell.navigation
  const reader = actor.departments.length > 0
  const items: NavItem[] = [{ key: "start", label: words.start, href: "/", icon: "home" }]
  if (reader) {
    items.push({ key: "questions", label: words.questions, href: "/fragen", icon: "question" })
    items.push({ key: "best-practices", label: words.bestPractices, href: "/gute-praxis", icon: "share" })
  }
  if (queueDepartments(actor).length > 0)
    items.push({
      key: "queue",
      label: words.queue,
      href: "/offene-fragen",
      icon: "clock",
      count: open,
    })
  if (reader) items.push({ key: "mine", label: words.mine, href: "/meine-fragen", icon: "person" })
  items.push({ key: "announcements", label: words.announcements, href: "/ankuendigungen", icon: "announce" })
  if (conversations !== null && (reader || isInCohort))
    items.push({
      key: "conversations",
      label: words.conversations,
      href: "/gespraeche",
      icon: "comment",
      count: conversations,
    })
  if (mayFacilitate(actor) || isInCohort)
    items.push({ key: "qualification", label: words.qualification, href: "/qualifizierung", icon: "people" })
  const synonyms = SYNONYM_KEEPERS.some((role) => has(actor, role))
  // Who finds nothing but the structure there is led to it at once, under its own name.
  if (has(actor, "lead") && !has(actor, "admin") && !synonyms)
    items.push({
      key: "administration",
      label: words.structure,
      href: "/verwaltung/struktur",
      icon: "settings",
    })
  else if (actor.roles.some((role) => ["admin", "editor", "lead"].includes(role)))
    items.push({ key: "administration", label: words.administration, href: "/verwaltung", icon: "settings" })
  return items
}
