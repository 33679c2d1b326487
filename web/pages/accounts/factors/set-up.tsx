import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  FirstPasskey,
  finishSetUpByPasskey,
  finishSetUpByTotp,
  NewTotp,
  offerPasskey,
  originOf,
  type Pending,
  type Proposal,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { readForm } from "../../../form-reading.ts"
import { type FormState, freshForm } from "../../../form-state.tsx"
import { type Fields, FormOf, textOf } from "../../../forms.ts"
import {
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { errorsOf, formOf, type Tried } from "../../../page-forms.ts"
import { goTo, ownPath, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { attempt, type Outcome } from "../attempt.ts"
import { SET_UP, SIGN_IN, withReturn } from "../ways-on.ts"
import { AppFields } from "./app-fields.tsx"
import { factorLabels, proposalFor } from "./own.ts"
import { PasskeyForm } from "./passkey-form.tsx"
import { PasskeyNameField } from "./passkey-name.tsx"
import { findPending, pendingToken, showBeginAgain } from "./pending.ts"
import { showCodes } from "./shown-codes.tsx"

const Query = Closed({
  weiter: Type.Optional(Type.String({ maxLength: 4000 })),
  hinweis: Type.Optional(Type.String({ maxLength: 40 })),
})
const config = { access: "public", page: true } as const
const LIMITED = { ...config, limitsItself: true }
const APP = "app"
const PASSKEY = "passkey"

/** After the password, before anything else, where a role demands a second factor and there is none. */
export function setUpPages(app: App, site: Site): void {
  app.get(SET_UP, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    const returnTo = ownPath(request.query.weiter ?? "/")
    if (request.visitor) return goTo(reply, returnTo)
    const pending = await findPending(site, request, "set-up")
    if (!pending) return goTo(reply, withReturn(SIGN_IN, returnTo))
    return showSetUp(site, request, reply, { pending, returnTo, tried: null })
  })

  app.post(
    SET_UP,
    { config: LIMITED, schema: { body: FormOf("proposal", "code", "returnTo"), response: html } },
    async (request, reply) =>
      answer(site, request, reply, APP, request.body, (t) =>
        attempt(t, NewTotp, readForm(NewTotp, request.body), (value) =>
          finishSetUpByTotp(site, pendingToken(site, request), value, originOf(request, site.sessions)),
        ),
      ),
  )

  app.post(
    `${SET_UP}/passkey`,
    { config: LIMITED, schema: { body: FormOf("response", "name", "returnTo"), response: html } },
    async (request, reply) =>
      answer(site, request, reply, PASSKEY, request.body, (t) =>
        attempt(t, FirstPasskey, readForm(FirstPasskey, request.body), (value) =>
          finishSetUpByPasskey(site, pendingToken(site, request), value, originOf(request, site.sessions)),
        ),
      ),
  )
}

type SetUp = Awaited<ReturnType<typeof finishSetUpByTotp>>

async function answer(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  at: string,
  fields: Fields,
  act: (t: Texts) => Promise<Outcome<SetUp>>,
) {
  const t = texts(request.locale)
  const returnTo = ownPath(textOf(fields, "returnTo"))
  const pending = await findPending(site, request, "set-up")
  if (!pending) return showBeginAgain(site, request, reply, fields)
  const outcome = await act(t)
  if (outcome.failed) {
    const form = { ...freshForm(null, {}, fields), ...outcome.failed }
    return showSetUp(site, request, reply, { pending, returnTo, tried: { form, at } })
  }
  const { cookies, codes } = outcome.result
  reply.header("set-cookie", cookies)
  return codes ? showCodes(site, request, reply, codes, returnTo) : goTo(reply, returnTo)
}

type Shown = { pending: Pending; returnTo: string; tried: Tried | null }

async function showSetUp(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { pending: { person }, returnTo, tried }: Shown,
) {
  const { name } = await readInstallation(site.db)
  const sent = tried?.at === APP ? textOf(tried.form.fields, "proposal") : ""
  const proposal = proposalFor(site, person, name, sent)
  const options = await offerPasskey(site.db, site.config, person, name)
  const status = tried?.form.status ?? 200
  const content = (t: Texts) => {
    const { title } = t.accounts.factors.setUp
    const labels = factorLabels(t)
    return {
      title: tried ? t.shell.form.errorPageTitle(title) : title,
      width: "narrow" as const,
      children: (
        <SetUpPage
          tried={tried}
          app={formOf(tried, { at: APP, input: NewTotp, labels })}
          passkey={formOf(tried, {
            at: PASSKEY,
            input: FirstPasskey,
            labels,
            fields: { name: originOf(request, site.sessions).device },
          })}
          {...{ proposal, options, returnTo }}
        />
      ),
    }
  }
  return show(site, request, reply, content, status)
}

type PageProps = {
  tried: Tried | null
  app: FormState
  passkey: FormState
  proposal: Proposal | null
  options: object | null
  returnTo: string
}

function SetUpPage({ tried, app, passkey, proposal, options, returnTo }: PageProps) {
  const { t } = useReader()
  const words = t.accounts.factors
  return (
    <>
      <ErrorSummary errors={errorsOf(tried)} />
      <PageTitle lead={<p>{words.setUp.lead}</p>}>{words.setUp.title}</PageTitle>
      {proposal ? (
        <Card title={words.setUp.viaApp} id="app" icon="lock">
          <p>{words.app.formLead}</p>
          <Form action={SET_UP} hidden={{ proposal: proposal.proposal, returnTo }}>
            <AppFields proposal={proposal} form={app} at={APP} level={3} />
            <Buttons>
              <SubmitButton>{words.app.submit}</SubmitButton>
            </Buttons>
          </Form>
        </Card>
      ) : (
        <Alert kind="warning">
          <p>{words.setUp.noKey}</p>
        </Alert>
      )}
      {options && (
        <Card title={words.setUp.viaPasskey} id="passkey" icon="lock">
          <p>{words.passkeys.text}</p>
          <noscript>
            <p>{words.passkeys.needsScript}</p>
          </noscript>
          <PasskeyForm action={`${SET_UP}/passkey`} options={options} hidden={{ returnTo }}>
            <PasskeyNameField form={passkey} at={PASSKEY} />
            <Buttons>
              <SubmitButton>{words.passkeys.add}</SubmitButton>
            </Buttons>
          </PasskeyForm>
        </Card>
      )}
    </>
  )
}
