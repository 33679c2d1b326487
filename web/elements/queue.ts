/** A part of the scripts: for lists that offer to be loaded again; see `parts.ts`. */
import { upgradeLiveQueue } from "./live-queue.ts"
import { define, upgradeAll } from "./upgrade.ts"

define("[data-live-queue]", upgradeLiveQueue)
upgradeAll(document)
