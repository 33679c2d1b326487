/** A part of the scripts: for pages where something waits to be sent, or counts down; see `parts.ts`. */
import { upgradeOutbox } from "./outbox.ts"
import { upgradeTimer } from "./timer.ts"
import { define, upgradeAll } from "./upgrade.ts"

// After what keeps a form: it takes the sending over.
define("form[data-outbox]", upgradeOutbox)
define("[data-timer]", upgradeTimer)
upgradeAll(document)
