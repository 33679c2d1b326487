/** A part of the scripts: for pages with a form of more than a line; see `parts.ts`. */
import { upgradeDayOff } from "./day-off.ts"
import { upgradeKeep } from "./keep.ts"
import { upgradeMarkdown } from "./markdown.ts"
import { define, upgradeAll } from "./upgrade.ts"
import { upgradeUpload } from "./upload.ts"

define("textarea[data-markdown]", upgradeMarkdown)
define("[data-upload]", upgradeUpload)
define("[data-days-off]", upgradeDayOff)
// After those that may stop a form, and before the fields are changed by a person.
define("form[data-keep]", upgradeKeep)
upgradeAll(document)
