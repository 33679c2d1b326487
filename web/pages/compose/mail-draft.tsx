import type { TSchema } from "typebox"
import {
  type DraftView,
  discardPostDraft,
  findDraft,
  findLoose,
  findPost,
  LONGEST_COMMENT,
  listDrafts,
  NewAnswer,
  NewComment,
  type NewQuestion,
  publishDraft,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { shorten } from "../../../server/kernel/html-text.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { viewOf } from "../../attachments.tsx"
import { pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import { FormOf, readMultipart, textOf } from "../../forms.ts"
import { ActionButton, DateTime, EmptyState, List, Meta, PageTitle, Row } from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { pathOf, placeOf } from "../thread/thread-of.ts"
import { asking, QUESTION_FIELDS } from "./ask.tsx"
import type { Composition } from "./composition.ts"
import { DRAFT_FIELDS, type Draft } from "./draft.ts"
import { Files, TextField } from "./fields.tsx"
import { carryOn, showWritten } from "./flow.tsx"

const LIST = "/entwuerfe"

/** What came by mail and looked personal: its author looks through it, blacks out and publishes it, or discards it. */
export function mailDraftPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(LIST, {
    find: ({ db, actor }) => listDrafts(db, actor),
    show: ({ t }, drafts) => listOfDrafts(t, drafts),
  })
  pages.form(`${LIST}/:id/verwerfen`, {
    find: ({ db, actor, params }) => findDraft(db, actor, params.id),
    input: NoInput,
    act: ({ db, actor, params }) => discardPostDraft(db, actor, params.id),
    to: () => [LIST, "draft-discarded"],
    again: async ({ t, db, actor }) => listOfDrafts(t, await listDrafts(db, actor)),
  })
  const route = { config: { access: "signed-in" as const, page: true }, preValidation: readMultipart }
  app.get(
    `${LIST}/:id`,
    { config: route.config, schema: { params: ById, response: html } },
    async (request, reply) => {
      const draft = await findDraft(site.db, request.actor, request.params.id)
      const written = await writtenIn(site, request.actor, draft)
      return withForm(site, request.actor, draft, (form) =>
        showWritten({ site, request, reply }, form, written),
      )
    },
  )
  app.post(
    `${LIST}/:id`,
    { ...route, schema: { params: ById, body: FormOf(...DRAFT_FIELDS, ...QUESTION_FIELDS), response: html } },
    async (request, reply) => {
      const draft = await findDraft(site.db, request.actor, request.params.id)
      return withForm(site, request.actor, draft, (form) =>
        carryOn({ site, request, reply }, form, request.body),
      )
    },
  )
}

/** As if it had been typed into the form. The parts of a mail are taken off already. */
async function writtenIn({ db }: Site, actor: Actor, draft: DraftView): Promise<Draft> {
  const { title, body, categoryId, attachmentIds } = draft
  const files = (await findLoose(db, actor, attachmentIds)).map(viewOf)
  const fields = { title, body, mailSeen: "true", ...(categoryId && { categoryId }) }
  return { fields, files, errors: [] }
}

/** Goes on with the form of what the draft is to become, which is a draft no longer once it is published. */
async function withForm<R>(
  site: Site,
  actor: Actor,
  draft: DraftView,
  use: <S extends TSchema>(composition: Composition<S>) => R,
): Promise<R> {
  switch (draft.kind) {
    case "question":
      return use(await questionForm(site, actor, draft))
    case "answer":
      return use(answerForm(site, actor, draft))
    case "comment":
      return use(commentForm(site, actor, draft))
  }
}

const placeOfForm = ({ id }: DraftView) => ({ path: `${LIST}/${id}`, cancel: LIST, keep: `entwurf-${id}` })

async function questionForm(
  site: Site,
  actor: Actor,
  draft: DraftView,
): Promise<Composition<typeof NewQuestion>> {
  return {
    ...(await asking(site, actor)),
    ...placeOfForm(draft),
    send: async (input) => {
      const target = { kind: "question" as const, categoryId: input.categoryId }
      const { id } = await publishDraft(site.db, actor, draft.id, target, input)
      return { path: `/fragen/${id}`, flash: "asked" }
    },
  }
}

/** What the forms of answers and comments have in common. */
const replyForm = (draft: DraftView, kind: "answer" | "comment") => ({
  ...placeOfForm(draft),
  current: "questions" as const,
  words: (t: Texts) => ({ ...t.compose.mailDraft[kind], verb: "publish" as const }),
  trail: (t: Texts) => [{ label: t.compose.mailDraft.list, href: LIST }],
  sections: ["body"],
})

function answerForm({ db }: Site, actor: Actor, draft: DraftView): Composition<typeof NewAnswer> {
  return {
    ...replyForm(draft, "answer"),
    schema: NewAnswer,
    input: (fields, attachments) => ({ body: textOf(fields, "body"), attachments }),
    form: (shown, errors) => (
      <>
        <TextField draft={shown} errors={errors} name="body" />
        <Files draft={shown} errors={errors} />
      </>
    ),
    send: async ({ body, attachments }) => {
      const target = { kind: "answer" as const, postId: draft.postId ?? "" }
      const { id } = await publishDraft(db, actor, draft.id, target, { title: "", body, attachments })
      return { path: pathOf(await findPost(db, actor, id, ["answer"], "see")), flash: "answered" }
    },
  }
}

function commentForm({ db }: Site, actor: Actor, draft: DraftView): Composition<typeof NewComment> {
  return {
    ...replyForm(draft, "comment"),
    schema: NewComment,
    input: (fields) => ({ body: textOf(fields, "body") }),
    form: (shown, errors) => <TextField draft={shown} errors={errors} name="body" limit={LONGEST_COMMENT} />,
    send: async ({ body }) => {
      const target = { kind: "comment" as const, postId: draft.postId ?? "" }
      const { id } = await publishDraft(db, actor, draft.id, target, { title: "", body, attachments: [] })
      return { path: placeOf(await findPost(db, actor, id, ["comment"], "see")), flash: "commented" }
    },
  }
}

const listOfDrafts = (t: Texts, drafts: DraftView[]): Content => ({
  title: t.compose.mailDraft.list,
  current: "mine",
  width: "reading",
  children: <Drafts t={t} drafts={drafts} />,
})

function Drafts({ t, drafts }: { t: Texts; drafts: DraftView[] }) {
  const words = t.compose.mailDraft
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.list}</PageTitle>
      {drafts.length === 0 ? (
        <EmptyState icon="mail" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List label={words.list}>
          {drafts.map(({ id, kind, title, body, createdAt }) => (
            <Row
              key={id}
              href={`${LIST}/${id}`}
              title={title || shorten(body.replace(/\s+/g, " "), 80)}
              meta={<Meta items={[words.kinds[kind], <DateTime value={createdAt} key="at" />]} />}
              actions={
                <ActionButton
                  action={`${LIST}/${id}/verwerfen`}
                  confirm={words.confirm}
                  context={title || words.kinds[kind]}
                >
                  {words.discard}
                </ActionButton>
              }
            />
          ))}
        </List>
      )}
    </>
  )
}
