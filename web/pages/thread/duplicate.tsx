import { Type } from "typebox"
import { findPost, findQuestion, markDuplicate, POST_KINDS } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { Db } from "../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, checkInput, Id } from "../../../server/kernel/schemas.ts"
import type { Similar } from "../../../server/search/index.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { type FormState, field } from "../../form-state.tsx"
import { textOf } from "../../forms.ts"
import {
  Button,
  Buttons,
  Card,
  Field,
  Form,
  LinkButton,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { SimilarList, similarPath } from "../search/similar-list.tsx"
import { postForm } from "./post-form.tsx"
import { shownTitle } from "./shown-title.ts"

const STEP = "doppelt"
/** The API takes an id, people paste an address. */
const Original = Closed({ originalId: Type.String({ minLength: 1, maxLength: 500 }) })

/** Marking a question as a duplicate: the original is chosen from what resembles it, or named by its address. */
export function duplicatePages(app: App, site: Site): void {
  pagesOf(app, site).formPage(`/fragen/:id/${STEP}`, {
    find: () => null,
    input: Original,
    read: (fields) => ({ originalId: textOf(fields, "originalId").trim() }),
    start: () => ({}),
    act: async ({ db, actor, params }, { originalId }) =>
      markDuplicate(db, actor, params.id, await originalIn(db, actor, originalId)),
    to: (_, _found, { params }) => [`/fragen/${params.id}`, "duplicate"],
    show: (ask, _, form) => showDuplicate(ask, form),
  })
}

/** People paste the whole address: of the question, with or without what stands behind its id, or of a post in it. */
async function originalIn(db: Db, actor: Actor, address: string): Promise<string> {
  const [, kind, id] = /\/(fragen|a)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(address) ?? []
  const named = id?.toLowerCase() ?? address
  const { value } = checkInput(Id, named)
  const post = kind === "a" ? await findPost(db, actor, named, POST_KINDS, "see").catch(() => null) : null
  const originalId = kind === "a" ? post?.thread.id : value
  // What is no address of a question names none: the same to a person as one that is not there.
  if (!originalId) throw new Refusal(422, "question.original-unknown", "originalId")
  return originalId
}

async function showDuplicate({ site, db, actor, params: { id }, t }: Ask, form: FormState) {
  const { can } = await findQuestion(db, actor, id)
  if (!can.handle && form.status === 200) throw forbidden()
  const post = await findPost(db, actor, id, ["question"], "see")
  const written = { title: post.thread.title, body: post.text.body ?? "" }
  const similar = can.handle ? await site.search.similar(actor, written, id) : []
  const originals = similar.filter(({ kind }) => kind === "question")
  return postForm(t, {
    post,
    title: t.thread.handling.duplicate,
    lead: t.similar.duplicate.lead(shownTitle(t, post.thread.title)),
    current: t.similar.duplicate.current,
    errors: form.errors,
    form: <Choice id={id} originals={originals} form={form} />,
  })
}

function Choice({ id, originals, form }: { id: string; originals: Similar[]; form: FormState }) {
  const { t } = useReader()
  const words = t.similar.duplicate
  const path = `/fragen/${id}/${STEP}`
  return (
    <>
      <Card title={words.suggestions} id="aehnlich">
        {originals.length > 0 ? <Originals originals={originals} path={path} /> : <p>{words.none}</p>}
      </Card>
      <Card title={words.other} id="andere">
        <Form action={path}>
          <Field {...field(form, "originalId")} hint={t.thread.handling.originalHint} />
          <Buttons>
            <SubmitButton>{t.thread.handling.duplicateSubmit}</SubmitButton>
            <LinkButton href={`/fragen/${id}`} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
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
