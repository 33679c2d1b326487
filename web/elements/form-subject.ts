/**
 * Whom or what a form is about, as `name=value`: several forms of a page may send to one address. Versions and keys
 * change, and the form is still the same; what a person attaches is not directly in the form.
 */
export const subjectOf = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll<HTMLInputElement>(":scope > input[type=hidden]")]
    .filter(({ name }) => name !== "idempotencyKey" && !/version$/i.test(name))
    .map(({ name, value }) => `${name}=${value}`)

/** Whether both write the same thing. */
export const isSameForm = (one: HTMLFormElement, other: HTMLFormElement): boolean =>
  one.getAttribute("action") === other.getAttribute("action") &&
  subjectOf(one).join("\n") === subjectOf(other).join("\n")
