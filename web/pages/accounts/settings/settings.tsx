import type { FastifyReply, FastifyRequest } from "fastify"
import {
  changeInstallation,
  type Installation,
  InstallationChange,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { html } from "../../../../server/kernel/schemas.ts"
import { type Fields, FormOf, orNull, textOf } from "../../../forms.ts"
import { landOptions } from "../../../lands.ts"
import {
  Badge,
  Buttons,
  Card,
  ErrorSummary,
  Field,
  FieldGroup,
  Form,
  List,
  PageTitle,
  Row,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt } from "../attempt.ts"
import { common, type Shown } from "../fields.tsx"
import { PAGES } from "./pages.ts"

export const SETTINGS = "/verwaltung/einstellungen"
const LABELS = ["deOne", "deMany", "enOne", "enMany"] as const
const SettingsForm = FormOf("name", ...LABELS, "land", "mailWithoutContent")

export function settingsPage(app: App, site: Site): void {
  app.get(SETTINGS, { config: adminPage, schema: { response: html } }, async (request, reply) => {
    const fields = asStored(await readInstallation(site.db))
    return showSettings(site, request, reply, { fields, errors: [] })
  })

  app.post(
    SETTINGS,
    { config: adminPage, schema: { body: SettingsForm, response: html } },
    async (request, reply) => {
      const { failed } = await attempt(
        texts(request.locale),
        InstallationChange,
        inputOf(request.body),
        (value) => changeInstallation(site.db, request.actor, value),
        fieldOf,
      )
      if (!failed) return goTo(reply, SETTINGS, "saved")
      const shown = { fields: request.body, errors: failed.errors }
      return showSettings(site, request, reply, shown, failed.status)
    },
  )
}

const asStored = ({ name, departmentLabel: { de, en }, land, mailWithoutContent }: Installation): Fields => ({
  name,
  deOne: de.one,
  deMany: de.many,
  enOne: en.one,
  enMany: en.many,
  land: land ?? "",
  mailWithoutContent: String(mailWithoutContent),
})

function inputOf(fields: Fields) {
  const text = (name: string) => textOf(fields, name).trim()
  return {
    name: text("name"),
    departmentLabel: {
      de: { one: text("deOne"), many: text("deMany") },
      en: { one: text("enOne"), many: text("enMany") },
    },
    land: orNull(text("land")),
    mailWithoutContent: text("mailWithoutContent") === "true",
  }
}

/** "departmentLabel.de.one" is the field `deOne`. */
function fieldOf(path: string): string {
  const [first = path, locale, number] = path.split(".")
  const field = LABELS.find((name) => name.toLowerCase() === `${locale}${number}`.toLowerCase())
  return first === "departmentLabel" && field ? field : first
}

async function showSettings(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
  status = 200,
) {
  const installation = await readInstallation(site.db)
  const content = (t: Texts) => {
    const { title } = t.accounts.administration.settings
    return {
      title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(title) : title,
      current: "administration",
      width: "reading" as const,
      breadcrumb: underAdministration(t, title),
      children: (
        <>
          <ErrorSummary errors={shown.errors} />
          <PageTitle>{title}</PageTitle>
          <SettingsFields shown={shown} />
          <PageTexts installation={installation} />
        </>
      ),
    }
  }
  return show(site, request, reply, content, status)
}

function SettingsFields({ shown }: { shown: Shown }) {
  const { t } = useReader()
  const words = t.accounts.administration.settings
  return (
    <Form action={SETTINGS}>
      <Field
        {...common(shown, "name", t)}
        label={words.name}
        hint={words.nameHint}
        maxlength={80}
        autocomplete="off"
      />
      <FieldGroup legend={words.label} hint={words.labelHint}>
        <div class="ff-form-row">
          {LABELS.map((name) => (
            <Field
              {...common(shown, name, t)}
              label={words[name]}
              maxlength={40}
              autocomplete="off"
              key={name}
            />
          ))}
        </div>
      </FieldGroup>
      <Field
        {...common(shown, "land", t)}
        type="select"
        label={words.land}
        hint={words.landHint}
        placeholder={words.landNone}
        options={landOptions(t)}
        needed={false}
      />
      <Field
        type="checkbox"
        name="mailWithoutContent"
        label={words.mails}
        hint={words.mailsHint}
        checked={textOf(shown.fields, "mailWithoutContent") === "true"}
      />
      <Buttons>
        <SubmitButton>{t.shell.form.save}</SubmitButton>
      </Buttons>
    </Form>
  )
}

function PageTexts({ installation }: { installation: Installation }) {
  const { t } = useReader()
  const words = t.accounts.administration.settings
  return (
    <Card title={words.texts} id="texte" icon="edit">
      <p>{words.textsLead}</p>
      <List label={words.texts}>
        {Object.entries(PAGES).map(([path, { page }]) => {
          const own = (["de", "en"] as const).filter((locale) => installation.pages[page]?.[locale])
          return (
            <Row
              href={`${SETTINGS}/texte/${path}`}
              title={words.pages[page]}
              badges={(["de", "en"] as const).map((locale) => (
                <Badge kind={own.includes(locale) ? "success" : "neutral"} key={locale}>
                  {`${t.accounts.audit.values[locale]}: ${own.includes(locale) ? words.own : words.shipped}`}
                </Badge>
              ))}
              key={path}
            />
          )
        })}
      </List>
    </Card>
  )
}
