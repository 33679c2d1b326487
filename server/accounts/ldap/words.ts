import type { Locale } from "../../kernel/actor.ts"
import type { LdapFaultCode } from "./faults.ts"

/** Why a directory could not be read, or was not taken over: for pages, mails and the command line. */
const de: Record<LdapFaultCode, string> = {
  unreachable: "Der Server antwortet nicht.",
  certificate:
    "Dem Zertifikat des Servers wird nicht vertraut, oder es gehört zu einem anderen Namen. Tragen Sie die eigene Zertifizierungsstelle ein.",
  credentials: "Name oder Kennwort des lesenden Kontos stimmt nicht.",
  denied:
    "Der Server lehnt das ab. Vielleicht darf das Konto nicht lesen, oder der Server verlangt eine verschlüsselte Verbindung.",
  base: "Die Suchbasis gibt es dort nicht, oder sie ist kein gültiger Name.",
  filter: "Ein Filter ist nicht richtig geschrieben.",
  limit:
    "Der Server hat die Antwort abgebrochen, weil sie ihm zu lang ist. Erlauben Sie dem lesenden Konto mehr Einträge.",
  secret:
    "Das Kennwort des lesenden Kontos fehlt, oder es lässt sich nicht mehr öffnen. Geben Sie es bitte ein.",
  failed: "Der Server hat einen Fehler gemeldet.",
  empty: "Der Filter findet niemanden. Nichts wurde geändert.",
  unidentified:
    "Mindestens eine Person hat keine Kennung, oder zwei haben dieselbe. Nichts wurde geändert. Prüfen Sie das Attribut der Kennung.",
  "too-many": "Mehr als ein Viertel der Personen würde deaktiviert. Nichts wurde geändert.",
  lockout: "Danach käme niemand von der Administration mehr hinein. Nichts wurde geändert.",
}

const en: typeof de = {
  unreachable: "The server does not answer.",
  certificate:
    "The server's certificate is not trusted, or belongs to another name. Enter your own certification authority.",
  credentials: "Name or password of the reading account is wrong.",
  denied:
    "The server refuses. Perhaps the account may not read, or the server demands an encrypted connection.",
  base: "There is no such base for the search, or it is no valid name.",
  filter: "A filter is not written correctly.",
  limit:
    "The server cut the answer off because it is too long for it. Allow the reading account more entries.",
  secret: "The reading account's password is missing, or can no longer be opened. Please enter it.",
  failed: "The server reported an error.",
  empty: "The filter finds nobody. Nothing was changed.",
  unidentified:
    "At least one person has no id, or two have the same one. Nothing was changed. Check the attribute of the id.",
  "too-many": "More than a quarter of the people would be deactivated. Nothing was changed.",
  lockout: "Afterwards nobody of the administration could come in. Nothing was changed.",
}

export const LDAP_FAULT_WORDS: Record<Locale, typeof de> = { de, en }
