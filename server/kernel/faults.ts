/** What is wrong with a field: a stable code, and the limit that was passed. */
export type FieldFault = { field: string; code: string; limit?: unknown; title?: string }

type SchemaFault = { instancePath: string; keyword: string; params: Record<string, unknown> }

/** ajv's findings as fields and stable codes. */
export function fieldFaults(found: SchemaFault[]): FieldFault[] {
  const faults = new Map<string, FieldFault>()
  for (const { instancePath, keyword, params } of found) {
    const child = params.missingProperty ?? params.additionalProperty
    const path = [...instancePath.split("/").slice(1), ...(child === undefined ? [] : [String(child)])].join(
      ".",
    )
    const fault: FieldFault = { field: path || "body", code: FAULT_CODES[keyword] ?? "invalid" }
    if (params.limit !== undefined) fault.limit = params.limit
    // A missing text and an empty one are the same to a person.
    if (keyword === "minLength" && params.limit === 1) fault.code = "required"
    if (!faults.has(fault.field)) faults.set(fault.field, fault)
  }
  return [...faults.values()]
}

const FAULT_CODES: Record<string, string> = {
  required: "required",
  minLength: "too-short",
  maxLength: "too-long",
  minItems: "too-few",
  maxItems: "too-many",
  additionalProperties: "unknown",
  format: "format",
  pattern: "format",
  type: "type",
  enum: "choice",
  const: "choice",
  anyOf: "choice",
  minimum: "too-small",
  maximum: "too-large",
}
