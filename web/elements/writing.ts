/** What reads texts is large and comes only with a page on which somebody writes; see `index.ts`. */
import { upgradeEnter } from "./enter.ts"
import { upgradeMention } from "./mention.ts"
import { upgradeFormattedPaste } from "./paste-formatted.ts"
import { upgradePasteMail } from "./paste-mail.ts"
import { upgradePersonalData } from "./personal-data.ts"
import { define } from "./upgrade.ts"

// Its keys come before those of others.
define("textarea[data-mention]", upgradeMention)
// Below a field, what is upgraded last stands first.
define("[data-personal-data]", upgradePersonalData)
define("textarea[data-paste-mail]", upgradePasteMail)
define("textarea[data-markdown], textarea[data-markdown-short]", upgradeEnter)
define("textarea[data-markdown], textarea[data-markdown-short]", upgradeFormattedPaste)
