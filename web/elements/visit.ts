import { make } from "./dom.ts"
import { openStorage } from "./kept-texts.ts"

const VISIT = "ff-visit"
const local = openStorage(() => localStorage)
const session = openStorage(() => sessionStorage)

/** When somebody last looked, in milliseconds. Only of who looked last: browsers are shared. */
type Visit = { owner: string; at: number }

/**
 * `data-since="owner"` on a list: what is newer than the last visit is marked by the words in `data-since-words`. When that
 * was, the server never learns. A visit lasts as long as its tab, so that looking twice takes no mark away.
 */
export function markNew(list: HTMLElement): void {
  const { since: owner = "", sinceWords = "" } = list.dataset
  const visit = { owner, at: Date.now() }
  const former = read(session, owner) ?? read(local, owner)
  write(session, former ?? visit)
  write(local, visit)
  if (!former) return
  for (const row of list.querySelectorAll(".ff-row")) {
    const moment = row.querySelector("time")?.dateTime ?? ""
    if (Date.parse(moment) > former.at)
      row
        .querySelector(".ff-row__foot")
        ?.prepend(make("span", { class: "ff-badge ff-badge--info" }, sinceWords))
  }
}

/** What is stored may be anything: then nobody was here. */
function read(storage: Storage | null, owner: string): Visit | null {
  try {
    const visit: unknown = JSON.parse(storage?.getItem(VISIT) ?? "null")
    if (typeof visit !== "object" || visit === null || !("owner" in visit) || !("at" in visit)) return null
    return visit.owner === owner && typeof visit.at === "number" ? { owner, at: visit.at } : null
  } catch {
    return null
  }
}

function write(storage: Storage | null, visit: Visit): void {
  try {
    storage?.setItem(VISIT, JSON.stringify(visit))
  } catch {
    // Then nothing is marked the next time.
  }
}
