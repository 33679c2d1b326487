import type { FastifyReply, FastifyRequest } from "fastify"
import { changePassword, findMe, PasswordBySelf, renewMark } from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../../forms.ts"
import {
  Breadcrumb,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { attempt } from "../attempt.ts"
import { EMPTY, PasswordField, type Shown } from "../fields.tsx"

const PATH = "/profil/kennwort"
const PasswordForm = FormOf("username", "currentPassword", "newPassword")
const config = { access: "signed-in", page: true } as const

export function ownPasswordPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { response: html } }, async (request, reply) =>
    showPassword(site, request, reply, EMPTY),
  )

  app.post(PATH, { config, schema: { body: PasswordForm, response: html } }, async (request, reply) => {
    const input = {
      currentPassword: textOf(request.body, "currentPassword"),
      newPassword: textOf(request.body, "newPassword"),
    }
    const { failed } = await attempt(texts(request.locale), PasswordBySelf, input, (value) =>
      changePassword(site.db, request.actor, value),
    )
    if (!failed) {
      const cookie = await renewMark(request, site.sessions)
      return goTo(reply.header("set-cookie", cookie), "/profil#kennwort", "password-changed")
    }
    return showPassword(site, request, reply, { fields: {}, errors: failed.errors }, failed.status)
  })
}

async function showPassword(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
  status = 200,
) {
  const { email } = await findMe(site.db, request.actor)
  const content = (t: Texts) => {
    const title = t.accounts.password.changeTitle
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      width: "reading" as const,
      breadcrumb: (
        <Breadcrumb trail={[{ label: t.accounts.profile.title, href: "/profil" }, { label: title }]} />
      ),
      children: <PasswordPage email={email} shown={shown} />,
    }
  }
  return show(site, request, reply, content, status)
}

function PasswordPage({ email, shown }: { email: string; shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.password
  return (
    <>
      <ErrorSummary errors={shown.errors} />
      <PageTitle lead={<p>{words.changeLead}</p>}>{words.changeTitle}</PageTitle>
      <Form action={PATH}>
        {/* For password managers, so that they keep the password with the address it belongs to. */}
        <input type="text" name="username" value={email} autocomplete="username" readonly hidden />
        <PasswordField shown={shown} name="currentPassword" />
        <PasswordField shown={shown} name="newPassword" isNew />
        <Buttons>
          <SubmitButton>{words.change}</SubmitButton>
          <LinkButton href="/profil" kind="tertiary">
            {t.shell.form.cancel}
          </LinkButton>
        </Buttons>
      </Form>
      <p>
        <a href="/kennwort/vergessen">{words.noneYet}</a>
      </p>
    </>
  )
}
