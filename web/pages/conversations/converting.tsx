import {
  type ConversationView,
  ConvertedMessages,
  convertMessages,
  findConversation,
} from "../../../server/conversations/index.ts"
import { forbidden } from "../../../server/kernel/errors.ts"
import { plainText } from "../../../server/kernel/html-text.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { choice, choices, Faults, type FormState, field } from "../../form-state.tsx"
import type { Fields } from "../../forms.ts"
import {
  Alert,
  Buttons,
  Field,
  Form,
  formatDateTime,
  LinkButton,
  type OptionGroup,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { readChoice } from "../compose/categories.tsx"
import { pathOf } from "./address.ts"
import { Trail } from "./trail.tsx"

const EXCERPT = 160

/** Chosen messages become the draft of a question, which its author looks through before others read it. */
export function convertingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/gespraeche/:id/fachfrage", {
    find: findConvertible,
    input: ConvertedMessages,
    labels: (t) => {
      const { title, categoryId } = t.errors.labels
      return { title, categoryId, messageIds: t.conversations.whichMessages }
    },
    start: (): Fields => ({}),
    act: ({ db, actor, params }, value) => convertMessages(db, site.conversing, actor, params.id, value),
    to: ({ id }) => [`/entwuerfe/${id}`, "conversation-converted"],
    show: ({ t }, found, form) => {
      const { conversation } = found
      const above = { label: conversation.title || t.conversations.alone, href: pathOf(conversation.id) }
      return {
        title: t.conversations.convert,
        current: "conversations",
        width: "reading",
        breadcrumb: <Trail t={t} below={[above, { label: t.conversations.convert }]} />,
        children: <Converting {...found} form={form} />,
      }
    },
  })
}

type Found = { conversation: ConversationView; categories: OptionGroup[] }

async function findConvertible({ site, db, actor, params, t }: Ask): Promise<Found> {
  const conversation = await findConversation(db, site.conversing, actor, params.id)
  if (!conversation.can.convert) throw forbidden()
  const { groups } = await readChoice(site, actor, "questions", ({ can }) => can.post)
  const categories = groups.map(({ name, categories: own }) => ({
    label: name || t.compose.category.single(groups.length),
    options: own.map((category) => ({ value: category.id, label: category.name })),
  }))
  return { conversation, categories }
}

function Converting({ conversation, categories, form }: Found & { form: FormState }) {
  const { t, locale } = useReader()
  const words = t.conversations
  const { id, messages } = conversation
  const options = messages
    .filter(({ html }) => html !== "")
    .map(({ id: value, author, at, html }) => ({
      value,
      label: plainText(html, EXCERPT) || words.emptyMessage,
      hint: `${author.isMe ? words.you(author.name) : author.name}, ${formatDateTime(new Date(at), locale)}`,
    }))
  return (
    <>
      <PageTitle lead={<p>{words.convertLead}</p>}>{words.convert}</PageTitle>
      <Faults form={form} />
      <Alert kind="info">
        <p>{words.convertNote}</p>
      </Alert>
      <Form action={`${pathOf(id)}/fachfrage`} keep={`gespraech-${id}-fachfrage`}>
        <Field {...choices(form, "messageIds")} type="checkboxes" options={options} />
        <Field {...choice(form, "categoryId")} type="select" options={categories} />
        <Field {...field(form, "title")} hint={t.compose.ask.titleHint} />
        <Buttons>
          <SubmitButton>{words.convertNow}</SubmitButton>
          <LinkButton href={pathOf(id)} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
