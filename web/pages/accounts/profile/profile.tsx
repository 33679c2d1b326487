import {
  findMe,
  findOwnLeaving,
  hasDirectoryPassword,
  type IdentityView,
  type Installation,
  listIdentities,
  listSessions,
  type MeView,
  mayUsePassword,
  type PersonLeaving,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { isOwnAddressStopped } from "../../../../server/notifications/index.ts"
import {
  Alert,
  Buttons,
  Card,
  Facts,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { SECURING } from "../factors/own.ts"
import { labelOf } from "../label.ts"
import { OwnProviders } from "../providers/linking.tsx"
import { Leaving } from "./leaving.tsx"
import { OWN_DATA } from "./own-data.tsx"
import { type SessionRow, Sessions } from "./sessions.tsx"
import { OWN_TOKENS } from "./tokens.tsx"

const config = { access: "signed-in", page: true } as const

export function profilePage(app: App, site: Site): void {
  const { db } = site
  app.get("/profil", { config, schema: { response: html } }, async (request, reply) => {
    const { actor } = request
    const [me, installation, own, isStopped, { leaving }, identities, mayUse, isOfDirectory] =
      await Promise.all([
        findMe(db, actor),
        readInstallation(db),
        listSessions(db, actor.id),
        isOwnAddressStopped(db, actor),
        findOwnLeaving(db, actor),
        listIdentities(db, actor.id),
        mayUsePassword(db, actor.roles),
        hasDirectoryPassword(db, actor.id),
      ])
    const usesPassword = mayUse && !isOfDirectory
    const marked = own.map((session) => ({ ...session, current: session.id === actor.sessionId }))
    const sessions = marked.sort((a, b) => Number(b.current) - Number(a.current))
    return show(site, request, reply, (t) => ({
      title: t.accounts.profile.title,
      width: "reading",
      children: <Profile {...{ me, installation, sessions, isStopped, leaving, identities, usesPassword }} />,
    }))
  })
}

function MailsStopped() {
  const { t } = useReader()
  return (
    <Alert kind="warning" title={t.mail.own.title}>
      <p>{t.mail.own.text}</p>
    </Alert>
  )
}

type DetailProps = { me: MeView; installation: Installation }
type ProfileProps = DetailProps &
  PersonLeaving & {
    sessions: SessionRow[]
    isStopped: boolean
    identities: IdentityView[]
    usesPassword: boolean
  }

function Profile(props: ProfileProps) {
  const { isStopped, me, installation, sessions, leaving, identities, usesPassword } = props
  const { t } = useReader()
  const words = t.accounts.profile
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      {isStopped && <MailsStopped />}
      <OwnDetails me={me} installation={installation} />
      <Language me={me} />
      <Card title={words.mails.title} id="benachrichtigungen" icon="mail">
        <p>{words.mails.text}</p>
        <Buttons>
          <LinkButton href="/profil/benachrichtigungen">{words.mails.link}</LinkButton>
        </Buttons>
      </Card>
      {identities.length > 0 && <OwnProviders identities={identities} />}
      {usesPassword && (
        <Card title={words.password.title} id="kennwort" icon="lock">
          <p>{words.password.text}</p>
          <Buttons>
            <LinkButton href="/profil/kennwort">{t.accounts.password.changeTitle}</LinkButton>
          </Buttons>
        </Card>
      )}
      {usesPassword && (
        <Card title={t.accounts.factors.own.card} id="sicherung" icon="lock">
          <p>{t.accounts.factors.own.cardText}</p>
          <Buttons>
            <LinkButton href={SECURING}>{t.accounts.factors.own.cardLink}</LinkButton>
          </Buttons>
        </Card>
      )}
      <Sessions sessions={sessions} />
      <Card title={t.accounts.tokens.own.title} id="zugangsschluessel" icon="link">
        <p>{t.accounts.tokens.own.card}</p>
        <Buttons>
          <LinkButton href={OWN_TOKENS}>{t.accounts.tokens.own.link}</LinkButton>
        </Buttons>
      </Card>
      <Card title={words.privacy.title} id="datenschutz" icon="info">
        <p>{words.privacy.text}</p>
        <p>
          <a href="/datenschutz">{words.privacy.stored}</a>
        </p>
        <p>{t.accounts.leaving.data.card}</p>
        <Buttons>
          <LinkButton href={OWN_DATA} kind="secondary" icon="download">
            {t.accounts.leaving.data.title}
          </LinkButton>
        </Buttons>
      </Card>
      <Leaving leaving={leaving} />
    </>
  )
}

function OwnDetails({ me, installation }: DetailProps) {
  const { t, locale } = useReader()
  const words = t.accounts.profile.self
  const facts = [
    { label: words.name, value: me.displayName },
    { label: words.email, value: me.email },
    {
      label: labelOf(installation, locale).many,
      value: me.departments.map(({ name }) => name).join(", ") || words.none,
    },
    { label: words.roles, value: me.roles.map((role) => t.shell.roles[role]).join(", ") },
  ]
  return (
    <Card title={words.title} id="angaben" icon="person">
      <Facts facts={facts} />
      <p class="ff-muted ff-small">{words.changedBy}</p>
    </Card>
  )
}

/** The same address as the choice in the header. */
function Language({ me }: { me: MeView }) {
  const { t } = useReader()
  const words = t.accounts.profile.language
  const options = (["de", "en"] as const).map((value) => ({ value, label: t.shell.language[value] }))
  return (
    <Card title={words.title} id="sprache" icon="globe">
      <Form action="/sprache" hidden={{ returnTo: "/profil?hinweis=saved" }}>
        <Field type="radios" name="locale" label={words.label} values={[me.locale]} options={options} />
        <Buttons>
          <SubmitButton kind="secondary" context={words.title}>
            {t.shell.form.save}
          </SubmitButton>
        </Buttons>
      </Form>
    </Card>
  )
}
