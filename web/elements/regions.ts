/** A part of the scripts: for pages whose content is always the present one, or waits to be sent; see `parts.ts`. */
import { upgradeLiveQueue } from "./live-queue.ts"
import { upgradeLiveRegion } from "./live-region.ts"
import { upgradeOutbox } from "./outbox.ts"
import { watchPresses } from "./pressing.ts"
import { upgradeTimer } from "./timer.ts"
import { define, upgradeAll } from "./upgrade.ts"

watchPresses()
// After what keeps a form: it takes the sending over.
define("form[data-outbox]", upgradeOutbox)
define("[data-live-queue]", upgradeLiveQueue)
define("[data-live]", upgradeLiveRegion)
define("[data-timer]", upgradeTimer)
upgradeAll(document)
