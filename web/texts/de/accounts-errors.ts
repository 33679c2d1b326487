import type { AccountCode } from "../../../server/accounts/index.ts"

/** What the accounts module refuses, and what to do about it. */
export const accountsErrors = {
  "departments.name-taken": "Diesen Namen gibt es hier schon. Bitte wählen Sie einen anderen.",
  "departments.parent-unknown": "Die übergeordnete Abteilung gibt es nicht. Bitte wählen Sie eine andere.",
  "departments.parent-archived": "Die übergeordnete Abteilung ist archiviert. Bitte wählen Sie eine andere.",
  "departments.cycle":
    "Eine Abteilung kann nicht unter sich selbst oder unter einer ihrer eigenen Abteilungen stehen.",
  "departments.has-children":
    "Archivieren Sie zuerst die Abteilungen darunter, oder ordnen Sie sie anders zu.",
  "departments.has-people": "Hier gibt es noch aktive Personen. Ordnen Sie diese zuerst anders zu.",
  "people.email-taken": "Mit dieser E-Mail-Adresse gibt es schon eine Person.",
  "people.email-local":
    "Vor dem @ sind keine Umlaute und keine Sonderzeichen anderer Schriften möglich: Viele Mailserver stellen das nicht zu. Nach dem @ dürfen Umlaute stehen.",
  "people.last-admin":
    "Das ist die letzte aktive Person mit der Rolle Administration. Geben Sie die Rolle zuerst einer weiteren Person.",
  "people.department-unknown": "Bitte wählen Sie nur Abteilungen aus der Liste, die nicht archiviert sind.",
  "people.inactive": "Diese Person ist nicht aktiv. Aktivieren Sie sie zuerst wieder.",
  "people.has-password":
    "Diese Person hat schon ein Kennwort. Über „Kennwort vergessen“ kann sie ein neues festlegen.",
  "people.of-directory": "Das legt das Verzeichnis fest, aus dem die Person kommt. Ändern Sie es bitte dort.",
  "people.of-directory-inactive":
    "Diese Person kommt aus einem Verzeichnis. Nur das Verzeichnis kann sie wieder aktivieren.",
  "people.department-of-directory":
    "Wer zu dieser Abteilung gehört, legt ein Verzeichnis fest. Ändern Sie es bitte dort.",
  "people-import.faulty":
    "Inzwischen stimmt etwas an der Datei nicht mehr. Bitte sehen Sie sich die Vorschau noch einmal an.",
  "people-import.broken": "Hier ist ein Anführungszeichen nicht geschlossen, oder eines steht zu viel.",
  "people-import.columns":
    "In der ersten Zeile müssen die Spalten E-Mail und Name stehen (oder Vorname und Nachname), jede nur einmal.",
  "people-import.empty": "Unter den Überschriften steht keine Zeile.",
  "people-import.too-many": "Die Datei hat mehr als 2.000 Zeilen. Bitte teilen Sie sie auf.",
  "people-import.twice": "Diese E-Mail-Adresse steht in der Datei mehrmals.",
  "people-import.formula":
    "Was mit =, +, - oder @ beginnt, hält eine Tabelle für eine Formel. Bitte schreiben Sie es anders.",
  "people-import.role": "Diese Rolle gibt es nicht.",
  "people-import.department": "Eine Abteilung dieses Namens gibt es nicht. Legen Sie sie zuerst an.",
  "people-import.department-unclear": "So heißen mehrere Abteilungen. Bitte verwenden Sie den Kurznamen.",
  "people-import.language": "Möglich sind Deutsch (de) und Englisch (en).",
  "departments.of-directory": "Den Namen legt ein Verzeichnis fest. Ändern Sie ihn bitte dort.",
  "departments.of-directory-archive":
    "Diese Abteilung kommt aus einem Verzeichnis. Entfernen Sie sie dort, oder lösen Sie das Verzeichnis.",
  "directories.name-taken": "Ein Verzeichnis dieses Namens gibt es schon. Bitte wählen Sie einen anderen.",
  "directories.expiry-past": "Dieser Tag ist vorbei. Bitte wählen Sie einen späteren.",
  "directories.expiry-far":
    "Länger als zwei Jahre gilt kein Zugangsschlüssel. Bitte wählen Sie einen früheren Tag.",
  "api-tokens.expiry-past": "Dieser Tag ist vorbei. Bitte wählen Sie einen späteren.",
  "api-tokens.expiry-far":
    "Länger als ein Jahr gilt kein Zugangsschlüssel. Bitte wählen Sie einen früheren Tag.",
  "api-tokens.too-many":
    "Mehr als 20 Zugangsschlüssel sind nicht möglich. Bitte sperren Sie zuerst einen, der nicht mehr gebraucht wird.",
  "directories.insecure":
    "Ohne Verschlüsselung könnte jeder auf dem Weg Kennwörter mitlesen. Bitte nehmen Sie ldaps:// oder StartTLS.",
  "directories.filter":
    "So ist der Filter nicht richtig geschrieben. Jede Bedingung steht in runden Klammern, zum Beispiel (objectClass=person).",
  "directories.no-key":
    "Das Kennwort lässt sich nicht verschlüsselt speichern, weil PROVIDER_KEY_FILE fehlt. Bitte wenden Sie sich an den Betrieb.",
  "directories.secret-again":
    "Server oder Verschlüsselung sind andere als bisher. Bitte geben Sie das Kennwort des lesenden Kontos noch einmal ein.",
  "directories.not-taken-over":
    "Das Verzeichnis wurde nicht übernommen. Der Grund steht unten; nichts wurde geändert.",
  "sign-in.failed": "E-Mail-Adresse oder Kennwort stimmen nicht. Bitte versuchen Sie es noch einmal.",
  "sign-in.throttled":
    "Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde, oder legen Sie über „Kennwort vergessen“ ein neues Kennwort fest.",
  "sign-in.local-off":
    "Mit Kennwort können Sie sich hier nicht mehr anmelden. Bitte nehmen Sie den Anmeldedienst Ihrer Behörde.",
  "sign-in.directory-away":
    "Das Verzeichnis Ihrer Behörde antwortet zurzeit nicht, deshalb lässt sich Ihr Kennwort nicht prüfen. Wer schon angemeldet ist, kann weiterarbeiten. Bitte versuchen Sie es in einigen Minuten noch einmal.",
  "sign-in.factor-needed": "Das Kennwort stimmt. Es fehlt noch der zweite Faktor.",
  "sign-in.set-up-needed":
    "Das Kennwort stimmt. Ihre Rolle verlangt einen zweiten Faktor: Melden Sie sich im Browser an und richten Sie ihn ein.",
  "sign-in.begin-again":
    "Diese Anmeldung hat zu lange gedauert oder wurde schon beendet. Bitte beginnen Sie noch einmal.",
  "factors.code-wrong":
    "Dieser Code stimmt nicht oder wurde schon benutzt. Bitte nehmen Sie den nächsten, den die App zeigt.",
  "factors.throttled":
    "Das waren zu viele Codes. Bitte warten Sie eine Viertelstunde, oder nehmen Sie einen anderen Weg.",
  "factors.passkey-failed": "Der Passkey konnte nicht bestätigt werden. Bitte versuchen Sie es noch einmal.",
  "factors.passkey-late": "Diese Seite war zu lange offen. Bitte versuchen Sie es noch einmal.",
  "factors.passkey-known": "Dieser Passkey ist hier schon hinzugefügt.",
  "factors.too-many":
    "Mehr als zwanzig Passkeys gehen nicht. Entfernen Sie zuerst einen, den Sie nicht mehr brauchen.",
  "factors.last-demanded":
    "Ihre Rolle verlangt einen zweiten Faktor, und das ist Ihr letzter. Richten Sie zuerst einen anderen ein.",
  "factors.no-key": "Das geht hier nicht, weil auf dem Server PROVIDER_KEY_FILE fehlt.",
  "factors.proposal-gone":
    "Diese Seite gilt nicht mehr. Bitte öffnen Sie sie neu und lesen Sie das Bild noch einmal mit der App.",
  "providers.unreachable":
    "Der Anmeldedienst antwortet zurzeit nicht. Wer schon angemeldet ist, kann weiterarbeiten. Bitte versuchen Sie es in einigen Minuten noch einmal.",
  "providers.failed":
    "Die Antwort des Anmeldedienstes war nicht so, wie sie sein muss. Bitte versuchen Sie es noch einmal. Klappt es wieder nicht, sagen Sie es bitte Ihrer Administration.",
  "providers.denied": "Beim Anmeldedienst wurde die Anmeldung abgebrochen oder abgelehnt.",
  "providers.attempt-unknown":
    "Diese Anmeldung hat zu lange gedauert, wurde schon benutzt oder in einem anderen Browser begonnen. Bitte beginnen Sie noch einmal.",
  "providers.not-entitled":
    "Ihr Konto beim Anmeldedienst ist für dieses Forum nicht freigeschaltet. Bitte wenden Sie sich an Ihre Administration.",
  "providers.inactive": "Ihr Konto hier ist nicht aktiv. Bitte wenden Sie sich an Ihre Administration.",
  "providers.no-account":
    "Für Sie gibt es hier noch kein Konto. Ihre Administration richtet es ein; danach verknüpfen Sie es in Ihrem Profil.",
  "providers.name-missing":
    "Der Anmeldedienst hat Ihren Namen nicht mitgeteilt. Bitte sagen Sie das Ihrer Administration.",
  "providers.email-missing":
    "Der Anmeldedienst hat keine E-Mail-Adresse mitgeteilt, die wir verwenden können. Bitte sagen Sie das Ihrer Administration.",
  "providers.email-unconfirmed":
    "Der Anmeldedienst hat Ihre E-Mail-Adresse nicht bestätigt. Lassen Sie sie dort bestätigen. Oder Sie melden sich einmal mit Ihrem Kennwort an und verknüpfen Ihr Konto im Profil.",
  "providers.email-taken":
    "Mit Ihrer E-Mail-Adresse gibt es hier schon ein Konto. Damit es niemand anderes übernimmt, melden Sie sich bitte einmal mit Ihrem Kennwort an und verknüpfen es in Ihrem Profil unter „Anmeldedienste“.",
  "providers.linked-elsewhere":
    "Dieses Konto beim Anmeldedienst ist hier schon mit einer anderen Person verknüpft. Bitte wenden Sie sich an Ihre Administration.",
  "providers.linked-otherwise":
    "Das Konto hier ist schon mit einem anderen Konto beim Anmeldedienst verknüpft. Bitte wenden Sie sich an Ihre Administration.",
  "providers.last-way-in":
    "Das ist Ihr einziger Weg hinein. Legen Sie zuerst ein Kennwort fest, oder verknüpfen Sie einen anderen Anmeldedienst.",
  "providers.logout-invalid": "Das ist keine gültige Abmeldung.",
  "providers.changed": "Das wurde inzwischen geändert.",
  "providers.slug-taken": "Dieses Kürzel gibt es schon. Bitte wählen Sie ein anderes.",
  "providers.issuer-insecure":
    "Die Adresse muss mit https:// beginnen. Ohne Verschlüsselung geht es nur mit einem Dienst auf demselben Rechner.",
  "providers.no-key":
    "Das Geheimnis lässt sich hier nicht speichern, weil PROVIDER_KEY_FILE fehlt. Setzen Sie stattdessen die genannte Umgebungsvariable.",
  "providers.rule-empty": "Bitte wählen Sie eine Rolle oder eine Abteilung: Sonst gibt die Regel nichts.",
  "providers.claims-unreadable":
    'Das ist kein JSON, das mit { beginnt und mit } endet. Ein Beispiel: {"groups": ["wohngeld"]}',
  "providers.none-enabled":
    "Schalten Sie zuerst einen Anmeldedienst ein: Sonst könnte sich niemand mehr anmelden.",
  "providers.no-local-admin":
    "Noch keine aktive Person der Administration hat ein Kennwort. Legen Sie zuerst eines fest.",
  "providers.unproven":
    "Melden Sie sich zuerst selbst über den Anmeldedienst an. So ist sicher, dass Sie wieder hineinkommen.",
  "providers.lockout":
    "Danach käme niemand von der Administration mehr hinein. Erlauben Sie zuerst die Anmeldung mit Kennwort, oder verknüpfen Sie eine weitere Person der Administration.",
  "password.throttled": "Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde.",
  "password.current-wrong": "Das bisherige Kennwort stimmt nicht.",
  "password.of-directory":
    "Ihr Kennwort ist das aus dem Verzeichnis Ihrer Behörde. Bitte ändern Sie es dort.",
  "password.link-invalid":
    "Dieser Link gilt nicht mehr. Über „Kennwort vergessen“ auf der Anmeldeseite erhalten Sie einen neuen.",
  "password.too-similar":
    "Das Kennwort ähnelt zu sehr Ihrem Namen oder Ihrer E-Mail-Adresse. Bitte wählen Sie ein anderes.",
  "password.too-common":
    "Dieses Kennwort ist leicht zu erraten. Gut sind zum Beispiel vier Wörter, die nichts miteinander zu tun haben.",
  "leaving.address-wrong":
    "Das ist nicht die E-Mail-Adresse des Kontos. Bitte geben Sie sie noch einmal ein.",
  "leaving.begun": "Das Ausscheiden hat schon begonnen und lässt sich nicht mehr ändern.",
  "leaving.day-past": "Bitte wählen Sie heute oder einen späteren Tag.",
  "leaving.ordered": "Die Administration hat das Ausscheiden schon vorgesehen. Bitte wenden Sie sich an sie.",
  "hold.subject-unknown": "Diese Person oder dieses Thema gibt es nicht. Bitte prüfen Sie die Kennung.",
  "hold.placed-already": "Dafür gibt es schon eine Sperre.",
  "setup.code-wrong":
    "Der Code stimmt nicht. Es gilt der, den das Programm beim letzten Start ausgegeben hat.",
  "setup.throttled": "Das waren zu viele Versuche. Bitte warten Sie eine Stunde.",
  "setup.department-unknown": "Bitte wählen Sie eine der Abteilungen, die Sie oben angelegt haben.",
} satisfies Record<AccountCode, string>
