import { readConversationSettings } from "../../../server/conversations/index.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ChatLink } from "../../../server/qualification/core.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Faults, type FormState, field } from "../../form-state.tsx"
import {
  Buttons,
  Card,
  type Crumb,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { cohortPage } from "./cohort-page.tsx"

type Props = {
  /** The room in the installation's own chat; empty where there is none. */
  link: string
  /** Where the address is entered; null for whoever only reads it. */
  edit: string | null
  /** Where people write to each other here; null where they cannot. */
  here: { href: string; label: string; text?: string } | null
}

/** Where people of a group or a project write to each other: here, or in a chat that the installation has already. */
export function Talk({ link, edit, here }: Props) {
  const { t, hasConversations } = useReader()
  const words = t.conversations.chat
  if (hasConversations)
    return here ? (
      <Card id="gespraech" title={t.conversations.title} icon="comment">
        {here.text && <p>{here.text}</p>}
        <div>
          <LinkButton href={here.href} icon="comment" small>
            {here.label}
          </LinkButton>
        </div>
      </Card>
    ) : null
  if (!link && !edit) return null
  return (
    <Card id="chat" title={words.title} icon="comment">
      {link && (
        <p>
          <a href={link} rel="noreferrer">
            {words.open}
          </a>
        </p>
      )}
      {edit && (
        <p>
          <a href={edit}>{words.edit}</a>
        </p>
      )}
    </Card>
  )
}

type Found = {
  cohort: { id: string; name: string }
  above?: Crumb[]
  link: string
  /** The page that the address is for. */
  back: string
}

/** The page on which the address of a room is entered; there is none where people write to each other here. */
export function chatPage(
  app: App,
  site: Site,
  path: `${string}/:id/chat`,
  { find, act }: { find: (ask: Ask) => Promise<Found>; act: (ask: Ask, value: ChatLink) => Promise<void> },
): void {
  pagesOf(app, site).formPage(path, {
    find: async (ask) => {
      if ((await readConversationSettings(ask.db)).isOn) throw notFound()
      return find(ask)
    },
    input: ChatLink,
    labels: (t) => ({ link: t.conversations.chat.label }),
    start: ({ link }) => ({ link }),
    act,
    to: (_, { back }) => [`${back}#chat`, "saved"],
    show: ({ t }, { cohort, above = [], back }, form) =>
      cohortPage(
        t,
        cohort,
        { title: t.conversations.chat.title, above, width: "reading" },
        <Linking form={form} back={back} />,
      ),
  })
}

function Linking({ form, back }: { form: FormState; back: string }) {
  const { t } = useReader()
  const words = t.conversations.chat
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Faults form={form} />
      <Form action={`${back}/chat`} keep={`chat-${back}`}>
        <Field {...field(form, "link")} hint={words.hint} />
        <Buttons>
          <SubmitButton>{words.save}</SubmitButton>
          <LinkButton href={back} kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}
