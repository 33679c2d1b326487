import type { Locale } from "../../kernel/actor.ts"
import { dateFormat } from "../../kernel/formats.ts"

type Left = {
  person: string
  cohort: string
  address: string
  hasLonely: boolean
  mailWithoutContent: boolean
}
type Removed = { cohort: string; dueOn: string; address: string; mailWithoutContent: boolean }

/** For facilitators. */
export function leftMail(locale: Locale, left: Left): { subject: string; text: string } {
  const { person, cohort, address, hasLonely, mailWithoutContent } = left
  const rounds = `${address}/kompetenzbilanzen`
  if (locale === "en")
    return {
      subject: "Somebody has left your cohort",
      text: letter([
        "Hello,",
        mailWithoutContent
          ? "somebody has left your cohort."
          : `${person} does not belong to your cohort “${cohort}” any more.`,
        hasLonely && `A round of the competence assessment has no peer now. Please plan it anew: ${rounds}`,
        `To the cohort: ${address}`,
      ]),
    }
  return {
    subject: "Jemand hat Ihre Lerngruppe verlassen",
    text: letter([
      "Guten Tag,",
      mailWithoutContent
        ? "jemand hat Ihre Lerngruppe verlassen."
        : `${person} gehört nicht mehr zu Ihrer Lerngruppe „${cohort}“.`,
      hasLonely &&
        `In einer Runde der Kompetenzbilanzierung fehlt nun die zweite lernende Person. Bitte planen Sie sie neu: ${rounds}`,
      `Zur Lerngruppe: ${address}`,
    ]),
  }
}

/** For whoever was taken out. */
export function removedMail(locale: Locale, removed: Removed): { subject: string; text: string } {
  const { cohort, dueOn, address, mailWithoutContent } = removed
  const day = dateFormat(locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(dueOn))
  if (locale === "en")
    return {
      subject: "You do not belong to a cohort any more",
      text: letter([
        "Hello,",
        mailWithoutContent
          ? "you do not belong to your cohort any more."
          : `you do not belong to the cohort “${cohort}” any more.`,
        `What you wrote for yourself in it will be deleted on ${day}. Until then you can take it along: ${address}`,
        "A certificate stays.",
      ]),
    }
  return {
    subject: "Sie gehören nicht mehr zu einer Lerngruppe",
    text: letter([
      "Guten Tag,",
      mailWithoutContent
        ? "Sie gehören nicht mehr zu Ihrer Lerngruppe."
        : `Sie gehören nicht mehr zur Lerngruppe „${cohort}“.`,
      `Was Sie dort für sich geschrieben haben, wird am ${day} gelöscht. Bis dahin können Sie es mitnehmen: ${address}`,
      "Ein Zertifikat bleibt.",
    ]),
  }
}

const letter = (paragraphs: (string | false)[]) => paragraphs.filter((one) => one !== false).join("\n\n")
