import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"

const PURPOSE = {
  de: "bescheinigen, was jemand gelernt hat, und prüfbar machen, ob das Zertifikat gilt",
  en: "certifying what somebody has learned, and letting others check whether it is valid",
}
const RETENTION = {
  de: "bis wer es erhalten hat, es löscht; ein Zertifikat überdauert Lerngruppe und Konto, und beim Ausscheiden wird gewählt, ob es bleibt",
  en: "until its holder deletes it; a certificate outlives cohort and account, and whoever leaves chooses whether it stays",
}

export const certificatesCatalogue: CatalogueEntry[] = [
  impersonal("deleted_badges", "status_index"),
  impersonal(
    "certificates",
    "id",
    "programme_id",
    "version",
    "status_index",
    "achievement_id",
    "achievement",
  ),
  {
    table: "certificates",
    columns: ["code", "content", "holder_id", "member_id", "cohort_id", "issuer_id", "issued_at"],
    leaving: { holder_id: "unnamed", issuer_id: "stays" },
    // A certificate belongs to its holder, and is as it was issued: whoever issued it goes on being named.
    keepsNames: true,
    field: {
      de: "Zertifikate: Nummer, Name, Programm, Zeitraum, Stunden, Lernprojekt, Kompetenzen mit Stufe und Zugewinn, Sätze, wer es wann ausgestellt hat",
      en: "Certificates: number, name, programme, period, hours, learning project, competences with level and gain, sentences, who issued it when",
    },
    purpose: PURPOSE,
    readers: {
      de: "wer es erhalten und wer es ausgestellt hat; dass es eines gibt, auch die Lernbegleitung der Lerngruppe",
      en: "its holder and whoever issued it; that it exists, also the facilitators of the cohort",
    },
    retention: RETENTION,
  },
  {
    table: "certificates",
    columns: ["revoked_on", "revoked_reason", "revoker_id"],
    leaving: { revoker_id: "stays" },
    field: { de: "Zertifikate: Widerruf mit Grund", en: "Certificates: revocation with its reason" },
    purpose: PURPOSE,
    readers: {
      de: "dieselben; dass es widerrufen ist, alle, die seine Nummer haben",
      en: "the same; that it is revoked, everybody who has its number",
    },
    retention: RETENTION,
  },
  {
    table: "certificates",
    columns: ["identity_hash", "identity_salt"],
    field: {
      de: "Open Badges: gesalzene Prüfsumme der E-Mail-Adresse am Tag der Ausstellung",
      en: "Open Badges: salted hash of the e-mail address on the day of issue",
    },
    purpose: {
      de: "zeigen können, dass ein Badge einem gehört, ohne dass er jemanden nennt",
      en: "proving that a badge is one’s own although it names nobody",
    },
    readers: {
      de: "alle, denen die Person ihren Badge gibt",
      en: "everybody to whom the person gives the badge",
    },
    retention: RETENTION,
  },
  {
    table: "certificates",
    columns: ["shows_name", "shows_competences"],
    field: {
      de: "Zertifikate: was die öffentliche Prüfung zeigen darf",
      en: "Certificates: what the public check may show",
    },
    purpose: PURPOSE,
    readers: { de: "wer es erhalten hat", en: "its holder" },
    retention: RETENTION,
  },
]
