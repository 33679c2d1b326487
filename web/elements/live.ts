/** A part of the scripts: for pages whose content is always the present one; see `parts.ts`. */
import { upgradeLiveRegion } from "./live-region.ts"
import { watchPresses } from "./pressing.ts"
import { define, upgradeAll } from "./upgrade.ts"

watchPresses()
define("[data-live]", upgradeLiveRegion)
upgradeAll(document)
