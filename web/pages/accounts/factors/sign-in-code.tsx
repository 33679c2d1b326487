import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  askForPasskey,
  findFactors,
  finishByCode,
  finishByPasskey,
  originOf,
  PasskeyAnswer,
  type Pending,
  SignInCode,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { readForm } from "../../../form-reading.ts"
import { type FormState, field, freshForm } from "../../../form-state.tsx"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  Field,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, ownPath, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { attempt, type Failed } from "../attempt.ts"
import { CODE, SIGN_IN, withReturn } from "../ways-on.ts"
import { PasskeyForm } from "./passkey-form.tsx"
import { findPending, pendingToken, showBeginAgain } from "./pending.ts"

const Query = Closed({
  weiter: Type.Optional(Type.String({ maxLength: 4000 })),
  hinweis: Type.Optional(Type.String({ maxLength: 40 })),
})
const config = { access: "public", page: true } as const
const LIMITED = { ...config, limitsItself: true }

/** After the password: a code, or a passkey. */
export function signInCodePages(app: App, site: Site): void {
  app.get(CODE, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    const returnTo = ownPath(request.query.weiter ?? "/")
    if (request.visitor) return goTo(reply, returnTo)
    const pending = await findPending(site, request, "factor")
    if (!pending) return goTo(reply, withReturn(SIGN_IN, returnTo))
    return showCode(site, request, reply, { pending, fields: { returnTo } })
  })

  app.post(
    CODE,
    { config: LIMITED, schema: { body: FormOf("code", "returnTo"), response: html } },
    async (request, reply) => {
      const { body } = request
      const pending = await findPending(site, request, "factor")
      if (!pending) return showBeginAgain(site, request, reply, body)
      const outcome = await attempt(texts(request.locale), SignInCode, readForm(SignInCode, body), (value) =>
        finishByCode(site, pendingToken(site, request), value, originOf(request, site.sessions)),
      )
      if (!outcome.failed) return goOn(reply, outcome.result.cookies, body)
      return showCode(site, request, reply, { pending, fields: body, failed: outcome.failed })
    },
  )

  app.post(
    `${CODE}/passkey`,
    { config: LIMITED, schema: { body: FormOf("response", "returnTo"), response: html } },
    async (request, reply) => {
      const { body } = request
      const pending = await findPending(site, request, "factor")
      if (!pending) return showBeginAgain(site, request, reply, body)
      const outcome = await attempt(
        texts(request.locale),
        PasskeyAnswer,
        readForm(PasskeyAnswer, body),
        ({ response }) =>
          finishByPasskey(site, pendingToken(site, request), response, originOf(request, site.sessions)),
      )
      if (!outcome.failed) return goOn(reply, outcome.result.cookies, body)
      return showCode(site, request, reply, { pending, fields: body, failed: outcome.failed })
    },
  )
}

const goOn = (reply: FastifyReply, cookies: string[], fields: Fields) =>
  goTo(reply.header("set-cookie", cookies), ownPath(textOf(fields, "returnTo")))

type Shown = { pending: Pending; fields: Fields; failed?: Failed }

async function showCode(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { pending, fields, failed }: Shown,
) {
  const { person, tokenHash } = pending
  const { totpSince } = await findFactors(site.db, person)
  const options = await askForPasskey(site.db, site.config, `factor ${tokenHash}`, person.id)
  const content = (t: Texts) => {
    const words = t.accounts.factors.signIn
    const form: FormState = { ...freshForm(SignInCode, { code: words.code }, fields), ...failed }
    return {
      title: failed ? t.shell.form.errorPageTitle(words.title) : words.title,
      width: "narrow" as const,
      children: <CodePage form={form} options={options} hasApp={totpSince !== null} />,
    }
  }
  return show(site, request, reply, content, failed?.status)
}

type PageProps = { form: FormState; options: object | null; hasApp: boolean }

function CodePage({ form, options, hasApp }: PageProps) {
  const { t } = useReader()
  const words = t.accounts.factors.signIn
  const returnTo = textOf(form.fields, "returnTo")
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <PasskeyForm action={`${CODE}/passkey`} options={options} hidden={{ returnTo }}>
        <Buttons>
          <SubmitButton icon="lock">{words.withPasskey}</SubmitButton>
        </Buttons>
      </PasskeyForm>
      <Form action={CODE} hidden={{ returnTo }}>
        <Field
          {...field(form, "code")}
          hint={hasApp ? words.appHint : words.paperHint}
          autocomplete="one-time-code"
          spellcheck={false}
        />
        <Buttons>
          <SubmitButton>{words.submit}</SubmitButton>
          <a href={withReturn(SIGN_IN, returnTo)}>{words.back}</a>
        </Buttons>
      </Form>
      <p class="ff-muted ff-small">{words.lost}</p>
    </>
  )
}
