/**
 * Small scripts that make a page nicer; every page works without them. This one comes with every page; the parts that
 * `parts.ts` names come with the pages that have something for them, and with content that does later.
 *
 * One pattern for all: a page marks an element with a data attribute, and a function here upgrades it, once. What is
 * built is worded by `words` (in the page's language), and comes into the page as nodes, never as HTML put together.
 *
 * - `<ff-menu>` and `<ff-search>`: a menu that closes by itself, threads that are offered while one searches
 * - `data-markdown` on a textarea: toolbar, Ctrl+B and Ctrl+I, preview
 * - `data-markdown-short` on a textarea of a few lines in Markdown: what the other has, without toolbar and preview
 * - both: pasting with a look, Enter that goes on with a list
 * - `data-mention="address"` on such a textarea: people to name behind an "@"
 * - `data-since="owner"` on a list: marks what is newer than the last visit, which this browser alone knows
 * - `data-paste-mail` on a textarea: help with a pasted e-mail
 * - `data-personal-data` on a field: marks what looks like personal data, blackens by one click
 * - `data-upload` on a group of file fields: choose, drop or paste; see `AttachmentFields`
 * - `data-keep="key"` on a form: keeps what was typed until it is sent, readable for whoever uses the same browser
 *   account; so the forms of the journal add `data-keep-tab`: only what was sent and did not arrive, only in its tab
 * - `data-limit="160"` on a field: says how many characters are left, and cuts none
 * - `data-days-off="{…}"` on a field for a day: says when nobody works then
 * - `data-similar="ask"` on a form: threads that resemble its title and body
 * - `data-confirm="question"` on a form: asks before sending
 * - `data-passkey="{…}"` on a hidden form: asks the browser for a passkey before it is sent
 * - `data-copy="#id"` on a hidden button: copies the text of that element
 * - `data-live-thread="id"` on a thread, `data-live-queue="ids"` on a list: offers what is new
 * - `data-live-small` on a part of its page with an id: shows the present at once, because it moves nothing
 * - `data-live="channel:id"` on a region with an id: shows the present state by itself
 * - `data-timer` on a timer: counts down
 * - `data-in-place` on a link to a form: brings the form in where the link stands
 * - `data-outbox="owner"` on a form: keeps what is sent without a connection, and sends it later, once
 */
import { upgradeConfirm } from "./confirm.ts"
import { settleKept } from "./kept-sent.ts"
import { upgradeMenu } from "./menu.ts"
import { unfoldNamed } from "./named.ts"
import { PARTS, type Part } from "./parts.ts"
import { hasLeftForm } from "./reading-left.ts"
import { upgradeSearch } from "./search.ts"
import { guardSending } from "./send-once.ts"
import { stayOffline } from "./send-online.ts"
import { define, upgradeAll } from "./upgrade.ts"
import { loadWhenWriting } from "./writing-wanted.ts"

define("ff-menu", upgradeMenu)
define("ff-search", upgradeSearch)
define("form[data-confirm]", upgradeConfirm)
define("[data-paste-mail], [data-personal-data], [data-markdown], [data-markdown-short]", loadWhenWriting)

// What is rare comes when it is needed; where it cannot be fetched, the page works without.
const nothing = () => undefined
define("[data-copy]", (button) => {
  import("./copy.ts").then(({ upgradeCopy }) => upgradeCopy(button), nothing)
})
define("[data-passkey]", (form) => {
  import("./passkey.ts").then(({ upgradePasskey }) => upgradePasskey(form), nothing)
})
define("[data-limit]", (field) => {
  const come = () => void import("./limit.ts").then(({ upgradeLimit }) => upgradeLimit(field), nothing)
  // Every page has a field for words to search for, and few people write into it.
  if (field.matches("[type=search]")) field.addEventListener("focus", come, { once: true })
  else come()
})
define("[data-since]", (list) => {
  import("./visit.ts").then(({ markNew }) => markNew(list), nothing)
})

/** Of a page that came with them they are on their way already, and are not fetched twice. */
const load: Record<Part, () => Promise<unknown>> = {
  forms: () => import("./forms.ts"),
  similar: () => import("./beside.ts"),
  thread: () => import("./thread.ts"),
  live: () => import("./live.ts"),
  queue: () => import("./queue.ts"),
  sending: () => import("./sending.ts"),
}
for (const [part, names] of PARTS) {
  const selector = names.map((name) => `[${name}]`).join()
  let isAsked = false
  define(selector, () => {
    if (isAsked) return
    isAsked = true
    load[part]().catch(nothing)
  })
}

stayOffline()
settleKept()
if (hasLeftForm()) import("./reading.ts").then(({ offerWayBack }) => offerWayBack(), nothing)
upgradeAll(document)
unfoldNamed()
guardSending()
