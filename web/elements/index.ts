/**
 * Small scripts that make a page nicer; every page works without them.
 *
 * One pattern for all: a page marks an element with a data attribute, and a function here upgrades it, once. What is
 * built is told in `words` (the page's language), and comes into the page as nodes, never as HTML put together.
 *
 * - `<ff-menu>` and `<ff-search>`: a menu that closes by itself, threads that are offered while one searches
 * - `data-markdown` on a textarea: toolbar, Ctrl+B and Ctrl+I, preview
 * - `data-markdown-short` on a textarea of a few lines in Markdown: what the other has, without toolbar and preview
 * - both: pasting with a look, Enter that goes on with a list
 * - `data-paste-mail` on a textarea: help with a pasted e-mail
 * - `data-personal-data` on a field: marks what looks like personal data, blackens by one click
 * - `data-upload` on a group of file fields: choose, drop or paste; see `AttachmentFields`
 * - `data-keep="key"` on a form: keeps what was typed until it is sent, readable for whoever uses the same browser
 *   account; so the forms of the journal add `data-keep-tab`: only what was sent and did not arrive, only in its tab
 * - `data-limit="160"` on a field: says how many characters are left, and cuts none
 * - `data-days-off="{…}"` on a field for a day: says when nobody works then
 * - `data-similar="ask"` on a form: threads that resemble its title and body
 * - `data-confirm="question"` on a form: asks before sending
 * - `data-copy="#id"` on a hidden button: copies the text of that element
 * - `data-live-thread="id"` on a thread, `data-live-queue="ids"` on a list: offers what is new
 * - `data-live-small` on a part of its page with an id: shows the present at once, because it moves nothing
 * - `data-live="channel:id"` on a region with an id: shows the present state by itself
 * - `data-timer` on a timer: counts down
 * - `data-in-place` on a link to a form: brings the form in where the link stands
 * - `data-outbox="owner"` on a form: keeps what is sent without a connection, and sends it later, once
 */
import { upgradeConfirm } from "./confirm.ts"
import { upgradeCopy } from "./copy.ts"
import { upgradeDayOff } from "./day-off.ts"
import { upgradeInPlace } from "./in-place.ts"
import { settleKept, upgradeKeep } from "./keep.ts"
import { upgradeLimit } from "./limit.ts"
import { upgradeLiveQueue } from "./live-queue.ts"
import { upgradeLiveRegion } from "./live-region.ts"
import { upgradeLiveThread } from "./live-thread.ts"
import { upgradeMarkdown } from "./markdown.ts"
import { upgradeMenu } from "./menu.ts"
import { upgradeOutbox } from "./outbox.ts"
import { offerWayBack } from "./reading.ts"
import { upgradeSearch } from "./search.ts"
import { guardSending } from "./send-once.ts"
import { stayOffline } from "./send-online.ts"
import { upgradeSimilar } from "./similar.ts"
import { upgradeTimer } from "./timer.ts"
import { define, upgradeAll } from "./upgrade.ts"
import { upgradeUpload } from "./upload.ts"

define("ff-menu", upgradeMenu)
define("ff-search", upgradeSearch)
define("[data-paste-mail], [data-personal-data], [data-markdown], [data-markdown-short]", loadWriting)
define("textarea[data-markdown]", upgradeMarkdown)
define("[data-upload]", upgradeUpload)
define("[data-copy]", upgradeCopy)
define("form[data-confirm]", upgradeConfirm)
define("form[data-similar]", upgradeSimilar)
define("[data-limit]", upgradeLimit)
define("[data-days-off]", upgradeDayOff)
// After those that may stop a form, and before the fields are changed by a person.
define("form[data-keep]", upgradeKeep)
define("form[data-outbox]", upgradeOutbox)
define("[data-live-thread]", upgradeLiveThread)
define("[data-live-queue]", upgradeLiveQueue)
define("[data-live]", upgradeLiveRegion)
define("[data-timer]", upgradeTimer)
define("a[data-in-place]", upgradeInPlace)

let isWritingWanted = false
/** Once for a page, however many fields there are. Where the line is gone, it comes when the line is back. */
function loadWriting(): void {
  if (isWritingWanted) return
  isWritingWanted = true
  import("./writing.ts").then(
    () => upgradeAll(document),
    () => {
      isWritingWanted = false
      addEventListener("online", loadWriting, { once: true })
    },
  )
}

stayOffline()
settleKept()
offerWayBack()
upgradeAll(document)
guardSending()
