import { isMailable } from "../../kernel/addresses.ts"
import { refusal } from "../codes.ts"

/** Nothing is stored that no mail would reach: umlauts are possible in the domain, not in the name before the "@". */
export function refuseUnmailable(email: string, field: string): void {
  if (!isMailable(email)) throw refusal(422, "people.email-local", field)
}
