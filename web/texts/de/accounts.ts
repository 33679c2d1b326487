import { administration } from "./accounts-administration.ts"
import { audit } from "./accounts-audit.ts"
import { directories } from "./accounts-directories.ts"
import { peopleImport } from "./accounts-import.ts"
import { ldap } from "./accounts-ldap.ts"
import { leaving } from "./accounts-leaving.ts"
import { retention } from "./accounts-retention.ts"
import { services, tokens } from "./accounts-tokens.ts"
import { factors } from "./factors.ts"
import { providers } from "./providers.ts"

/** Signing in, passwords, one's own profile and the set-up; what the administration does has files of its own. */
export const accounts = {
  administration,
  audit,
  directories,
  peopleImport,
  ldap,
  leaving,
  retention,
  tokens,
  services,
  factors,
  providers,
  signIn: {
    title: "Anmelden",
    lead: "Bitte melden Sie sich mit der E-Mail-Adresse und dem Kennwort an, die Sie für dieses Forum haben.",
    submit: "Anmelden",
    forgotten: "Kennwort vergessen?",
    noAccount: "Sie haben noch keinen Zugang? Ihre Administration richtet ihn ein.",
    failedTitle: "Die Anmeldung hat nicht geklappt",
    throttled: (minutes: number) =>
      minutes === 1
        ? "Das waren zu viele Versuche. Bitte warten Sie eine Minute."
        : `Das waren zu viele Versuche. Bitte warten Sie ${minutes} Minuten.`,
    throttledHint:
      "Es eilt? Über „Kennwort vergessen?“ kommen Sie mit einem Link aus einer E-Mail sofort hinein.",
  },
  trial: {
    title: "Ansehen als …",
    lead: "Dies ist ein Probebetrieb mit erfundenen Personen. Wählen Sie, in wessen Rolle Sie sich umsehen möchten. Ein Kennwort brauchen Sie nicht.",
    tip: "Öffnen Sie ein zweites, privates Fenster als andere Person. So erleben Sie Frage und Antwort nebeneinander.",
    hints: "Gut zu wissen",
    mailsText:
      "Niemand erhält hier echte E-Mails. Einladungen und Benachrichtigungen lesen Sie auf einer eigenen Seite.",
    mails: "E-Mails des Probebetriebs lesen",
    withPassword: "Mit E-Mail-Adresse und Kennwort anmelden",
    choose: "Ansehen",
    as: (name: string) => `als ${name}`,
    nowhere: "gehört zu keiner Abteilung",
    groups: {
      ask: {
        title: "Fragen und nachlesen",
        text: "Sachbearbeitung: stellt Fachfragen, liest nach, teilt gute Praxis und hilft Kolleginnen und Kollegen.",
      },
      answer: {
        title: "Fachlich antworten",
        text: "Fachansprechpersonen: sehen die offenen Fragen ihrer Abteilung und antworten für sie.",
      },
      lead: {
        title: "Leiten, begleiten und verwalten",
        text: "Führungskräfte kündigen an, Lernbegleitungen begleiten von außen, die Administration richtet ein.",
      },
    },
  },
  password: {
    forgottenTitle: "Kennwort vergessen",
    forgottenLead:
      "Geben Sie Ihre E-Mail-Adresse ein. Sie erhalten eine E-Mail mit einem Link, über den Sie ein neues Kennwort festlegen.",
    send: "Link anfordern",
    backToSignIn: "Zurück zur Anmeldung",
    mailsOfTrial: "Im Probebetrieb lesen Sie die E-Mails hier.",
    invitationTitle: "Kennwort festlegen",
    resetTitle: "Neues Kennwort festlegen",
    welcome: (name: string) => `Willkommen, ${name}! Wählen Sie ein Kennwort, danach sind Sie angemeldet.`,
    again: (name: string) =>
      `Guten Tag, ${name}. Nach dem Festlegen sind Sie angemeldet, auf anderen Geräten abgemeldet.`,
    rules: (shortest: number) =>
      `Mindestens ${shortest} Zeichen; alle Zeichen sind erlaubt, auch Leerzeichen. Gut sind vier Wörter, die nichts miteinander zu tun haben. Nicht erlaubt sind Ihr Name und häufig verwendete Kennwörter. Sie können aus einem Kennwortspeicher einfügen.`,
    set: "Kennwort festlegen",
    goneTitle: "Dieser Link gilt nicht mehr",
    goneText:
      "Er wurde schon benutzt, ist abgelaufen, oder es gibt einen neueren. Das ist kein Problem: Fordern Sie einfach einen neuen an.",
    changeTitle: "Kennwort ändern",
    changeLead: "Auf allen anderen Geräten werden Sie dabei abgemeldet.",
    noneYet: "Noch kein Kennwort, oder vergessen? Neuen Link anfordern",
    change: "Kennwort ändern",
  },
  profile: {
    title: "Profil",
    self: {
      title: "Ihre Angaben",
      name: "Name",
      email: "E-Mail-Adresse",
      roles: "Rollen",
      none: "keine",
      changedBy: "Diese Angaben ändert die Administration.",
    },
    language: { title: "Sprache", label: "In welcher Sprache möchten Sie das Forum lesen?" },
    mails: {
      title: "Benachrichtigungen",
      text: "Sofort, einmal am Tag, einmal in der Woche oder nie: Wann Sie E-Mails bekommen, wählen Sie selbst, auch Ruhezeiten.",
      link: "E-Mails einstellen",
      setForAll: "Das ist für alle so eingestellt.",
    },
    password: {
      title: "Kennwort",
      text: "Ändern Sie Ihr Kennwort, wenn es jemand anderes kennen könnte. Regelmäßig wechseln müssen Sie es nicht.",
    },
    sessions: {
      title: "Sitzungen",
      text: "Auf diesen Geräten sind Sie angemeldet. Erkennen Sie eines nicht, melden Sie es ab und ändern Sie Ihr Kennwort.",
      unknown: "Unbekanntes Gerät",
      since: "angemeldet seit",
      until: (day: string) => `läuft ohne weitere Anmeldung am ${day} ab`,
      current: "Diese Sitzung",
      end: "Abmelden",
      endOthers: "Auf allen anderen Geräten abmelden",
      confirmOthers: "Möchten Sie sich auf allen anderen Geräten abmelden?",
    },
    privacy: {
      title: "Datenschutz",
      text: "Gespeichert sind Ihre Angaben von dieser Seite und Ihre Beiträge mit Namen und Zeitpunkt. Nicht gespeichert wird, wann Sie zuletzt da waren, was Sie lesen und wie schnell Sie antworten.",
      stored: "Was über mich gespeichert ist",
    },
  },
  setup: {
    title: "Einrichtung",
    lead: "Dieses Forum ist noch leer. In drei Schritten richten Sie es ein; alles außer dem Code können Sie später ändern.",
    code: {
      legend: "1. Nachweis",
      hint: "Der Code steht in der Ausgabe des Servers, zum Beispiel ABCDE-FGHJK-LMNPQ-RSTVW. Er gilt bis zum nächsten Start.",
    },
    forum: {
      legend: "2. Ihr Forum",
      nameHint: "Er steht auf jeder Seite.",
      departmentsHint: "Eine je Zeile. Ordnen und umbenennen können Sie sie danach.",
    },
    admin: {
      legend: "3. Erste Administration",
      hint: "Mit diesem Zugang legen Sie danach weitere Personen an.",
      department: "Ihre Abteilung",
      departmentHint:
        "Genau so geschrieben wie oben. Leer lassen, wenn Sie zu keiner gehören: Dann verwalten Sie nur und lesen keine Beiträge.",
    },
    submit: "Forum einrichten",
  },
}
