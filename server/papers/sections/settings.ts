import type { Config } from "../../kernel/config.ts"
import { sectionOf, tablePart } from "../parts.ts"
import type { FolderSection } from "../schema.ts"

export type FolderConfig = Pick<
  Config,
  | "trial"
  | "publicUrl"
  | "secure"
  | "meiliUrl"
  | "smtpUrl"
  | "mailIn"
  | "mailbox"
  | "handOver"
  | "journalKeyFile"
  | "badgeKeyFile"
  | "metricsPort"
  | "logLevel"
  | "fileQuotaBytes"
>

/** How this installation is set up, as far as it changes what is stored, sent or shown. */
export function settingsSection(config: FolderConfig): FolderSection {
  const takesMail = config.mailIn !== null && (config.mailbox !== null || config.handOver !== null)
  const settings = [
    ["Betriebsart", config.trial ? "Probebetrieb mit Beispieldaten, ohne Kennwörter" : "Betrieb"],
    ["Adresse", config.publicUrl],
    ["Übertragung", config.secure ? "verschlüsselt (https)" : "unverschlüsselt (http)"],
    [
      "Suche",
      config.meiliUrl
        ? "Meilisearch, daneben PostgreSQL; die Texte stehen in beiden"
        : "PostgreSQL; Texte verlassen die Datenbank nicht",
    ],
    ["E-Mails gehen hinaus", config.smtpUrl ? "über einen Mailserver" : "nicht; sie werden zu Dateien"],
    ["E-Mails an das Forum", takesMail ? "werden gelesen und zu Beiträgen" : "werden nicht angenommen"],
    [
      "Lerntagebuch",
      config.journalKeyFile
        ? "eingerichtet, mit Schlüsseln außerhalb von Datenbank und Sicherung"
        : config.trial
          ? "eingerichtet, mit einem Schlüssel des Probebetriebs"
          : "nicht eingerichtet",
    ],
    ["Digitale Nachweise (Open Badges)", config.badgeKeyFile ? "eingerichtet" : "nicht eingerichtet"],
    [
      "Messwerte",
      config.metricsPort === null ? "ausgeschaltet" : "eingeschaltet; sie zählen Anfragen, nie Personen",
    ],
    ["Stufe des technischen Protokolls", config.logLevel],
    ["Dateien je Person", `höchstens ${config.fileQuotaBytes / (1024 * 1024)} MB`],
  ] as const
  return sectionOf(
    "einrichtung",
    "Wie diese Installation eingerichtet ist",
    tablePart(
      null,
      ["Einstellung", "Stand"],
      [4, 8],
      settings.map(([name, value]) => ({ key: name, cells: [name, value] })),
      "Aus den Einstellungen des Betriebs, mit denen diese Mappe erzeugt wurde. Was die Administration auf der Seite „Einstellungen“ wählt, etwa „E-Mails ohne Inhalt“, steht dort.",
    ),
  )
}
