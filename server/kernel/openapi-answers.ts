import { STATUS_CODES } from "node:http"
import { isJson, type Json } from "./openapi-components.ts"

/** What a refusal says, by its status; each is a response component of this name. */
const REFUSALS: Record<string, { name: string; description: string }> = {
  400: { name: "Invalid", description: "What was sent cannot be read, or a field does not fit its schema" },
  401: {
    name: "SignInRequired",
    description: "Nobody is signed in, the token is none any more, or what was entered does not fit",
  },
  403: {
    name: "Forbidden",
    description:
      "Not allowed, not what the token is good for, or sent without an `Origin` of this installation",
  },
  404: { name: "NotFound", description: "There is no such thing, or the person may not see it" },
  409: { name: "Conflict", description: "The thing is in another state, or somebody changed it meanwhile" },
  413: { name: "TooLarge", description: "More bytes than are taken" },
  414: { name: "TooLong", description: "A part of the address that is longer than any can be" },
  415: { name: "OtherMedia", description: "A media type that is not taken" },
  422: { name: "Unfit", description: "Well-formed, but it does not fit what there is" },
  429: { name: "TooMany", description: "Too many requests; `Retry-After` says for how long" },
  503: {
    name: "Unavailable",
    description: "This part is not set up, or does not answer now; with `Retry-After` worth asking again",
  },
}
const OTHERWISE = "Refused or failed in another way, such as 408, 431 and 500"

const problem = (description: string, headers?: object) => ({
  description,
  ...(headers && { headers }),
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
})
const RETRY_AFTER = {
  "Retry-After": { description: "In seconds", schema: { type: "integer", minimum: 1, examples: [60] } },
}

/** Responses that many routes share, for the document's components. */
export const answerComponents = {
  Problem: problem(OTHERWISE),
  Done: { description: "Done; there is nothing to say" },
  Made: {
    description: "Made, with the id of what was made",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Created" } } },
  },
  ...Object.fromEntries(
    Object.entries(REFUSALS).map(([status, { name, description }]) => [
      name,
      problem(description, ["429", "503"].includes(status) ? RETRY_AFTER : undefined),
    ]),
  ),
}

type Route = { method: string; path: string; refusals: readonly number[] }

/** Names every status that the route can answer, whether it declares it or what stands before it refuses. */
export function describeAnswers(operation: Json, route: Route): void {
  const responses = isJson(operation.responses) ? operation.responses : {}
  const made = Object.entries(responses).map(([status, response]) => [status, shared(status, response)])
  const refused = refusalsOf(operation, route).map((status) => [String(status), reference(nameOf(status))])
  operation.responses = Object.fromEntries([...made, ...refused, ["default", reference("Problem")]])
}

/** Of what every route goes through: who asks, what is sent, how often; and of what only this one refuses. */
function refusalsOf(operation: Json, { method, path, refusals }: Route): number[] {
  const access = operation["x-access"]
  const changes = method !== "GET"
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isJson) : []
  const isAsked = changes || parameters.some((parameter) => parameter.in === "query")
  return [
    ...(isAsked ? [400] : []),
    // A token can be unknown, be good for something else, and be sent too often, whatever is asked for.
    ...(access === "public" ? [] : [401, 403, 429]),
    ...(changes ? [403] : []),
    ...(path.includes("{") ? [404] : []),
    ...(parameters.some(isFreePart) ? [414] : []),
    ...("requestBody" in operation ? [413, 415] : []),
    ...(changes ? [429] : []),
    ...refusals,
  ]
    .toSorted((one, other) => one - other)
    .filter((status, index, all) => status !== all[index - 1])
}

/** A part of the path that is text of any kind, where an id of the wrong form only leads nowhere. */
const isFreePart = ({ in: place, schema }: Json) =>
  place === "path" && isJson(schema) && schema.type === "string" && !("enum" in schema)

function shared(status: string, response: unknown): unknown {
  if (!isJson(response)) return response
  if (status === "204") return reference("Done")
  if (status === "201" && JSON.stringify(response.content).includes('"#/components/schemas/Created"'))
    return reference("Made")
  return response.description === "Default Response"
    ? { ...response, description: STATUS_CODES[status] ?? status }
    : response
}

const reference = (name: string) => ({ $ref: `#/components/responses/${name}` })

function nameOf(status: number): string {
  const name = REFUSALS[status]?.name
  if (!name) throw new Error(`no response is described for ${status}`)
  return name
}
