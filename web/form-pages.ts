import type { FastifyReply, FastifyRequest } from "fastify"
import type { Static, TSchema } from "typebox"
import type { Actor, Locale } from "../server/kernel/actor.ts"
import type { Db } from "../server/kernel/database.ts"
import type { Refusal } from "../server/kernel/errors.ts"
import type { Access, App, FieldFault } from "../server/kernel/http.ts"
import { ById, checkInput, html } from "../server/kernel/schemas.ts"
import { namesOf, readForm } from "./form-reading.ts"
import type { FormState, Labels } from "./form-state.tsx"
import { type Fields, FormOf, faultErrors, refusalErrors } from "./forms.ts"
import { type Content, goTo, type Site, show } from "./site.tsx"
import { type Texts, texts } from "./texts/index.ts"

/** Who asks for a page, for what, and with what it is answered. */
export type Ask<P = { id: string }, Q = unknown> = {
  site: Site
  db: Db
  actor: Actor
  params: P
  query: Q
  t: Texts
  locale: Locale
  request: FastifyRequest
}

type Made<T> = T | Promise<T>
type Hint = keyof Texts["flash"]
/** Where it goes on, and what is said there. */
export type Next = string | [path: string, hint: Hint | undefined]

type Address<P extends TSchema, Q extends TSchema> = {
  /** Who may ask at all; the person signed in unless said otherwise. */
  access?: Access
  /** What stands in the address; an id unless said otherwise. */
  params?: P
  query?: Q
}

type PageOptions<P extends TSchema, Q extends TSchema, V> = Address<P, Q> & {
  /** What the page is about; refuses whoever may not see it. */
  find: (ask: Ask<Static<P>, Static<Q>>) => Made<V>
  show: (ask: Ask<Static<P>, Static<Q>>, found: V) => Made<Content>
} & Reading<Static<P>> &
  Finding<V>

/** What of the inbox is read by looking at the page: the entries of these groups. */
type Reading<P> = { reads?: (ask: Ask<P>) => Made<string | string[]> }

/** Where something of the address is at fault, 422. */
type Finding<V> = { status?: (found: V) => number }

type Sending<P extends TSchema, V, I extends TSchema, R> = {
  /** What it is about; refuses whoever may not send it. */
  find: (ask: Ask<Static<P>>) => Made<V>
  /** What the action takes. Its fields are those of the form, unless `fields` and `read` say how they differ. */
  input: I
  /** Where it depends on what was sent: what is checked instead. */
  rulesOf?: (fields: Fields) => TSchema
  fields?: readonly string[]
  read?: (fields: Fields, found: V, ask: Ask<Static<P>>) => unknown
  /** What the fields are called, in the form and in its faults; it may depend on what was sent. */
  labels?: (t: Texts, found: V, fields: Fields) => Labels
  /** Faults of the input that the form shows at another field. */
  fault?: (fault: FieldFault) => FieldFault
  /** Where a missing choice has a sentence of its own, and which of several forms of a page it is. */
  name?: string
  act: (ask: Ask<Static<P>>, value: Static<I>, found: V) => Promise<R>
  /** Where it goes on; or what is shown this once, where no address may lead to it again. */
  to: (done: R, found: V, ask: Ask<Static<P>>) => Made<Next | Content>
}

type FormPageOptions<P extends TSchema, Q extends TSchema, V, I extends TSchema, R> = Address<P, Q> &
  Reading<Static<P>> &
  Finding<V> &
  Sending<P, V, I, R> & {
    /** What stands in the fields at first, and what is compared where somebody was faster. */
    start: (found: V, ask: Ask<Static<P>, Static<Q>>) => Made<Fields>
    show: (ask: Ask<Static<P>>, found: V, form: FormState) => Made<Content>
  }

type FormOptions<P extends TSchema, V, I extends TSchema, R> = Address<P, TSchema> &
  Sending<P, V, I, R> & {
    /** What is stored, of a form that can meet a newer version. */
    start?: (found: V, ask: Ask<Static<P>>) => Made<Fields>
    /** The page that the form stands on, with what was refused. */
    again: (ask: Ask<Static<P>>, found: V, form: FormState) => Made<Content>
  }

/** Somebody was faster: what was sent is based on a version that is stored no more. */
const isOutdated = (status: number, code: string) => status === 409 && code.endsWith("changed")

/**
 * Declares pages, and forms that come back with what was typed. Whatever an action refuses is shown on the form's page
 * with the status of the refusal; only what is not to be seen goes to the error page. Forms with files, and those of
 * several steps, are written by hand.
 */
export function pagesOf(app: App, site: Site) {
  const askOf = <P, Q>(request: FastifyRequest) =>
    ({
      site,
      db: site.db,
      actor: request.actor,
      params: request.params,
      query: request.query,
      t: texts(request.locale),
      locale: request.locale,
      request,
    }) as Ask<P, Q>
  const routeOf = (url: string, { access = "signed-in", params, query }: Address<TSchema, TSchema>) => ({
    url,
    config: { access, page: true } as const,
    schema: {
      ...(url.includes("/:") && { params: params ?? ById }),
      ...(query && { querystring: query }),
      response: html,
    },
  })
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    content: Made<Content>,
    status = 200,
  ) => {
    const made = await content
    const titled = (t: Texts) =>
      status < 400 ? made : { ...made, title: t.shell.form.errorPageTitle(made.title) }
    return show(site, request, reply, titled, status)
  }

  function page<V, P extends TSchema = typeof ById, Q extends TSchema = TSchema>(
    url: string,
    options: PageOptions<P, Q, V>,
  ): void {
    app.route({
      method: "GET",
      ...routeOf(url, options),
      handler: async (request, reply) => {
        const ask = askOf<Static<P>, Static<Q>>(request)
        const found = await options.find(ask)
        const content = await options.show(ask, found)
        const reads = await options.reads?.(ask)
        return answer(request, reply, reads ? { ...content, reads } : content, options.status?.(found))
      },
    })
  }

  function formPage<V, I extends TSchema, R, P extends TSchema = typeof ById, Q extends TSchema = TSchema>(
    url: string,
    options: FormPageOptions<P, Q, V, I, R>,
  ): void {
    page<V, P, Q>(url, {
      ...options,
      show: async (ask, found) => {
        const fields = await options.start(found, ask)
        return options.show(ask, found, stateOf(options, ask.t, found, { fields }))
      },
    })
    // What stands in a form says where it goes, not the address.
    const start = (found: V, ask: Ask<Static<P>>) => options.start(found, ask as Ask<Static<P>, Static<Q>>)
    const { query: _, ...rest } = options
    form<V, I, R, P>(url, { ...rest, start, again: options.show })
  }

  function form<V, I extends TSchema, R, P extends TSchema = typeof ById>(
    url: string,
    options: FormOptions<P, V, I, R>,
  ): void {
    const { schema, ...route } = routeOf(url, options)
    app.route({
      method: "POST",
      ...route,
      schema: { ...schema, body: FormOf(...(options.fields ?? namesOf(options.input))) },
      handler: async (request, reply) => {
        const ask = askOf<Static<P>, unknown>(request)
        const found = await options.find(ask)
        const fields = request.body as Fields
        const read = options.read ?? ((sent: Fields) => readForm(options.input, sent))
        const rules = (options.rulesOf?.(fields) ?? options.input) as I
        const { value, faults } = checkInput(rules, read(fields, found, ask))
        if (!value) {
          const missing = faults.map((fault) => asMissing(fields, fault))
          const shown = firstOfEach(options.fault ? missing.map(options.fault) : missing)
          const labels = options.labels?.(ask.t, found, fields) ?? {}
          const errors = faultErrors(ask.t, shown, labels, options.name)
          const state = stateOf(options, ask.t, found, { fields, errors, status: 422 })
          return answer(request, reply, options.again(ask, found, state), 422)
        }
        let done: R
        try {
          done = await options.act(ask, value, found)
        } catch (error) {
          const errors = refusalErrors(ask.t, error)
          const { status, code } = error as Refusal
          // Read once more: it may be refused because of what somebody else has done meanwhile.
          const now = await options.find(ask)
          const newer = isOutdated(status, code) && options.start ? await options.start(now, ask) : null
          const state = stateOf(options, ask.t, now, { fields, errors, status, newer })
          return answer(request, reply, options.again(ask, now, state), status)
        }
        const next = await options.to(done, found, ask)
        if (typeof next !== "string" && !Array.isArray(next)) return answer(request, reply, next)
        return goTo(reply, ...([next].flat() as [string, Hint?]))
      },
    })
  }

  return { page, formPage, form }
}

/** A field that was left empty is missing, whatever else it should have been. */
const asMissing = (fields: Fields, fault: FieldFault): FieldFault =>
  fields[fault.field] === "" && fault.code !== "choice" ? { ...fault, code: "required" } : fault

/** Of several faults of one field the first is enough. */
const firstOfEach = (faults: FieldFault[]): FieldFault[] =>
  faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index)

type Named<V> = Pick<Sending<TSchema, V, TSchema, unknown>, "name" | "input" | "labels">

function stateOf<V>(
  { name, input, labels }: Named<V>,
  t: Texts,
  found: V,
  tried: Pick<FormState, "fields"> & Partial<FormState>,
): FormState {
  return {
    name,
    input,
    labels: labels?.(t, found, tried.fields) ?? t.errors.labels,
    errors: [],
    status: 200,
    newer: null,
    ...tried,
  }
}
