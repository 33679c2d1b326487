import { callApi } from "./api.ts"
import { announce, unfold } from "./dom.ts"
import { replaceContent, replaceSmallContent } from "./live-content.ts"
import { checkQuietly, openOffer } from "./live-offer.ts"
import { listen } from "./live-socket.ts"
import { compare, labelFor, readState, standingIn, type ThreadState } from "./thread-changes.ts"
import { words } from "./words.ts"

/** `data-live-thread="<id>"` on a thread: offers new answers, comments and changes, and shows them on a click. */
export function upgradeLiveThread(thread: HTMLElement): void {
  const id = thread.dataset.liveThread
  if (!id) return
  const offer = openOffer()
  let before: ThreadState | null = null
  const standing = standingIn(thread.dataset.liveStanding ?? "")
  let shown = standing.text
  const fetchState = async () => readState(await callApi(`/api/threads/${id}/posts`))
  const check = checkQuietly(async () => {
    const current = await fetchState()
    // The first look is right after the page came: what it does not hold is new, and versions count from here.
    before ??= {
      ...current,
      posts: current.posts.filter((post) => document.getElementById(post.id)),
      standing,
    }
    const found = compare(before, current)
    if (current.standing.text !== shown) {
      await replaceSmallContent()
      shown = current.standing.text
    }
    // The content that was fetched last may already hold more than was asked for then.
    const changes = { ...found, added: found.added.filter((post) => !document.getElementById(post.id)) }
    const label = labelFor(changes, words.live)
    if (label === null) return offer.hide()
    offer.show(label, async () => {
      const isShown = await replaceContent(thread)
      if (!isShown) return location.reload()
      before = current
      offer.hide()
      const request = document.getElementById(current.standing.askedBackId ?? "")
      const first = changes.added.map((post) => document.getElementById(post.id)).find(Boolean)
      goTo((changes.request === "asked" && request) || first || thread)
    })
  })
  listen([{ channel: "thread", id }], check)
}

function goTo(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1
  // A folded part would hide what was asked for.
  unfold(place)
  place.focus()
  announce(words.live.shown)
}
