import type { Locale } from "../../kernel/actor.ts"
import type { Passage } from "../../kernel/pdf-paper.ts"

/** „Basic“ (1), „Intermediate“ (2), …; of a scale of eight steps each stands for two. */
const bands = (levels: readonly string[], scale: number, open: string, close: string) => {
  const steps = (at: number) => (scale > levels.length ? `${2 * at + 1}–${2 * at + 2}` : at + 1)
  return levels.map((name, at) => `${open}${name}${close} (${steps(at)})`).join(", ")
}

/** What stands on the document, in its own language. */
const de = {
  title: "Zertifikat",
  completed: (programme: Passage, from: string, until: string): (string | Passage)[] => [
    "hat die Qualifizierung „",
    programme,
    `“ vom ${from} bis zum ${until} abgeschlossen.`,
  ],
  competences: "Kompetenzen",
  hours: (hours: string) => `Umfang: ${hours} Stunden an gemeinsamen Terminen.`,
  project: (title: Passage): (string | Passage)[] => ["Lernprojekt: „", title, "“."],
  gained: (level: string, start: string) => `${level} (am Anfang ${start})`,
  competencesLead: (scale: number) =>
    `Festgestellt in einer Kompetenzbilanzierung, gemeinsam von der lernenden Person und der Lernbegleitung, auf einer Skala von 0 bis ${scale}:`,
  framework: (name: string, levels: readonly string[], scale: number) =>
    `${name}: Bezeichnungen in eigener Übersetzung. Die Stufen heißen dort ${bands(levels, scale, "„", "“")}; die Namen und Beschreibungen hier sind unsere. Eine Stufe 0 gibt es dort nicht.`,
  columns: ["Kompetenz", "Stufe", "Was das heißt"],
  level: (level: number, name: string) => `${level}: ${name}`,
  sentences: "Gemeinsam festgehalten",
  issued: (issuer: string, day: string) => `Ausgestellt am ${day} von ${issuer} (Lernbegleitung).`,
  number: (code: string) => `Nummer: ${code}`,
  check: "Ob dieses Zertifikat gültig ist, kann jede Person mit seiner Nummer prüfen:",
  badge: "Für die Person, die es erhalten hat, gibt es dieses Zertifikat auch als Open Badge:",
  qr: "QR-Code mit der Adresse, unter der dieses Zertifikat geprüft werden kann",
  revoked: (day: string) => `Dieses Zertifikat wurde am ${day} widerrufen.`,
  footer: (code: string) => `Zertifikat ${code}`,
  fileName: "Zertifikat",
}

const en: typeof de = {
  title: "Certificate",
  completed: (programme, from, until) => [
    "has completed the qualification “",
    programme,
    `” from ${from} to ${until}.`,
  ],
  competences: "Competences",
  hours: (hours) => `Extent: ${hours} hours of common dates.`,
  project: (title) => ["Learning project: “", title, "”."],
  gained: (level, start) => `${level} (at the start ${start})`,
  competencesLead: (scale) =>
    `As found in a competence assessment, by the learner and the facilitator together, on a scale from 0 to ${scale}:`,
  framework: (name, levels, scale) =>
    `${name}: the names of competences are those of the framework. It calls the levels ${bands(levels, scale, "“", "”")}; the names and descriptions here are ours. It has no level 0.`,
  columns: ["Competence", "Level", "What it means"],
  level: (level, name) => `${level}: ${name}`,
  sentences: "What was agreed",
  issued: (issuer, day) => `Issued on ${day} by ${issuer} (facilitator).`,
  number: (code) => `Number: ${code}`,
  check: "Anybody can check with its number whether this certificate is valid:",
  badge: "Its holder can have this certificate as an Open Badge, too:",
  qr: "QR code with the address at which this certificate can be checked",
  revoked: (day) => `This certificate was revoked on ${day}.`,
  footer: (code) => `Certificate ${code}`,
  fileName: "Certificate",
}

export const certificateWords = (locale: Locale) => (locale === "de" ? de : en)
