import { newId } from "../../kernel/database.ts"

/** Stands behind the name of whatever a service writes, so that nobody takes it for a colleague. */
const SIGN = " (Dienst)"

export const nameOfService = (name: string) => `${name.trim()}${SIGN}`

/** What an administrator has called it. */
export const nameWithin = (displayName: string) =>
  displayName.endsWith(SIGN) ? displayName.slice(0, -SIGN.length) : displayName

/** Every account has an address; nothing goes to this one, and nobody signs in with it. */
export const addressOfService = () => `${newId()}@dienst.invalid`
