/**
 * What is foreseen and refused. The code is a contract owned by its module (`question.closed`);
 * the texts for people live in the language files. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  /** What the person needs to go on, e.g. the newer text on a conflict. Never anything they may not see. */
  readonly detail: Record<string, unknown> | undefined

  constructor(status: number, code: string, field?: string, detail?: Record<string, unknown>) {
    super(code)
    this.name = "Refusal"
    this.status = status
    this.code = code
    this.field = field
    this.detail = detail
  }
}

/** Missing and invisible answer alike, so that nobody learns that a thing exists. */
export const notFound = () => new Refusal(404, "not-found")
export const forbidden = (code = "forbidden") => new Refusal(403, code)
