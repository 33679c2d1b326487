import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import {
  groupedCode,
  offersVerification,
  readCode,
  type VerificationView,
  verifyCertificate,
} from "../../../../server/qualification/proof.ts"
import { limitsOf } from "../../../form-reading.ts"
import {
  Alert,
  Buttons,
  Day,
  Facts,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CompetenceTable } from "./competences.tsx"

const config = { access: "public", page: true } as const
const Typed = Type.String({ maxLength: 100 })
const Query = Closed({ nummer: Type.Optional(Typed) })
const ADDRESS = "/zertifikate/pruefen"

/** For everybody, signed in or not: is this certificate valid? */
export function verificationPages(app: App, site: Site): void {
  app.get(ADDRESS, { config, schema: { querystring: Query, response: html } }, async (request, reply) => {
    const typed = request.query.nummer?.trim()
    const offered = offersVerification(site.config)
    if (offered && typed) {
      const code = readCode(typed)
      return reply.redirect(`${ADDRESS}/${encodeURIComponent(code ? groupedCode(code) : typed)}`, 303)
    }
    reply.header("x-robots-tag", "noindex")
    return show(site, request, reply, (t) => ({
      title: t.qualification.certificates.check.title,
      width: "reading",
      children: offered ? <Asking t={t} /> : <Off t={t} isTrial={site.config.trial} />,
    }))
  })
  app.get(
    `${ADDRESS}/:code`,
    { config, schema: { params: Closed({ code: Typed }), response: html } },
    async (request, reply) => {
      const found = await verifyCertificate(site.db, site.config, request, request.params.code)
      reply.header("x-robots-tag", "noindex")
      return show(site, request, reply, (t) => ({
        title: t.qualification.certificates.check.results[found.state].title,
        width: "reading",
        children: <Result t={t} found={found} />,
      }))
    },
  )
}

function Asking({ t }: { t: Texts }) {
  const words = t.qualification.certificates.check
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Form action={ADDRESS} method="get">
        <Field
          name="nummer"
          label={words.number}
          hint={words.hint}
          maxlength={limitsOf(Query, "nummer").maxLength}
          autocomplete="off"
          spellcheck={false}
        />
        <Buttons>
          <SubmitButton>{words.submit}</SubmitButton>
        </Buttons>
      </Form>
    </>
  )
}

function Off({ t, isTrial }: { t: Texts; isTrial: boolean }) {
  const words = t.qualification.certificates.check
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Alert kind="info">
        <p>{isTrial ? words.offTrial : words.off}</p>
      </Alert>
    </>
  )
}

const TONES = { valid: "success", revoked: "danger", unknown: "warning" } as const

function Result({ t, found }: { t: Texts; found: VerificationView }) {
  const words = t.qualification.certificates.check
  const { title, text } = words.results[found.state]
  const { one, issuedOn } = t.qualification.certificates
  const facts = [
    { label: one.holder, value: found.holder },
    { label: one.programme, value: found.programme },
    { label: issuedOn, value: found.issuedOn && <Day value={found.issuedOn} /> },
  ].filter(({ value }) => value !== null)
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Alert kind={TONES[found.state]} title={title}>
        <p>{text}</p>
      </Alert>
      {facts.length > 0 && <Facts facts={facts} />}
      {found.competences && (
        <CompetenceTable t={t} competences={found.competences} scale={found.scale ?? 4} />
      )}
      <Buttons>
        <LinkButton href={ADDRESS}>{words.another}</LinkButton>
      </Buttons>
    </>
  )
}
