import { numberFormat } from "../../../server/kernel/formats.ts"

const number = numberFormat("de", {})
const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${number.format(count)} ${more}`

/** Start page, lists, categories, the department's queue and one's own posts. */
export const lists = {
  start: {
    title: "Start",
    greeting: (name: string) => `Guten Tag, ${name}`,
    forYou: {
      title: "Für Sie",
      nothing: "Gerade wartet nichts auf Sie.",
      askedBack: "Rückfrage an Sie",
      inHand: "In Ihrer Hand",
      reviews: (count: number) =>
        count === 1
          ? "Eine Antwort Ihrer Abteilung ist zu prüfen"
          : `${number.format(count)} Antworten Ihrer Abteilung sind zu prüfen`,
      review: "Wiedervorlage",
      agreement: "Abstimmung erwartet",
      approval: "Freigabe erwartet",
      report: (cohort: string) => `Rückmeldung der Lerngruppe ${cohort}`,
      roleRequests: (count: number) =>
        count === 1
          ? "Ein Antrag auf eine Rolle wartet auf Ihre Entscheidung"
          : `${number.format(count)} Anträge auf eine Rolle warten auf Ihre Entscheidung`,
      roleRequest: "Antrag",
      drafts: (count: number) =>
        count === 1
          ? "Eine Änderung der Struktur ist noch nicht freigegeben"
          : `${number.format(count)} Änderungen der Struktur sind noch nicht freigegeben`,
      date: "Nächster Termin",
      unread: "Neu für Sie",
      since: "neu seit Ihrem letzten Besuch",
      all: "Alle Benachrichtigungen",
    },
    queue: "Offene Fragen in meiner Abteilung",
    queueEmpty: "In Ihrer Abteilung ist gerade keine Frage offen.",
    allQueue: (count: number) =>
      count === 1 ? "Zur offenen Frage" : `Alle ${number.format(count)} offenen Fragen`,
    sum: "Offen in Ihrer Abteilung",
    openSum: (count: number) =>
      count === 1
        ? "1 Frage ist in Ihrer Abteilung offen."
        : `${number.format(count)} Fragen sind in Ihrer Abteilung offen.`,
    mine: "Meine Fragen",
    mineEmpty: "Sie haben noch keine Frage gestellt.",
    allMine: "Alle meine Fragen",
    official: "Neue Antworten der Fachabteilung",
    officialEmpty: "Es gibt noch keine Antwort einer Fachabteilung.",
    allQuestions: "Alle Fachfragen",
    practices: "Neue Beispiele guter Praxis",
    practicesEmpty: "Bisher hat niemand ein Beispiel geteilt. Machen Sie den Anfang.",
    allPractices: "Alle Beispiele guter Praxis",
    questionCategories: "Kategorien der Fachfragen",
    practiceCategories: "Kategorien der guten Praxis",
  },
  guest: {
    title: "Willkommen",
    text: "Ihr Konto gehört zu keiner Abteilung. Fachfragen und gute Praxis lesen die Beschäftigten der Abteilungen, deshalb sehen Sie hier keine Beiträge.",
    facilitator:
      "Das ist bei einer Lernbegleitung von außen so gewollt: Die Lernenden arbeiten im Forum unter sich.",
    whatNow: "Das können Sie hier tun",
    announcements: "Ankündigungen lesen und schreiben",
    administration: "Zur Administration",
    profile: "Profil und Sprache einstellen",
    help: "In der Hilfe nachlesen",
    access:
      "Sie sollen mitlesen oder mitschreiben? Dann bitten Sie Ihre Administration, Ihr Konto einer Abteilung zuzuordnen.",
  },
  actions: {
    ask: "Frage stellen",
    share: "Gute Praxis teilen",
    record: "Frage und Antwort erfassen",
    take: "Übernehmen",
  },
  row: {
    answers: (count: number) => many(count, "Antwort", "Antworten"),
    comments: (count: number) => many(count, "Kommentar", "Kommentare"),
    same: (count: number) => `${number.format(count)} × auch meine Frage`,
    reused: (count: number) => `${number.format(count)} × nachgenutzt`,
    helpful: (count: number) => `${number.format(count)} × hilfreich`,
    hidden: "ausgeblendet",
    withdrawn: "zurückgezogen",
    me: "Sie",
    legalStatus: "Rechtsstand",
    takenBy: (name: string) => `Übernommen von ${name}`,
    titled: (title: string) => `„${title}“`,
    waiting: (days: number) =>
      days === 0 ? "wartet seit heute" : `wartet seit ${many(days, "Tag", "Tagen")}`,
    wantedBy: "Antwort erbeten bis",
    overdue: (days: number) => `Termin seit ${many(days, "Tag", "Tagen")} überschritten`,
    dueToday: "Termin ist heute",
    dueInWorkdays: (days: number, workdays: number) =>
      `Termin ${days === 1 ? "morgen" : `in ${number.format(days)} Tagen`}, ${workdays === 0 ? "vorher kein Arbeitstag" : `noch ${many(workdays, "Arbeitstag", "Arbeitstage")}`}`,
    dueIn: (days: number) => (days === 1 ? "Termin ist morgen" : `Termin in ${number.format(days)} Tagen`),
  },
  filter: {
    label: "Liste filtern",
    category: "Kategorie",
    allCategories: "Alle Kategorien",
    archived: (name: string) => `${name} (archiviert)`,
    state: "Status",
    allStates: "Alle",
    apply: "Filtern",
    reset: "Filter zurücksetzen",
    nothing: "Dazu gibt es nichts",
    nothingText: "Mit diesen Filtern ist die Liste leer. Wählen Sie weniger aus oder setzen Sie sie zurück.",
  },
  noDepartment: {
    title: "Hier sehen Sie keine Beiträge",
    text: "Ihr Konto gehört zu keiner Abteilung. Bitten Sie Ihre Administration, Sie einer Abteilung zuzuordnen.",
  },
  questions: {
    title: "Fachfragen",
    lead: "Alle Fragen, die Ihre Abteilung lesen darf, die neuesten zuerst.",
    list: "Fachfragen",
    categories: "Kategorien",
    empty: "Noch keine Fachfragen",
    emptyText: "Stellen Sie die erste: Die zuständige Abteilung sieht sie sofort, und alle können mitlesen.",
  },
  practices: {
    title: "Gute Praxis",
    lead: "Was sich in der Arbeit bewährt hat, die neuesten Beispiele zuerst.",
    list: "Beispiele guter Praxis",
    categories: "Kategorien",
    empty: "Noch keine Beispiele",
    emptyText: "Was hat sich bei Ihnen bewährt? Ein Textbaustein oder ein guter Ablauf hilft auch anderen.",
  },
  category: {
    questions: "Kategorie der Fachfragen",
    practices: "Kategorie der guten Praxis",
    responsible: "Zuständige Abteilung",
    audience: "Lesen dürfen",
    byMail: "Per E-Mail fragen",
    archivedTitle: "Diese Kategorie ist archiviert",
    archivedText: "Sie können alles lesen, aber nichts Neues mehr schreiben.",
    guide: "So schreiben Sie hier",
    parts: "Unterkategorien",
    listQuestions: "Fragen in dieser Kategorie",
    listPractices: "Beispiele in dieser Kategorie",
    emptyQuestions: "In dieser Kategorie gibt es noch keine Frage",
    emptyPractices: "In dieser Kategorie gibt es noch kein Beispiel",
    emptyAsk: "Stellen Sie die erste Frage.",
    emptyShare: "Teilen Sie das erste Beispiel.",
    emptyArchived: "Neue Beiträge sind hier nicht mehr möglich.",
  },
  queue: {
    title: "Offene Fragen",
    lead: "Was Ihre Abteilung noch beantworten soll.",
    tabs: "Ansichten",
    open: "Offene Fragen",
    reviews: "Zu prüfen",
    list: "Offene Fragen",
    taken: "Übernommen",
    takenByAll: "Alle Fragen",
    takenByNobody: "Von niemandem",
    takenByMe: "Von mir",
    takenByPerson: (name: string) => `Von ${name}`,
    order: "Reihenfolge",
    byWaiting: "Längste Wartezeit",
    byWanted: "Nächster Termin",
    empty: "Alles beantwortet",
    emptyText:
      "In Ihrer Abteilung ist gerade keine Frage offen. Was sonst per Rundmail oder Telefon kommt, können Sie hier als Frage und Antwort festhalten.",
  },
  reviews: {
    title: "Zu prüfen",
    lead: "Antworten Ihrer Abteilung, deren Wiedervorlage erreicht ist oder die jemand als veraltet gemeldet hat. Bestätigen Sie sie mit neuem Rechtsstand, oder ersetzen Sie sie.",
    list: "Antworten, die zu prüfen sind",
    reasons: "Warum zu prüfen",
    due: "Wiedervorlage war am",
    reported: (reason: string) => `Als veraltet gemeldet: „${reason}“`,
    legalStatus: "Rechtsstand",
    given: "Antwort vom",
    check: "Antwort prüfen",
    empty: "Nichts zu prüfen",
    emptyText:
      "Alle Antworten Ihrer Abteilung gelten als aktuell. Sobald eine Wiedervorlage erreicht ist, steht sie hier.",
  },
  mine: {
    title: "Meine Fragen",
    lead: "Was Sie gefragt und geteilt haben.",
    drafts: (count: number) =>
      count === 1
        ? "Ein Text aus einer E-Mail von Ihnen ist noch nicht veröffentlicht."
        : `${count} Texte aus E-Mails von Ihnen sind noch nicht veröffentlicht.`,
    toDrafts: "Prüfen und veröffentlichen",
    askedBack: "Rückfragen an Sie",
    askedBackText: "Die Fachabteilung braucht noch eine Angabe von Ihnen, bevor sie antworten kann.",
    questions: "Meine Fragen",
    otherQuestions: "Meine weiteren Fragen",
    practices: "Meine Beispiele guter Praxis",
    emptyQuestions: "Sie haben noch keine Frage gestellt",
    emptyQuestionsText:
      "Was Sie fragen, wissen andere oft auch nicht. Ihre Frage und die Antwort helfen allen in der Abteilung.",
    emptyPractices: "Sie haben noch nichts geteilt",
    emptyPracticesText:
      "Ein Textbaustein, ein Ablauf, ein Gesprächsleitfaden: Was bei Ihnen gut läuft, nützt anderen.",
  },
}
