import { Refusal } from "../kernel/errors.ts"

/** Every refusal of this module; the texts for people are `accounts-errors.ts` in the language files. */
const ACCOUNT_CODES = [
  "departments.name-taken",
  "departments.parent-unknown",
  "departments.parent-archived",
  "departments.cycle",
  "departments.has-children",
  "departments.has-people",
  "people.email-taken",
  "people.email-local",
  "people.last-admin",
  "people.department-unknown",
  "people.inactive",
  "people.has-password",
  "people.of-directory",
  "people.of-directory-inactive",
  "people.department-of-directory",
  "departments.of-directory",
  "departments.of-directory-archive",
  "directories.name-taken",
  "directories.expiry-past",
  "directories.expiry-far",
  "sign-in.failed",
  "sign-in.throttled",
  "password.throttled",
  "password.current-wrong",
  "password.link-invalid",
  "password.too-similar",
  "password.too-common",
  "setup.code-wrong",
  "setup.throttled",
  "setup.department-unknown",
] as const

export type AccountCode = (typeof ACCOUNT_CODES)[number]

export const refusal = (status: number, code: AccountCode, field?: string) => new Refusal(status, code, field)
