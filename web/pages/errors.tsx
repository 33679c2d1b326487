import type { FastifyReply, FastifyRequest } from "fastify"
import type { Problem } from "../../server/kernel/http.ts"
import { isUnsafe } from "../../server/kernel/http.ts"
import { codeMessage, type Fields, readMultipart } from "../forms.ts"
import { Alert, Buttons, Form, LinkButton, PageTitle, SubmitButton } from "../layout/index.ts"
import { type Site, show } from "../site.tsx"
import type { Texts } from "../texts/index.ts"

/** Every error of a page: what happened, and what to do. */
export async function errorPage(site: Site, problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  if (problem.status === 401) return signInFirst(site, request, reply)
  const fields = isUnsafe(request.method) ? typed(request.body) : {}
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
        <Buttons>
          <LinkButton href="/" kind="primary">
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

/** A page to read leads to the sign-in and back; a form gives back what was typed into it. */
async function signInFirst(site: Site, request: FastifyRequest, reply: FastifyReply) {
  if (!isUnsafe(request.method))
    return reply.redirect(`/anmelden?weiter=${encodeURIComponent(request.url)}`, 303)
  // What cannot be read to its end is shown as far as it came.
  await readMultipart(request, reply).catch(() => undefined)
  const fields = typed(request.body)
  const hadFiles = (request.uploads ?? []).length > 0
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
      <Form action={action}>
        {entriesOf(fields).map(([name, value], index) => (
          <input type="hidden" name={name} value={value} key={index} />
        ))}
        <SubmitButton>{t.errors.sessionResend}</SubmitButton>
      </Form>
      <Typed t={t} fields={fields} />
    </>
  )
}

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

/** Not an id, a choice or an address: what has a space or is long is somebody's own words, and so is every text. */
const isWritten = ([name, value]: readonly [string, string]) =>
  /\S\s+\S/.test(value) || value.length > LONGER_THAN_IDS || (name === "body" && value.trim() !== "")

const LONGER_THAN_IDS = 100

const entriesOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))
