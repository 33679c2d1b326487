import { asc, eq } from "drizzle-orm"
import type { Loader } from "../../accounts/index.ts"
import { dayOf } from "../../kernel/time.ts"
import { groupedCode } from "../certificates/code.ts"
import { certificates } from "../certificates/tables.ts"

/** What a person takes along of their certificates. */
export const certificateChapter: Loader = async (reader, actor) => {
  const rows = await reader
    .select()
    .from(certificates)
    .where(eq(certificates.holderId, actor.id))
    .orderBy(asc(certificates.id))
  return {
    name: "zertifikate",
    tables: ["certificates"],
    title: { de: "Zertifikate", en: "Certificates" },
    labels: {
      programme: { de: "Qualifizierung", en: "Qualification" },
      number: { de: "Nummer", en: "Number" },
      issuedOn: { de: "Ausgestellt am", en: "Issued on" },
      issuer: { de: "Ausgestellt von", en: "Issued by" },
      competences: { de: "Kompetenzen", en: "Competences" },
      hours: { de: "Stunden", en: "Hours" },
      projects: { de: "Lernprojekt", en: "Learning project" },
      sentences: { de: "Sätze", en: "Sentences" },
      revokedOn: { de: "Widerrufen am", en: "Revoked on" },
      revokedReason: { de: "Grund des Widerrufs", en: "Reason of the revocation" },
      showsName: { de: "Prüfung zeigt den Namen", en: "The check shows the name" },
      showsCompetences: { de: "Prüfung zeigt die Kompetenzen", en: "The check shows the competences" },
    },
    rows: rows.map(({ content, code, issuedAt, ...row }) => ({
      programme: content.programme,
      number: groupedCode(code),
      issuedOn: dayOf(issuedAt),
      issuer: content.issuer,
      competences: content.competences.map(({ name, level }) => `${name[actor.locale]}: ${level}`).join("\n"),
      hours: content.hours ?? null,
      projects: content.projects?.join("\n") ?? null,
      sentences: content.sentences.join("\n"),
      revokedOn: row.revokedOn,
      revokedReason: row.revokedReason,
      showsName: row.showsName,
      showsCompetences: row.showsCompetences,
    })),
  }
}
