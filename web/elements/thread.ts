/** A part of the scripts: for a thread, whose answers come while somebody reads; see `parts.ts`. */
import { upgradeInPlace } from "./in-place.ts"
import { upgradeLiveThread } from "./live-thread.ts"
import { define, upgradeAll } from "./upgrade.ts"

define("[data-live-thread]", upgradeLiveThread)
define("a[data-in-place]", upgradeInPlace)
upgradeAll(document)
