import type { App } from "../../../server/kernel/http.ts"
import { findMailFault, type MailFault, type MailWay, mailWayOf } from "../../../server/kernel/mail-host.ts"
import { type MailboxState, mailboxState } from "../../../server/kernel/mailbox-state.ts"
import { html } from "../../../server/kernel/schemas.ts"
import {
  listStoppedAddresses,
  MAIL_FAILURES,
  type MailQueue,
  type MailTest,
  readMailQueue,
  resumeAddress,
  retryMails,
  type StoppedAddress,
  sendTestMail,
} from "../../../server/notifications/index.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { NoInput } from "../../form-reading.ts"
import { ActionButton, Alert, Card, Facts, PageTitle, useReader } from "../../layout/index.ts"
import { type Content, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { adminPage, underAdministration } from "./administration.tsx"
import { Failed, Stopped, Waiting } from "./mail-lists.tsx"
import { Incoming } from "./mailbox-card.tsx"

const PATH = "/verwaltung/post"

/** What becomes of the installation's e-mails: how they leave, what waits, what does not arrive. */
export function mailPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const { access } = adminPage
  const again = (ask: Ask) => contentOf(ask.t, site, ask.actor)
  pages.page(PATH, { access, find: () => null, show: again })
  pages.form(`${PATH}/wiederholen`, {
    access,
    find: () => null,
    input: NoInput,
    act: ({ db, actor }) => retryMails(db, actor),
    to: () => [PATH, "mails-retried"],
    again,
  })
  pages.form(`${PATH}/adressen/:id/zustellen`, {
    access,
    find: () => null,
    input: NoInput,
    act: ({ db, actor, params }) => resumeAddress(db, actor, params.id),
    to: () => [`${PATH}#adressen`, "mail-resumed"],
    again,
  })
  // What the mail server answers is read on the spot, so the page is the answer itself.
  app.post(`${PATH}/testmail`, { config: adminPage, schema: { response: html } }, async (request, reply) => {
    const test = await sendTestMail(site, request.actor)
    const content = await contentOf(texts(request.locale), site, request.actor, test)
    return show(site, request, reply, () => content)
  })
}

type Props = {
  way: MailWay
  fault: MailFault | null
  queue: MailQueue
  stopped: StoppedAddress[]
  test: MailTest | null
  folder: string
  config: Site["config"]
  mailbox: MailboxState | null
}

async function contentOf(
  t: Texts,
  { db, config }: Site,
  actor: Ask["actor"],
  test: MailTest | null = null,
): Promise<Content> {
  const [queue, stopped, fault, mailbox] = await Promise.all([
    readMailQueue(db, actor),
    listStoppedAddresses(db, actor),
    findMailFault(config),
    mailboxState(db),
  ])
  const folder = `${config.dataDir}/mail`
  const props = { way: mailWayOf(config), fault, queue, stopped, test, folder, config, mailbox }
  return {
    title: t.mail.title,
    current: "administration",
    breadcrumb: underAdministration(t, t.mail.title),
    reads: MAIL_FAILURES,
    children: <MailPage {...props} />,
  }
}

function MailPage({ way, fault, queue, stopped, test, folder, config, mailbox }: Props) {
  const { t } = useReader()
  return (
    <>
      <PageTitle lead={<p>{t.mail.lead}</p>}>{t.mail.title}</PageTitle>
      {fault && (
        <Alert kind="warning">
          <p>{t.accounts.administration.operation.mailFault[fault]}</p>
        </Alert>
      )}
      <Test test={test} />
      <Waiting queue={queue} />
      <Failed queue={queue} path={`${PATH}/wiederholen`} />
      <Stopped stopped={stopped} pathOf={(id) => `${PATH}/adressen/${id}/zustellen`} />
      <Way way={way} folder={folder} />
      <Incoming config={config} state={mailbox} />
    </>
  )
}

function Test({ test }: { test: MailTest | null }) {
  const { t } = useReader()
  const words = t.mail.test
  return (
    <Card title={words.title} id="testmail" icon="mail">
      {test && <Outcome test={test} />}
      <p>{words.text}</p>
      <ActionButton action={`${PATH}/testmail`} kind="secondary" small={false} icon="mail">
        {words.send}
      </ActionButton>
    </Card>
  )
}

function Outcome({ test: { fault, code, answer, file } }: { test: MailTest }) {
  const { t } = useReader()
  const words = t.mail.test
  return (
    <Alert kind={fault ? "danger" : "success"} live autofocus>
      <p>{fault ? words.faults[fault] : file ? words.filed : words.taken}</p>
      {file && (
        <p>
          <code>{file}</code>
        </p>
      )}
      {answer ? <p>{words.answer(answer)}</p> : code && <p>{words.code(code)}</p>}
    </Alert>
  )
}

function Way({ way, folder }: Pick<Props, "way" | "folder">) {
  const { t } = useReader()
  const words = t.mail.way
  const { server, signIn, certificate, from } = way
  const ofServer = [
    { label: words.signIn, value: words.signIns[signIn] },
    ...(certificate ? [{ label: words.certificate, value: words.shown }] : []),
  ]
  const facts = [
    { label: words.way, value: server ? words.smtp(server) : words.file(folder) },
    ...(server ? ofServer : []),
    { label: words.from, value: from },
  ]
  return (
    <Card title={words.title} id="versand" icon="settings">
      <Facts facts={facts} />
      <p class="ff-muted ff-small">{words.setting}</p>
    </Card>
  )
}
