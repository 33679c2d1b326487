/** Each paragraph goes on after the greeting. */
const de = {
  posted: {
    subject: "Ihre E-Mail ist veröffentlicht",
    paragraphs: ["der Text Ihrer E-Mail steht jetzt im Forum."],
    link: "Zum Beitrag",
  },
  drafted: (days: number) => ({
    subject: "Bitte prüfen Sie Ihren Text, er ist noch nicht veröffentlicht",
    paragraphs: [
      "in Ihrer E-Mail steht etwas, das nach personenbezogenen Daten aussieht, zum Beispiel ein Name oder ein Aktenzeichen. Deshalb ist Ihr Text noch nicht im Forum. Auf der folgenden Seite sehen Sie die Stellen, können sie schwärzen und den Text veröffentlichen.",
      `Nur Sie sehen diesen Entwurf. Nach ${days} Tagen wird er gelöscht.`,
    ],
    link: "Text prüfen und veröffentlichen",
  }),
  lost: "Nicht übernommen wurde:",
  refused: {
    calendar: "eine Termineinladung: Das Forum nimmt keine Termine an.",
    winmail:
      "eine Datei „winmail.dat“: Ihr Mailprogramm hat Anhänge so verpackt, dass nur Outlook sie lesen kann. Senden Sie bitte im Format „HTML“ oder „Nur Text“.",
    "in-comment":
      "Anhänge und Bilder: Kommentare haben keine. Laden Sie sie bitte mit einer Antwort im Forum hoch.",
    "too-many": "weitere Anhänge: Ein Beitrag hat höchstens acht.",
    "too-large": "eine Datei, die größer als 10 MB ist.",
    quota: "eine Datei, weil Ihr Speicherplatz für Dateien aufgebraucht ist.",
    macros: "eine Datei mit Makros.",
    archive: "ein Archiv (zum Beispiel ZIP): Senden Sie die Dateien bitte einzeln.",
    mail: "eine angehängte E-Mail: Fügen Sie deren Text bitte selbst ein.",
    "old-office":
      "eine Datei in einem alten Office-Format: Speichern Sie sie bitte als DOCX, XLSX oder PPTX.",
    other: "eine Datei, deren Art das Forum nicht annimmt.",
  },
  returned: {
    subject: (subject: string) => `Nicht veröffentlicht: ${subject || "Ihre E-Mail"}`,
    intro: "Ihre E-Mail konnte nicht ins Forum übernommen werden.",
    text: "Damit nichts verloren geht, hier Ihr Text:",
    noText: "Der Text Ihrer E-Mail ließ sich nicht lesen. Sie finden ihn in Ihren gesendeten Nachrichten.",
  },
  reasons: {
    "no-address":
      "Aus der Adresse geht nicht hervor, wohin Ihr Text gehört. Antworten Sie bitte auf eine Benachrichtigung, oder schreiben Sie an die Adresse, die auf der Seite einer Kategorie steht.",
    "unknown-place": "Die Adresse gehört zu keiner Kategorie, in der Sie Fragen stellen können.",
    foreign:
      "Auf die Benachrichtigung kann nur die Person antworten, die sie bekommen hat. Schreiben Sie bitte im Forum selbst.",
    expired: "Die Benachrichtigung ist älter als 90 Tage. Antworten Sie bitte im Forum selbst.",
    empty: "Neben Anrede, Zitat und Signatur wurde in Ihrer E-Mail kein Text gefunden.",
    title: "Der Betreff wird der Titel der Frage und muss dafür mindestens fünf Zeichen haben.",
    "too-long": "Der Text ist länger, als ein solcher Beitrag sein darf.",
    "too-large": "Die E-Mail ist größer als 40 MB.",
    unreadable: "Die E-Mail ist beschädigt und lässt sich nicht lesen.",
    encrypted: "Die E-Mail ist verschlüsselt oder so signiert, dass das Forum sie nicht öffnen kann.",
    calendar: "Die E-Mail ist eine Termineinladung. Das Forum nimmt keine Termine an.",
    "not-found": "Den Beitrag, um den es geht, gibt es nicht mehr, oder Sie dürfen ihn nicht lesen.",
    forbidden: "An dieser Stelle dürfen Sie nichts schreiben.",
    "question.closed": "Die Frage ist inzwischen geschlossen.",
    "question.duplicate": "Die Frage ist inzwischen als doppelt gekennzeichnet.",
    "category.archived": "Die Kategorie ist inzwischen archiviert.",
    "post.hidden": "Der Beitrag, um den es geht, ist inzwischen ausgeblendet.",
    "post.withdrawn": "Der Beitrag, um den es geht, ist inzwischen zurückgezogen.",
    "rules.not-accepted":
      "Bitte bestätigen Sie zuerst im Forum die Nutzungsregeln, und senden Sie den Text dann noch einmal.",
    other: "Das Forum hat Ihren Text nicht angenommen. Versuchen Sie es bitte im Forum selbst.",
  },
}

const en: typeof de = {
  posted: {
    subject: "Your e-mail is published",
    paragraphs: ["the text of your e-mail is in the forum now."],
    link: "Read the post",
  },
  drafted: (days) => ({
    subject: "Please check your text, it is not published yet",
    paragraphs: [
      "something in your e-mail looks like personal data, such as a name or a file reference. That is why your text is not in the forum yet. The following page shows these places; you can black them out and publish the text.",
      `Only you see this draft. It is deleted after ${days} days.`,
    ],
    link: "Check and publish the text",
  }),
  lost: "Not taken over:",
  refused: {
    calendar: "a calendar invitation: the forum takes no appointments.",
    winmail:
      "a file “winmail.dat”: your mail program packed attachments so that only Outlook can read them. Please send as “HTML” or “plain text”.",
    "in-comment":
      "attachments and pictures: comments have none. Please upload them with an answer in the forum.",
    "too-many": "further attachments: a post has at most eight.",
    "too-large": "a file of more than 10 MB.",
    quota: "a file, because your space for files is used up.",
    macros: "a file with macros.",
    archive: "an archive (such as ZIP): please send the files one by one.",
    mail: "an attached e-mail: please paste its text yourself.",
    "old-office": "a file in an old Office format: please save it as DOCX, XLSX or PPTX.",
    other: "a file of a kind that the forum does not take.",
  },
  returned: {
    subject: (subject) => `Not published: ${subject || "your e-mail"}`,
    intro: "your e-mail could not be taken into the forum.",
    text: "So that nothing is lost, here is your text:",
    noText: "The text of your e-mail could not be read. You find it among your sent messages.",
  },
  reasons: {
    "no-address":
      "The address does not say where your text belongs. Please reply to a notification, or write to the address on the page of a category.",
    "unknown-place": "The address belongs to no category in which you can ask questions.",
    foreign: "Only the person who got the notification can reply to it. Please write in the forum itself.",
    expired: "The notification is older than 90 days. Please reply in the forum itself.",
    empty: "Apart from greeting, quotes and signature no text was found in your e-mail.",
    title: "The subject becomes the title of the question and needs at least five characters for that.",
    "too-long": "The text is longer than such a post may be.",
    "too-large": "The e-mail is larger than 40 MB.",
    unreadable: "The e-mail is damaged and cannot be read.",
    encrypted: "The e-mail is encrypted, or signed in a way that the forum cannot open.",
    calendar: "The e-mail is a calendar invitation. The forum takes no appointments.",
    "not-found": "The post that it is about is gone, or you may not read it.",
    forbidden: "You may not write in this place.",
    "question.closed": "The question has been closed meanwhile.",
    "question.duplicate": "The question has been marked as a duplicate meanwhile.",
    "category.archived": "The category has been archived meanwhile.",
    "post.hidden": "The post that it is about has been hidden meanwhile.",
    "rules.not-accepted": "Please accept the rules of use in the forum first, and then send the text again.",
    "post.withdrawn": "The post that it is about has been withdrawn meanwhile.",
    other: "The forum did not take your text. Please try it in the forum itself.",
  },
}

export type MailInWords = typeof de
export const MAIL_IN_WORDS = { de, en }

const among = (words: Record<string, string>, code: string): string => words[code] ?? words.other ?? ""

export const refusedWords = ({ refused }: MailInWords, code: string) => among(refused, code)
export const reasonWords = ({ reasons }: MailInWords, code: string) => among(reasons, code)
