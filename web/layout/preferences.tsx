import type { Locale } from "../../server/kernel/actor.ts"
import { useReader } from "./context.ts"
import { Icon, type IconName } from "./icon.tsx"

export type Theme = "light" | "dark" | "auto"

const themes: { value: Theme; icon?: IconName }[] = [
  { value: "auto" },
  { value: "light", icon: "sun" },
  { value: "dark", icon: "moon" },
]

/** Language and appearance, each a small form: `POST /sprache` and `POST /darstellung`. */
export function Preferences(props: { locale: Locale; theme: Theme; path: string }) {
  const { t } = useReader()
  return (
    <div class="ff-preferences">
      <form method="post" action="/sprache">
        <Choice label={t.shell.language.label} path={props.path}>
          {(["de", "en"] as const).map((locale) => (
            <button
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              key={locale}
              aria-pressed={locale === props.locale}
            >
              {t.shell.language[locale]}
            </button>
          ))}
        </Choice>
      </form>
      <form method="post" action="/darstellung">
        <Choice label={t.shell.theme.label} path={props.path}>
          {themes.map(({ value, icon }) => (
            <button type="submit" name="theme" value={value} key={value} aria-pressed={value === props.theme}>
              {icon && <Icon name={icon} size={16} />}
              {t.shell.theme[value]}
            </button>
          ))}
        </Choice>
      </form>
    </div>
  )
}

function Choice(props: { label: string; path: string; children: preact.ComponentChildren }) {
  return (
    <fieldset class="ff-choice">
      <legend>{props.label}</legend>
      <input type="hidden" name="returnTo" value={props.path} />
      <div class="ff-choice__options">{props.children}</div>
    </fieldset>
  )
}
