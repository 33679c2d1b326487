import type { FastifyReply, FastifyRequest } from "fastify"
import type { ComponentChildren } from "preact"
import type { Static, TSchema } from "typebox"
import type { Attachment } from "../../attachments.tsx"
import type { Fields } from "../../forms.ts"
import type { Crumb, FieldError } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import type { Choice } from "./categories.tsx"
import type { Draft } from "./draft.ts"

export type Purpose = "ask" | "record"

/** One form of this area: what differs between asking, sharing, recording and editing. */
export type Composition<S extends TSchema = TSchema> = {
  path: string
  current: "questions" | "best-practices" | "queue"
  /** Key under which a browser keeps what is typed. */
  keep: string
  words: (t: Texts) => {
    title: string
    /** Beside the title of the page. */
    lead?: string
    over?: string
    submit: string
    /** What comes after "Unverändert" and "Ausgewähltes schwärzen und". */
    verb: "publish" | "save"
  }
  trail: (t: Texts) => Crumb[]
  schema: S
  /** Sections in Markdown: shown in the preview and, like the title, looked through for personal data. */
  sections: readonly string[]
  /** The section into which a mail may be pasted. */
  mailSection?: string
  /** Threads that resemble it are offered. */
  similar?: Purpose
  /** Where a category has to be chosen first. */
  choice?: Choice
  existing?: Attachment[]
  /** Fields beside title and sections as they are stored: whoever was overtaken by another window compares them, too. */
  saved?: Fields
  input: (fields: Fields, uses: { id: string; alternative: string }[]) => unknown
  /** The fields between category and buttons. */
  form: (draft: Draft, errors: FieldError[], t: Texts) => ComponentChildren
  send: (input: Static<S>) => Promise<{ path: string; flash: keyof Texts["flash"] }>
  /** Where one goes who gives up. */
  cancel: string
}

export type Exchange = { site: Site; request: FastifyRequest; reply: FastifyReply }
