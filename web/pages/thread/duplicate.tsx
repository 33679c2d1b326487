import type { FastifyReply, FastifyRequest } from "fastify"
import { Duplicate, findPost, findQuestion, markDuplicate, POST_KINDS } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../server/kernel/errors.ts"
import type { App, FieldFault } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import type { Similar } from "../../../server/search/index.ts"
import { type Fields, FormOf, optional, textOf } from "../../forms.ts"
import {
  Button,
  Buttons,
  Card,
  errorOf,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import { goTo, type Site } from "../../site.tsx"
import { texts } from "../../texts/index.ts"
import { SimilarList, similarPath } from "../search/similar-list.tsx"
import { showPostForm } from "./post-form.tsx"
import { attempt, type Retry } from "./retry.ts"
import { shownTitle } from "./shown-title.ts"

const STEP = "doppelt"
const PATH = `/fragen/:id/${STEP}`

/** Marking a question as a duplicate: the original is chosen from what resembles it, or named by its address. */
export function duplicatePages(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: "signed-in", page: true }, schema: { params: ById, response: html } },
    async (request, reply) => showDuplicate(site, request, reply, request.params.id, null),
  )
  app.post(
    PATH,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf("originalId"), response: html },
    },
    async (request, reply) => {
      const { id } = request.params
      const retry = await attempt(texts(request.locale), STEP, request.body, () =>
        mark(site.db, request.actor, id, request.body),
      )
      return retry
        ? showDuplicate(site, request, reply, id, retry)
        : goTo(reply, `/fragen/${id}`, "duplicate")
    },
  )
}

async function mark(db: Db, actor: Actor, id: string, fields: Fields): Promise<FieldFault[]> {
  const originalId = await originalIn(db, actor, textOf(fields, "originalId"))
  const { value, faults } = checkInput(Duplicate, { originalId })
  if (value) await markDuplicate(db, actor, id, value.originalId)
  // What is no address of a question names none: the same to a person as one that is not there.
  else if (originalId) throw new Refusal(422, "question.original-unknown", "originalId")
  return faults
}

/** People paste the whole address: of the question, with or without what stands behind its id, or of a post in it. */
async function originalIn(db: Db, actor: Actor, address: string): Promise<string | undefined> {
  const text = address.trim()
  const [, kind, id] = /\/(fragen|a)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(text) ?? []
  if (!id) return optional(text)
  if (kind === "fragen") return id.toLowerCase()
  const post = await findPost(db, actor, id.toLowerCase(), POST_KINDS, "see").catch(() => null)
  return post?.thread.id ?? text
}

async function showDuplicate(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  retry: Retry | null,
) {
  const { actor } = request
  const { can } = await findQuestion(site.db, actor, id)
  if (!can.handle && !retry) throw forbidden()
  const post = await findPost(site.db, actor, id, ["question"], "see")
  const written = { title: post.thread.title, body: post.text.body ?? "" }
  const similar = can.handle ? await site.search.similar(actor, written, id) : []
  const originals = similar.filter(({ kind }) => kind === "question")
  return showPostForm(site, request, reply, {
    post,
    retry,
    content: (t) => ({
      title: t.thread.handling.duplicate,
      lead: t.similar.duplicate.lead(shownTitle(t, post.thread.title)),
      current: t.similar.duplicate.current,
      form: <Choice id={id} originals={originals} retry={retry} />,
    }),
  })
}

function Choice({ id, originals, retry }: { id: string; originals: Similar[]; retry: Retry | null }) {
  const { t } = useReader()
  const words = t.similar.duplicate
  const path = `/fragen/${id}/${STEP}`
  return (
    <>
      <Card title={words.suggestions} id="aehnlich">
        {originals.length > 0 ? <Originals originals={originals} path={path} /> : <p>{words.none}</p>}
      </Card>
      <Card title={words.other} id="andere">
        <OtherOriginal path={path} back={`/fragen/${id}`} retry={retry} />
      </Card>
    </>
  )
}

function Originals({ originals, path }: { originals: Similar[]; path: string }) {
  const { t } = useReader()
  const words = t.similar.duplicate
  return (
    <form method="post" action={path}>
      <SimilarList
        items={originals}
        label={words.suggestions}
        level={3}
        action={(item) => (
          <>
            <Button name="originalId" value={item.threadId} small context={t.similar.of(item.title)}>
              {words.choose}
            </Button>
            <LinkButton
              href={similarPath(item)}
              kind="tertiary"
              small
              newWindow
              context={t.similar.of(item.title)}
            >
              {words.look}
            </LinkButton>
          </>
        )}
      />
    </form>
  )
}

function OtherOriginal({ path, back, retry }: { path: string; back: string; retry: Retry | null }) {
  const { t } = useReader()
  const words = t.thread.handling
  const error = retry && errorOf(retry.errors, "originalId")
  return (
    <Form action={path}>
      <Field
        name="originalId"
        label={words.original}
        maxlength={500}
        hint={words.originalHint}
        value={retry ? textOf(retry.fields, "originalId") : ""}
        {...(error && { error })}
      />
      <Buttons>
        <SubmitButton>{words.duplicateSubmit}</SubmitButton>
        <LinkButton href={back} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}
