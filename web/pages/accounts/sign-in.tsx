import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  askForPasskey,
  findSigningDirectory,
  findSignOutThere,
  type LocalSignIn,
  listOfferedProviders,
  type OfferedProviderView,
  offersTrial,
  originOf,
  PasskeyAnswer,
  readInstallation,
  SignIn,
  signIn,
  signInByPasskey,
} from "../../../server/accounts/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { outageIn } from "../../../server/kernel/outage.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import { codeMessage, type Fields, FormOf, textOf } from "../../forms.ts"
import {
  Alert,
  Buttons,
  Disclosure,
  ErrorSummary,
  type FieldError,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
  WHOLE_FORM,
} from "../../layout/index.ts"
import { goTo, ownPath, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { attempt, type Failed } from "./attempt.ts"
import { PasskeyForm } from "./factors/passkey-form.tsx"
import { EMPTY, EmailField, PasswordField, type Shown } from "./fields.tsx"
import { handOver } from "./providers/hand-over.tsx"
import { readTrialPeople, TrialChoice, type TrialPerson } from "./trial.tsx"
import { SIGN_IN as PATH, wayAfter, withReturn } from "./ways-on.ts"

/** `weiter`: the own page that somebody came from. */
const Query = Closed({
  weiter: Type.Optional(Type.String({ maxLength: 4000 })),
  hinweis: Type.Optional(Type.String({ maxLength: 40 })),
})
const SignInForm = FormOf("email", "password", "returnTo")
const config = { access: "public", page: true } as const
const LIMITED = { ...config, limitsItself: true }

export function signInPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    const returnTo = ownPath(request.query.weiter ?? "/")
    if (request.visitor) return goTo(reply, returnTo)
    return showSignIn(site, request, reply, { ...EMPTY, fields: { returnTo } })
  })

  app.post(PATH, { config: LIMITED, schema: { body: SignInForm, response: html } }, async (request, reply) =>
    trySignIn(site, request, reply, request.body),
  )

  app.post(
    `${PATH}/passkey`,
    { config: LIMITED, schema: { body: FormOf("response", "returnTo"), response: html } },
    async (request, reply) => {
      const fields = { returnTo: textOf(request.body, "returnTo") }
      const outcome = await attempt(
        texts(request.locale),
        PasskeyAnswer,
        { response: textOf(request.body, "response") },
        ({ response }) => signInByPasskey(site, response, originOf(request, site.sessions)),
      )
      if (outcome.failed) {
        const { errors, status } = outcome.failed
        return showSignIn(site, request, reply, { fields, errors }, status)
      }
      return goTo(reply.header("set-cookie", outcome.result.cookies), ownPath(fields.returnTo))
    },
  )

  app.post("/abmelden", { config, schema: { response: html } }, async (request, reply) => {
    const { sessions } = site
    const there = await findSignOutThere(site, request.visitor)
    const cookie = await sessions.signOut(request.cookies[sessions.cookieName] ?? "")
    reply.header("set-cookie", cookie)
    if (!there) return goTo(reply, PATH, "signed-out")
    request.visitor = null
    return handOver(site, request, reply, there.address, ({ accounts }) => {
      const { out, outText } = accounts.providers.handOver
      return { title: out, text: outText(there.provider) }
    })
  })
}

/** What a sign-in by a service failed by, on the page where it can be begun anew; for whoever is signed in, by itself. */
export async function showSignInFault(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { message, returnTo, status }: { message: string; returnTo: string; status: number },
) {
  const errors: FieldError[] = [{ field: WHOLE_FORM, message }]
  if (!request.visitor) return showSignIn(site, request, reply, { fields: { returnTo }, errors }, status)
  const content = ({ accounts: { providers: words }, shell }: Texts) => ({
    title: shell.form.errorPageTitle(words.faultTitle),
    width: "narrow" as const,
    children: (
      <>
        <PageTitle>{words.faultTitle}</PageTitle>
        <Alert kind="danger" live>
          <p>{message}</p>
        </Alert>
        <Buttons>
          <LinkButton href={returnTo}>{words.faultBack}</LinkButton>
        </Buttons>
      </>
    ),
  })
  return show(site, request, reply, content, status)
}

async function trySignIn(site: Site, request: FastifyRequest, reply: FastifyReply, fields: Fields) {
  const { sessions } = site
  const t = texts(request.locale)
  const input = { email: textOf(fields, "email").trim(), password: textOf(fields, "password") }
  const outcome = await attempt(t, SignIn, input, (value) =>
    signIn(site, value, originOf(request, sessions)).catch((error) => explain(t, reply, error)),
  )
  const result = outcome.failed ?? outcome.result
  if ("cookies" in result)
    return goTo(reply.header("set-cookie", result.cookies), wayAfter(result, textOf(fields, "returnTo")))
  return showSignIn(site, request, reply, { fields, errors: result.errors }, result.status)
}

/** One sentence for everything that can be wrong with address and password, and how long to wait after too much of it. */
function explain(t: Texts, reply: FastifyReply, error: unknown): Failed {
  if (!(error instanceof Refusal)) throw error
  const failed = (message: string): FieldError[] => [{ field: WHOLE_FORM, message }]
  if (error.code !== "sign-in.throttled")
    return { status: error.status, errors: failed(codeMessage(t, error.code)) }
  const seconds = Number(error.detail?.retryAfter ?? 60)
  reply.header("retry-after", String(seconds))
  const { throttled, throttledHint } = t.accounts.signIn
  const message = `${throttled(Math.ceil(seconds / 60))} ${throttledHint}`
  return { status: error.status, errors: failed(message) }
}

async function showSignIn(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
  status = 200,
) {
  const people = (await offersTrial(site.db, site.config)) ? await readTrialPeople(site) : null
  const ways = await findWays(site)
  const content = (t: Texts) => {
    const title = people ? t.accounts.trial.title : t.accounts.signIn.title
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      width: people ? ("wide" as const) : ("narrow" as const),
      children: <SignInPage {...{ shown, people, title, ...ways }} />,
    }
  }
  return show(site, request, reply, content, status)
}

/** Without the database the page can be read as usual, and says itself that nobody gets in just now. */
async function findWays({ db, config }: Site): Promise<Omit<Ways, "shown">> {
  try {
    const { localSignIn: own } = await readInstallation(db)
    const passkey = own === "none" ? null : await askForPasskey(db, config, "sign-in")
    // With the password of a directory everybody signs in whom it has brought.
    const localSignIn = (await findSigningDirectory(db)) ? "all" : own
    return { providers: await listOfferedProviders(db), localSignIn, passkey }
  } catch (error) {
    if (!outageIn(error)) throw error
    return { providers: [], localSignIn: "all", passkey: null }
  }
}

type Ways = {
  shown: Shown
  providers: OfferedProviderView[]
  localSignIn: LocalSignIn
  /** What the browser is asked for; null where there are no passkeys. */
  passkey: object | null
}

function SignInPage({ people, title, ...ways }: Ways & { people: TrialPerson[] | null; title: string }) {
  const { t } = useReader()
  const words = t.accounts.signIn
  const { shown, providers } = ways
  const { errors } = shown
  const lead = providers.length > 0 ? t.accounts.providers.signIn.lead : words.lead
  return (
    <>
      <ErrorSummary errors={errors} title={errors.length > 0 ? words.failedTitle : undefined} />
      <PageTitle lead={<p>{people ? t.accounts.trial.lead : lead}</p>}>{title}</PageTitle>
      {people ? (
        <TrialChoice
          people={people}
          returnTo={textOf(shown.fields, "returnTo")}
          hasErrors={errors.length > 0}
        >
          <SignInWays {...ways} />
        </TrialChoice>
      ) : (
        <SignInWays {...ways} />
      )}
    </>
  )
}

/** First by the authority's own services, then by what is left of passwords. */
function SignInWays({ shown, providers, localSignIn, passkey }: Ways) {
  const { t } = useReader()
  const words = t.accounts.providers.signIn
  const own = <SignInFields shown={shown} passkey={passkey} />
  if (providers.length === 0) return own
  return (
    <>
      <ProviderLinks providers={providers} returnTo={textOf(shown.fields, "returnTo")} />
      {localSignIn === "all" && (
        <>
          <h2>{words.or}</h2>
          {own}
        </>
      )}
      {localSignIn === "admins" && (
        <Disclosure quiet summary={words.emergency} open={textOf(shown.fields, "email") !== ""}>
          {own}
        </Disclosure>
      )}
    </>
  )
}

function ProviderLinks({ providers, returnTo }: { providers: OfferedProviderView[]; returnTo: string }) {
  const { t } = useReader()
  const words = t.accounts.providers.signIn
  return (
    <>
      {providers
        .filter(({ reachable }) => !reachable)
        .map(({ slug, name }) => (
          <Alert kind="warning" key={slug}>
            <p>{words.down(name)}</p>
          </Alert>
        ))}
      <Buttons>
        {providers.map(({ slug, name }) => (
          <LinkButton href={withReturn(`/anmelden/mit/${slug}`, returnTo)} kind="primary" key={slug}>
            {words.with(name)}
          </LinkButton>
        ))}
      </Buttons>
    </>
  )
}

function SignInFields({ shown, passkey }: Pick<Ways, "shown" | "passkey">) {
  const { t } = useReader()
  const words = t.accounts.signIn
  const returnTo = textOf(shown.fields, "returnTo")
  return (
    <>
      <Form action={PATH} hidden={{ returnTo }}>
        <EmailField shown={shown} autocomplete="username" />
        <PasswordField shown={shown} name="password" />
        <Buttons>
          <SubmitButton>{words.submit}</SubmitButton>
          <a href={withReturn("/kennwort/vergessen", returnTo)}>{words.forgotten}</a>
        </Buttons>
      </Form>
      <PasskeyForm action={`${PATH}/passkey`} options={passkey} hidden={{ returnTo }}>
        <Buttons>
          <SubmitButton kind="secondary" icon="lock">
            {t.accounts.factors.signIn.passkey}
          </SubmitButton>
        </Buttons>
      </PasskeyForm>
      <p class="ff-muted ff-small">{words.noAccount}</p>
    </>
  )
}
