import type { ReplaceablePage } from "../../../../server/accounts/index.ts"
import type { Locale } from "../../../../server/kernel/actor.ts"
import { accessibility, imprint, privacy } from "../../../texts/pages/index.ts"

/** The pages whose text an operator replaces: where readers find them, and what is shipped. */
export const PAGES: Record<string, { page: ReplaceablePage; shipped: Record<Locale, string> }> = {
  impressum: { page: "imprint", shipped: imprint },
  datenschutz: { page: "privacy", shipped: privacy },
  barrierefreiheit: { page: "accessibility", shipped: accessibility },
}
