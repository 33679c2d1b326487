import type { FastifyReply, FastifyRequest } from "fastify"
import {
  attemptCookieName,
  beginAt,
  findProvider,
  type GrantedView,
  listDepartments,
  secretsOf,
  TriedClaims,
  tryRules,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../../forms.ts"
import {
  ActionButton,
  Alert,
  Buttons,
  Card,
  ErrorSummary,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { adminPage } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import { frame, PATH } from "./frame.tsx"
import { handOver } from "./hand-over.tsx"
import { conditionOf } from "./rules.tsx"

const TRY = `${PATH}/:id/probe`

/** "Was bekäme diese Person?": what is entered is looked at and forgotten, so the answer is the page itself. */
export function tryingPages(app: App, site: Site): void {
  app.get(TRY, { config: adminPage, schema: { params: ById, response: html } }, async (request, reply) =>
    showPage(site, request, reply, request.params.id, { claims: "", errors: [], granted: null }),
  )
  app.post(
    TRY,
    { config: adminPage, schema: { params: ById, body: FormOf("claims"), response: html } },
    async (request, reply) =>
      showTried(site, request, reply, request.params.id, textOf(request.body, "claims")),
  )
  app.post(
    `${TRY}/selbst`,
    { config: adminPage, schema: { params: ById, response: html } },
    async (request, reply) => {
      const { slug, name } = await findProvider(site.db, secretsOf(site), request.params.id)
      const { address, cookie } = await beginAt(site, slug, {
        purpose: "try",
        returnTo: `${PATH}/${request.params.id}/probe`,
        actor: request.actor,
        address: request.sender,
        cookie: request.cookies[attemptCookieName(site.config.secure)],
      })
      reply.header("set-cookie", cookie)
      return handOver(site, request, reply, address, ({ accounts }) => {
        const { title, text } = accounts.providers.handOver
        return { title, text: text(name) }
      })
    },
  )
}

/** Also for what the provider has just stated about whoever tries it out. */
export async function showTried(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  claims: string,
) {
  const { db } = site
  const provider = await findProvider(db, secretsOf(site), id)
  const { failed, result } = {
    result: null,
    ...(await attempt(texts(request.locale), TriedClaims, { claims }, (value) =>
      tryRules(db, request.actor, provider, value.claims),
    )),
  }
  const tried = { claims, errors: failed?.errors ?? [], granted: result }
  return showPage(site, request, reply, id, tried, failed?.status)
}

type Tried = { claims: string; errors: FieldError[]; granted: GrantedView | null }

async function showPage(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  tried: Tried,
  status = 200,
) {
  const provider = await findProvider(site.db, secretsOf(site), id)
  const departments = await listDepartments(site.db)
  return show(
    site,
    request,
    reply,
    (t) => {
      const { title } = t.accounts.providers.trying
      const framed = frame(t, title, provider)
      return {
        ...framed,
        title: tried.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
        children: <Trying provider={provider} departments={departments} tried={tried} />,
      }
    },
    status,
  )
}

type Props = {
  provider: Awaited<ReturnType<typeof findProvider>>
  departments: Awaited<ReturnType<typeof listDepartments>>
  tried: Tried
}

function Trying({ provider, departments, tried: { claims, errors, granted } }: Props) {
  const { t } = useReader()
  const { trying: words, form } = t.accounts.providers
  const path = `${PATH}/${provider.id}/probe`
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {granted && <Result {...{ provider, departments, granted }} />}
      <Form action={path}>
        <Field
          type="textarea"
          name="claims"
          label={form.labels.claims}
          hint={words.claimsHint}
          value={claims}
          rows={12}
          maxlength={20_000}
          {...errorFor(errors, "claims")}
        />
        <Buttons>
          <SubmitButton>{words.submit}</SubmitButton>
        </Buttons>
      </Form>
      {provider.enabled && (
        <>
          <p>{words.ownHint}</p>
          <ActionButton action={`${path}/selbst`} kind="secondary" small={false}>
            {words.own}
          </ActionButton>
        </>
      )}
    </>
  )
}

function Result({ provider, departments, granted }: Omit<Props, "tried"> & { granted: GrantedView }) {
  const { t } = useReader()
  const { trying: words, form } = t.accounts.providers
  const names = departments.filter(({ id }) => granted.departmentIds.includes(id)).map(({ name }) => name)
  const roles = granted.roles.map((role) => t.shell.roles[role])
  const holding = provider.rules.filter(({ id }) => granted.ruleIds.includes(id))
  return (
    <Card title={words.result} id="ergebnis" tone="attention">
      {!granted.admitted && (
        <Alert kind="warning" live>
          <p>{words.notAdmitted}</p>
        </Alert>
      )}
      <Facts
        facts={[
          { label: words.roles, value: roles.join(", ") || words.rolesNone },
          { label: form.labels.departmentId, value: names.join(", ") || words.departmentsNone },
        ]}
      />
      <p>{words.matched(holding.length, provider.rules.length)}</p>
      <ul>
        {holding.map((rule) => (
          <li key={rule.id}>{conditionOf(t, rule)}</li>
        ))}
      </ul>
    </Card>
  )
}
