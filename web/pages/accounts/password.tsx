import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  askForLink,
  enter,
  ForgottenPassword,
  findLink,
  offersTrial,
  originOf,
  PasswordByLink,
  setPassword,
} from "../../../server/accounts/index.ts"
import { Refusal } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../forms.ts"
import { Alert, Buttons, ErrorSummary, Form, PageTitle, SubmitButton, useReader } from "../../layout/index.ts"
import { goTo, ownPath, type Site, show } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { attempt } from "./attempt.ts"
import { EMPTY, EmailField, PasswordField, type Shown } from "./fields.tsx"
import { wayAfter } from "./ways-on.ts"

const FORGOTTEN = "/kennwort/vergessen"
/** `weiter`: the own page that somebody was on the way to; it comes along in the mail. */
const Way = Closed({
  weiter: Type.Optional(Type.String({ maxLength: 4000 })),
  hinweis: Type.Optional(Type.String({ maxLength: 40 })),
})
const ByToken = Closed({ token: Type.String({ maxLength: 100 }) })
const config = { access: "public", page: true } as const
const LIMITED = { ...config, limitsItself: true }

export function passwordPages(app: App, site: Site): void {
  const { db, sessions } = site
  app.get(FORGOTTEN, { config, schema: { querystring: Way, response: html } }, async (request, reply) =>
    showForgotten(site, request, reply, { ...EMPTY, fields: { returnTo: wayOf(request.query) } }),
  )

  app.post(
    FORGOTTEN,
    { config: LIMITED, schema: { body: FormOf("email", "returnTo"), response: html } },
    async (request, reply) => {
      const input = { email: textOf(request.body, "email").trim() }
      const returnTo = wayOf({ weiter: textOf(request.body, "returnTo") }) || null
      const { failed } = await attempt(texts(request.locale), ForgottenPassword, input, (value) =>
        askForLink(site, value, originOf(request, sessions), returnTo),
      )
      const signIn = returnTo ? `/anmelden?weiter=${encodeURIComponent(returnTo)}` : "/anmelden"
      if (!failed) return goTo(reply, request.visitor ? "/profil/kennwort" : signIn, "link-requested")
      const shown = { fields: request.body, errors: failed.errors }
      return showForgotten(site, request, reply, shown, failed.status)
    },
  )

  app.get(
    "/kennwort/:token",
    { config, schema: { params: ByToken, querystring: Way, response: html } },
    async (request, reply) => {
      const link = await readLink(site, request, request.params.token)
      const returnTo = wayOf(request.query)
      return link
        ? showLink(site, request, reply, link, { ...EMPTY, fields: { returnTo } })
        : showGone(site, request, reply, returnTo)
    },
  )

  app.post(
    "/kennwort/:token",
    {
      config: LIMITED,
      schema: { params: ByToken, body: FormOf("username", "password", "returnTo"), response: html },
    },
    async (request, reply) => {
      const { token } = request.params
      const returnTo = wayOf({ weiter: textOf(request.body, "returnTo") })
      const link = await readLink(site, request, token)
      const input = { token, password: textOf(request.body, "password") }
      const outcome = await attempt(texts(request.locale), PasswordByLink, input, (value) =>
        setPassword(db, value).catch(nobodyForInvalidLink),
      )
      if (link && outcome.failed) {
        const { errors, status } = outcome.failed
        return showLink(site, request, reply, link, { fields: { returnTo }, errors }, status)
      }
      if (outcome.failed || !outcome.result) return showGone(site, request, reply, returnTo)
      const entered = await enter(site, outcome.result, originOf(request, sessions))
      const hint = entered.need ? undefined : ("password-set" as const)
      return goTo(reply.header("set-cookie", entered.cookies), wayAfter(entered, returnTo || "/"), hint)
    },
  )
}

/** An own page other than the start page, or "". */
const wayOf = ({ weiter }: { weiter?: string | undefined }) => {
  const path = ownPath(weiter ?? "/")
  return path === "/" ? "" : path
}

/** Whoever comes by their first e-mail has chosen no language in this browser yet. */
async function readLink(site: Site, request: FastifyRequest, token: string): Promise<Link | null> {
  const link = await findLink(site.db, token)
  if (link && !request.visitor && !request.cookies.language) request.locale = link.locale
  return link
}

function nobodyForInvalidLink(error: unknown): null {
  if (error instanceof Refusal && error.code === "password.link-invalid") return null
  throw error
}

async function showForgotten(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
  status = 200,
) {
  const isTrial = await offersTrial(site.db, site.config)
  const content = (t: Texts) => {
    const { forgottenTitle, forgottenLead, mailsOfTrial } = t.accounts.password
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(forgottenTitle) : forgottenTitle,
      width: "narrow" as const,
      children: (
        <>
          <ErrorSummary errors={shown.errors} />
          <PageTitle lead={<p>{forgottenLead}</p>}>{forgottenTitle}</PageTitle>
          {isTrial && (
            <Alert kind="info">
              <p>
                <a href="/probe/post">{mailsOfTrial}</a>
              </p>
            </Alert>
          )}
          <AskForLink shown={shown} />
        </>
      ),
    }
  }
  return show(site, request, reply, content, status)
}

function AskForLink({ shown }: { shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.password
  const returnTo = textOf(shown.fields, "returnTo")
  return (
    <Form action={FORGOTTEN} hidden={{ returnTo }}>
      <EmailField shown={shown} autocomplete="username" />
      <Buttons>
        <SubmitButton>{words.send}</SubmitButton>
        <a href={returnTo ? `/anmelden?weiter=${encodeURIComponent(returnTo)}` : "/anmelden"}>
          {words.backToSignIn}
        </a>
      </Buttons>
    </Form>
  )
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

async function showLink(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  link: Link,
  shown: Shown,
  status = 200,
) {
  const content = (t: Texts) => {
    const { invitationTitle, resetTitle } = t.accounts.password
    const title = link.purpose === "invitation" ? invitationTitle : resetTitle
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      width: "narrow" as const,
      children: <LinkPage link={link} title={title} path={pathOf(request)} shown={shown} />,
    }
  }
  return show(site, request, reply, content, status)
}

const pathOf = (request: FastifyRequest) => request.url.split("?")[0] ?? request.url

function LinkPage(props: { link: Link; title: string; path: string; shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.password
  const { displayName, email, purpose } = props.link
  return (
    <>
      <ErrorSummary errors={props.shown.errors} />
      <PageTitle
        lead={<p>{purpose === "invitation" ? words.welcome(displayName) : words.again(displayName)}</p>}
      >
        {props.title}
      </PageTitle>
      <Form action={props.path} hidden={{ returnTo: textOf(props.shown.fields, "returnTo") }}>
        {/* For password managers, so that they keep the password with the address it belongs to. */}
        <input type="text" name="username" value={email} autocomplete="username" readonly hidden />
        <PasswordField shown={props.shown} name="password" isNew />
        <Buttons>
          <SubmitButton>{words.set}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}

/** The link was used, has expired or never was: a new one is one field away. */
async function showGone(site: Site, request: FastifyRequest, reply: FastifyReply, returnTo: string) {
  const content = (t: Texts) => {
    const { goneTitle, goneText } = t.accounts.password
    return {
      title: goneTitle,
      width: "narrow" as const,
      flash: null,
      children: (
        <>
          <PageTitle lead={<p>{goneText}</p>}>{goneTitle}</PageTitle>
          <AskForLink shown={{ ...EMPTY, fields: { returnTo } }} />
        </>
      ),
    }
  }
  return show(site, request, reply, content, 404)
}
