import {
  ConfirmedTotp,
  type FactorsView,
  findFactors,
  findMe,
  type Proposal,
  readInstallation,
  setUpTotp,
} from "../../../../server/accounts/index.ts"
import type { Actor } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { readForm } from "../../../form-reading.ts"
import { type FormState, freshForm } from "../../../form-state.tsx"
import { FormOf, textOf } from "../../../forms.ts"
import {
  Alert,
  Breadcrumb,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { type Content, goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { attempt } from "../attempt.ts"
import { AppFields } from "./app-fields.tsx"
import { CurrentPassword } from "./confirming.tsx"
import { factorLabels, proposalFor, SECURING } from "./own.ts"
import { showCodes } from "./shown-codes.tsx"

const APP = `${SECURING}/app`
const AT = "app"
const config = { access: "signed-in", page: true } as const

/** Written by hand, because its answer shows what no address leads to. */
export function appPages(app: App, site: Site): void {
  app.get(APP, { config, schema: { response: html } }, async (request, reply) => {
    const found = await find(site, request.actor, "")
    if (!found.factors.hasPassword) return goTo(reply, SECURING)
    return show(site, request, reply, (t) => contentOf(t, found, freshOf(t)))
  })

  app.post(
    APP,
    { config, schema: { body: FormOf("proposal", "code", "currentPassword"), response: html } },
    async (request, reply) => {
      const { actor, body } = request
      const t = texts(request.locale)
      const outcome = await attempt(t, ConfirmedTotp, readForm(ConfirmedTotp, body), (value) =>
        setUpTotp(site, actor, value),
      )
      if (outcome.failed) {
        const found = await find(site, actor, textOf(body, "proposal"))
        const form = { ...freshOf(t), fields: body, ...outcome.failed }
        return show(site, request, reply, () => contentOf(t, found, form), form.status)
      }
      const codes = outcome.result
      return codes ? showCodes(site, request, reply, codes, SECURING) : goTo(reply, SECURING, "totp-added")
    },
  )
}

const freshOf = (t: Texts): FormState => freshForm(ConfirmedTotp, factorLabels(t), {})

type Found = { factors: FactorsView; proposal: Proposal | null }

async function find(site: Site, actor: Actor, sent: string): Promise<Found> {
  const { email } = await findMe(site.db, actor)
  const { name } = await readInstallation(site.db)
  return {
    factors: await findFactors(site.db, actor),
    proposal: proposalFor(site, { id: actor.id, email }, name, sent),
  }
}

function contentOf(t: Texts, found: Found, form: FormState): Content {
  const words = t.accounts.factors
  const tried = form.status === 200 ? null : { form, at: AT }
  return {
    title: tried ? t.shell.form.errorPageTitle(words.app.formTitle) : words.app.formTitle,
    width: "reading",
    breadcrumb: (
      <Breadcrumb
        trail={[
          { label: t.accounts.profile.title, href: "/profil" },
          { label: words.own.title, href: SECURING },
          { label: words.app.formTitle },
        ]}
      />
    ),
    children: <AppPage {...found} form={form} tried={tried} />,
  }
}

function AppPage({ factors, proposal, form, tried }: Found & { form: FormState; tried: Tried | null }) {
  const { t } = useReader()
  const words = t.accounts.factors
  return (
    <>
      <ErrorSummary errors={errorsOf(tried)} />
      <PageTitle lead={<p>{words.app.formLead}</p>}>{words.app.formTitle}</PageTitle>
      {factors.totpSince && (
        <Alert kind="warning">
          <p>{words.app.replaces}</p>
        </Alert>
      )}
      {proposal ? (
        <Form action={APP} hidden={{ proposal: proposal.proposal }}>
          <AppFields proposal={proposal} form={form} at={AT} level={2} />
          <CurrentPassword form={form} at={AT} />
          <Buttons>
            <SubmitButton>{words.app.submit}</SubmitButton>
            <LinkButton href={SECURING} kind="tertiary">
              {t.shell.form.cancel}
            </LinkButton>
          </Buttons>
        </Form>
      ) : (
        <Alert kind="warning">
          <p>{words.setUp.noKey}</p>
        </Alert>
      )}
    </>
  )
}
