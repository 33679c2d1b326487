import type { Locale } from "../kernel/actor.ts"
import { dateFormat } from "../kernel/formats.ts"
import type { RollOut } from "./outside.ts"

/** The first wording of a starting signal; whoever releases it changes it as they like. */
const WORDS = {
  de: {
    title: (day: string) => `Ab ${day} fragen wir im Fachforum`,
    from: (day: string) =>
      `**Ab ${day} nehmen die unten genannten Kategorien den Platz von E-Mail und Telefon ein.** So lesen alle mit, was jemand gefragt hat, und die Antwort bleibt auffindbar. Wenn Gefahr im Verzug ist, gilt weiter das Telefon.`,
    help: "Wer hilft",
    rules: "Nutzungsregeln",
    rulesText: "Was wir miteinander vereinbart haben, steht in den [Nutzungsregeln](/nutzungsregeln).",
    changed: "Sie haben gesagt – wir haben geändert",
    said: (words: string) => `„${words}“`,
  },
  en: {
    title: (day: string) => `From ${day} we ask in the forum`,
    from: (day: string) =>
      `**From ${day} the categories named below take the place of e-mail and telephone.** So everybody reads what somebody has asked, and the answer can be found again. In an emergency the telephone still counts.`,
    help: "Who helps",
    rules: "Rules of use",
    rulesText: "What we have agreed upon is written in the [rules of use](/nutzungsregeln).",
    changed: "You said – we changed",
    said: (words: string) => `“${words}”`,
  },
}

export function composeRollOut(
  { startOn, messages, help, changes }: RollOut,
  locale: Locale,
): { title: string; body: string } {
  const words = WORDS[locale]
  const format = dateFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  const day = format.format(new Date(`${startOn}T00:00:00Z`))
  const parts = [
    ...messages,
    words.from(day),
    help.trim() !== "" && `## ${words.help}\n\n${help.trim()}`,
    `## ${words.rules}\n\n${words.rulesText}`,
    changes.length > 0 &&
      `## ${words.changed}\n\n${changes.map((change) => lineOf(words, change)).join("\n")}`,
  ]
  return { title: words.title(day), body: parts.filter(Boolean).join("\n\n") }
}

const lineOf = (words: (typeof WORDS)[Locale], { said, changed }: RollOut["changes"][number]) =>
  `- ${words.said(onOneLine(said))} – ${onOneLine(changed)}`

const onOneLine = (text: string) => text.trim().replace(/\s+/g, " ")
