import type { FastifyReply, FastifyRequest } from "fastify"
import type { Static, TSchema } from "typebox"
import type { Access, App } from "./app.ts"
import { ById, Created, ListOf, Nothing } from "./schemas.ts"

/** What an action gets of the request; body, parameters and query are as their schemas say. */
export type Asked<P, B = unknown, Q = unknown> = Pick<FastifyRequest, "actor" | "visitor" | "locale"> & {
  params: P
  body: B
  query: Q
}

type Options<P extends TSchema, Q extends TSchema> = {
  /** Who may call it at all; the person signed in unless said otherwise. */
  access?: Access
  /** What stands in the address; an id unless said otherwise. */
  params?: P
  query?: Q
}
/** With what it answers instead of nothing. */
type Answering<A extends TSchema> = { answer?: A }
type Method = "POST" | "PUT" | "PATCH" | "DELETE"
type Change = `${Method} /api/${string}`

/**
 * Declares the JSON routes of a module, each in one statement: its address, what it does, in one line for the
 * description of the API, what it takes or gives, and the action behind it. Rights are asked in the action, by the
 * module's policy. What is sent as a file or answered as one is declared by hand.
 */
export function apiOf(app: App) {
  type Handle = (request: FastifyRequest, reply: FastifyReply) => unknown
  type Schema = { body?: TSchema | null | undefined; status: 200 | 201 | 204; answer: TSchema }
  function declare(
    method: Method | "GET",
    url: string,
    summary: string,
    { access = "signed-in", params, query }: Options<TSchema, TSchema>,
    { body, status, answer }: Schema,
    handle: Handle,
  ): void {
    app.route({
      method,
      url,
      config: { access },
      schema: {
        summary,
        ...(url.includes("/:") && { params: params ?? ById }),
        ...(query && { querystring: query }),
        ...(body && { body }),
        response: { [status]: answer },
      },
      handler: handle,
    })
  }
  // The schemas have checked what the types of an action say, so a request is what the action asks for.
  const asked = <P, B, Q>(request: FastifyRequest) => request as unknown as Asked<P, B, Q>

  return {
    /** Reads one thing: `GET`, answered by what is found. */
    read<A extends TSchema, P extends TSchema = typeof ById, Q extends TSchema = TSchema>(
      address: `/api/${string}`,
      summary: string,
      answer: A,
      act: (request: Asked<Static<P>, unknown, Static<Q>>) => Promise<Static<A>> | Static<A>,
      options: Options<P, Q> = {},
    ): void {
      declare("GET", address, summary, options, { status: 200, answer }, (request) => act(asked(request)))
    },

    /** Reads all of a list that is never long: `GET`, answered by `{ items }`. */
    list<I extends TSchema, P extends TSchema = typeof ById, Q extends TSchema = TSchema>(
      address: `/api/${string}`,
      summary: string,
      item: I,
      act: (request: Asked<Static<P>, unknown, Static<Q>>) => Promise<Static<I>[]>,
      options: Options<P, Q> = {},
    ): void {
      const schema = { status: 200, answer: ListOf(item) } as const
      declare("GET", address, summary, options, schema, async (request) => ({
        items: await act(asked(request)),
      }))
    },

    /** Makes something new: `POST`, answered by 201 and its id, or by what `answer` says. `null`: it takes no body. */
    make<B extends TSchema | null, P extends TSchema = typeof ById, A extends TSchema = typeof Created>(
      address: `/api/${string}`,
      summary: string,
      body: B,
      act: (request: Asked<Static<P>, B extends TSchema ? Static<B> : unknown>) => Promise<Static<A>>,
      options: Options<P, TSchema> & Answering<A> = {},
    ): void {
      const schema = { body, status: 201, answer: options.answer ?? Created } as const
      declare("POST", address, summary, options, schema, async (request, reply) =>
        reply.code(201).send(await act(asked(request))),
      )
    },

    /**
     * Changes something that is there, and answers 204 or, with `answer`, what came of it. `null` in the place of a
     * body: it takes none.
     */
    change<
      B extends TSchema | null,
      P extends TSchema = typeof ById,
      Q extends TSchema = TSchema,
      A extends TSchema = typeof Nothing,
    >(
      address: Change,
      summary: string,
      body: B,
      act: (request: Asked<Static<P>, B extends TSchema ? Static<B> : unknown, Static<Q>>) => unknown,
      options: Options<P, Q> & Answering<A> = {},
    ): void {
      const [method, url] = address.split(" ") as [Method, string]
      const { answer } = options
      const schema = {
        body,
        ...(answer ? { status: 200 as const, answer } : { status: 204 as const, answer: Nothing }),
      }
      declare(method, url, summary, options, schema, async (request, reply) => {
        const made = await act(asked(request))
        return answer ? made : reply.code(204).send(null)
      })
    },
  }
}
