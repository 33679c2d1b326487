import type { FastifyReply, FastifyRequest } from "fastify"
import type { Problem } from "../../server/kernel/http.ts"
import { isUnsafe } from "../../server/kernel/http.ts"
import { codeMessage, type Fields, readMultipart } from "../forms.ts"
import { Alert, Buttons, Form, LinkButton, PageTitle, SubmitButton } from "../layout/index.ts"
import { ownPath, type Site, show } from "../site.tsx"
import type { Texts } from "../texts/index.ts"

/** Nothing can be asked: the page stands without a menu rather than making people wait for it. */
const WITHOUT_FRAME = ["database.unreachable", "database.slow", "database.connections"]
/** What may work in a moment: too much at once, a fault of ours, a database that is away. */
const PASSING = [429, 500, 503]

/** Every error of a page: what happened, and what to do. */
export async function errorPage(site: Site, problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  if (WITHOUT_FRAME.includes(problem.code)) request.isShell = true
  if (problem.status === 401 && !isUnsafe(request.method))
    return reply.redirect(`/anmelden?weiter=${encodeURIComponent(request.url)}`, 303)
  const { fields, hadFiles } = await readTyped(request, reply)
  if (problem.status === 401) return signInFirst(site, request, reply, fields, hadFiles)
  const isPassing = PASSING.includes(problem.status)
  const content = (t: Texts) => {
    const { title, text } = explain(t, problem)
    const refused = refusedFiles(t, problem)
    const children = (
      <>
        <PageTitle>{title}</PageTitle>
        {refused.length > 0 ? (
          <>
            <p>{t.errors.refusedFiles}</p>
            <ul>
              {refused.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{text}</p>
        )}
        {isPassing && <Again t={t} request={request} fields={fields} hadFiles={hadFiles} />}
        <Buttons>
          <LinkButton href="/" kind={isPassing ? "secondary" : "primary"}>
            {t.errors.back}
          </LinkButton>
          <LinkButton href="/hilfe">{t.errors.help}</LinkButton>
        </Buttons>
        <Typed t={t} fields={fields} />
      </>
    )
    return { title, width: "reading" as const, flash: null, children }
  }
  return show(site, request, reply, content, problem.status)
}

function explain(t: Texts, { status, code, detail }: Problem): { title: string; text: string } {
  const { errors } = t
  if (status === 404) return { title: errors.notFoundTitle, text: errors.notFoundText }
  if (code === "forbidden") return { title: errors.forbiddenTitle, text: errors.forbiddenText }
  if (["database.read-only", "database.full"].includes(code))
    return { title: errors.unsavedTitle, text: codeMessage(t, code) }
  if (code.startsWith("database.")) return { title: errors.outageTitle, text: codeMessage(t, code) }
  if (status >= 500) return { title: errors.failedTitle, text: errors.failedText }
  const text = codeMessage(t, code)
  return {
    title: errors.pageTitle,
    text: typeof detail?.file === "string" ? `${detail.file}: ${text}` : text,
  }
}

/** Of several files that came with one form: each with its name, the reason and the way out. */
function refusedFiles(t: Texts, { detail }: Problem): string[] {
  if (!Array.isArray(detail?.refused)) return []
  return detail.refused.map(
    ({ file, code }: { file: string; code: string }) => `${file}: ${codeMessage(t, code)}`,
  )
}

/** What came with a form, as far as it came: whatever refused it, nothing that somebody typed is lost. */
async function readTyped(request: FastifyRequest, reply: FastifyReply) {
  if (!isUnsafe(request.method)) return { fields: {}, hadFiles: false }
  // Where a form with files was refused before it was read, it is read now; what comes with it is not kept.
  if (request.body === undefined) await readMultipart(request, reply).catch(() => undefined)
  return { fields: typed(request.body), hadFiles: (request.uploads ?? []).length > 0 }
}

async function signInFirst(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: Fields,
  hadFiles: boolean,
) {
  return show(
    site,
    request,
    reply,
    (t) => ({
      title: t.errors.sessionTitle,
      width: "reading",
      flash: null,
      children: <Expired t={t} action={request.url} fields={fields} hadFiles={hadFiles} />,
    }),
    401,
  )
}

function typed(body: unknown): Fields {
  if (typeof body !== "object" || body === null) return {}
  const entries = Object.entries(body).filter(
    // Passwords are typed again, never shown.
    ([name, value]) => !/password/i.test(name) && (typeof value === "string" || Array.isArray(value)),
  )
  return Object.fromEntries(entries)
}

function Expired({
  t,
  action,
  fields,
  hadFiles,
}: {
  t: Texts
  action: string
  fields: Fields
  hadFiles: boolean
}) {
  return (
    <>
      <PageTitle>{t.errors.sessionTitle}</PageTitle>
      <Alert kind="warning">
        <p>{t.errors.sessionText}</p>
        {hadFiles && <p>{t.errors.sessionFiles}</p>}
      </Alert>
      <p>
        <a href="/anmelden" target="_blank" rel="noopener">
          {t.errors.sessionSignIn}
        </a>
      </p>
      <Resend action={action} fields={fields} label={t.errors.sessionResend} />
      <Typed t={t} fields={fields} />
    </>
  )
}

function Resend({ action, fields, label }: { action: string; fields: Fields; label: string }) {
  return (
    <Form action={action}>
      {entriesOf(fields).map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={index} />
      ))}
      <SubmitButton>{label}</SubmitButton>
    </Form>
  )
}

type AgainProps = { t: Texts; request: FastifyRequest; fields: Fields; hadFiles: boolean }

/** The same once more: what was to be read, or what was to be sent. A password is typed again, in its own form. */
function Again({ t, request, fields, hadFiles }: AgainProps) {
  const isSent = isUnsafe(request.method)
  if (!isSent || hasPassword(request.body))
    return (
      <p>
        <a href={ownPath(request.url)}>{isSent ? t.errors.toForm : t.errors.again}</a>
      </p>
    )
  return (
    <>
      <p>{t.errors.kept}</p>
      {hadFiles && <p>{t.errors.sessionFiles}</p>}
      <Resend action={request.url} fields={fields} label={t.errors.resend} />
    </>
  )
}

const hasPassword = (body: unknown) => Object.keys(Object(body)).some((name) => /password/i.test(name))

/** What was written, to be copied: nothing that somebody typed is ever lost. */
function Typed({ t, fields }: { t: Texts; fields: Fields }) {
  const words = entriesOf(fields).filter(isWritten)
  if (words.length === 0) return null
  return (
    <>
      <h2>{t.errors.sessionTyped}</h2>
      {words.map(([, value], index) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <pre class="ff-typed" tabIndex={0} key={index}>
          {value}
        </pre>
      ))}
    </>
  )
}

/** Somebody's own words, and no id, choice, key or address of a page: these are written in small letters without a space. */
const isWritten = ([name, value]: readonly [string, string]) =>
  /\S\s+\S/.test(value) ||
  value.length > LONGER_THAN_IDS ||
  (name === "body" && value.trim() !== "") ||
  (/[^a-z0-9-]/.test(value) && !/^\//.test(value) && !/key$|token|^code$/i.test(name))

const LONGER_THAN_IDS = 100

const entriesOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))
