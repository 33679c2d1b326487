/** A part of the scripts: for pages on which a thread is begun; see `parts.ts`. */
import { upgradeSimilar } from "./similar.ts"
import { define, upgradeAll } from "./upgrade.ts"

define("form[data-similar]", upgradeSimilar)
upgradeAll(document)
