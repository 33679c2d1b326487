import { callApi } from "./api.ts"
import { announce, unfold } from "./dom.ts"
import { replaceContent, replaceSmallContent } from "./live-content.ts"
import { checkQuietly, openOffer } from "./live-offer.ts"
import { listen } from "./live-socket.ts"
import { compare, labelFor, type Post, readState, standingIn, type ThreadState } from "./thread-changes.ts"
import { words } from "./words.ts"

/**
 * `data-live-thread="<id>"` on a thread: offers new answers, comments and changes, and shows them on a click. A page
 * may show a part of the thread: `data-live-page` says which. What is older than the page (`data-live-since`, how ids
 * of that time begin) stands on another one and is not new.
 */
export function upgradeLiveThread(thread: HTMLElement): void {
  const id = thread.dataset.liveThread
  if (!id) return
  const offer = openOffer()
  let before: ThreadState | null = null
  const standing = standingIn(thread.dataset.liveStanding ?? "")
  let shown = standing.text
  const { livePage = "", liveSince = "" } = thread.dataset
  const fetchState = async () => readState(await callApi(`/api/threads/${id}/posts?${livePage}`))
  const check = checkQuietly(async () => {
    const current = await fetchState()
    // The first look is right after the page came: what it does not hold is new, and versions count from here.
    before ??= {
      ...current,
      posts: current.posts.filter((post) => isShown(post) || post.id < liveSince),
      standing,
    }
    const found = compare({ ...before, posts: before.posts.filter(isShown) }, current)
    if (current.standing.text !== shown) {
      await replaceSmallContent()
      shown = current.standing.text
    }
    const known = new Set(before.posts.map((post) => post.id))
    // The content that was fetched last may already hold more than was asked for then.
    const isNew = (post: Post) => !isShown(post) && !known.has(post.id) && post.id >= liveSince
    const changes = { ...found, added: found.added.filter(isNew) }
    const label = labelFor(changes, words.live)
    if (label === null) return offer.hide()
    offer.show(label, async () => {
      const isReplaced = await replaceContent(thread)
      if (!isReplaced) return location.reload()
      before = current
      offer.hide()
      const request = document.getElementById(current.standing.askedBackId ?? "")
      const first = changes.added.map((post) => document.getElementById(post.id)).find(Boolean)
      const [elsewhere] = changes.added
      if (!first && elsewhere) return location.assign(`/a/${elsewhere.id}`)
      goTo((changes.request === "asked" && request) || first || thread)
    })
  })
  listen([{ channel: "thread", id }], check)
}

const isShown = ({ id }: Post) => document.getElementById(id) !== null

function goTo(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1
  // A folded part would hide what was asked for.
  unfold(place)
  place.focus()
  announce(words.live.shown)
}
