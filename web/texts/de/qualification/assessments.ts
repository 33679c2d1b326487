export const assessments = {
  title: "Kompetenzbilanzierung",
  section: "Das Gespräch zu dritt am Ende: was gelernt wurde, und woran man es sieht.",
  lead: "Jede und jeder Lernende hat eine eigene Runde: mit einer Kollegin oder einem Kollegen aus der Gruppe und der Lernbegleitung.",
  appointment:
    "Eine Runde dauert 40 Minuten. Zwei Runden bilden einen Termin von 90 Minuten: 40, 40, und 10 für den Abschluss.",
  ownRounds: "Ihre Runden",
  emptyTitle: "Noch keine Runde",
  emptyLearner: "Sobald die Lernbegleitung die Runden bildet, erscheinen sie hier.",
  emptyFacilitator: "Bilden Sie die Runden, sobald die Termine feststehen.",
  allRounds: "Alle Runden",
  planText: "Hier stehen nur Termine und Beteiligte. Was in einer Runde geschieht, sehen allein die drei.",
  when: "Wann",
  before: "bisher:",
  noPlace: "ohne Ort",
  learner: "Bilanz von",
  peer: "Mit",
  facilitator: "Lernbegleitung",
  noPeer: "niemand",
  open: "Zur Runde",
  plan: "Planen",
  proposal: "Vorschlag für die Runden",
  proposalText:
    "Einzelne Runden können Sie danach ändern. Alle bekommen ihre Runden als Einladung per E-Mail, mit Kalendereintrag.",
  startsAt: "Beginn der ersten Runde",
  startsAtHint: "Bleibt das Feld leer, gilt der Termin der Kompetenzbilanzierung im Programm.",
  form: "Runden bilden",
  planTitle: (name: string) => `Runde von ${name} planen`,
  planHint:
    "Ändern Sie die Beteiligten, nachdem die Vorbereitung freigegeben wurde, gilt diese Freigabe nicht mehr: Sie war für andere Personen bestimmt.",
  toldHint:
    "Wer in der Runde ist, bekommt den neuen Stand per E-Mail; wer nicht mehr dabei ist, eine Absage.",
  save: "Speichern",
  remove: "Runde entfernen",
  removeText:
    "Die Runde und ihre Vorbereitung sind dann weg, und alle Beteiligten bekommen eine Absage. Das lässt sich nicht rückgängig machen.",
  removeNow: "Jetzt entfernen",
  begunNote: "Diese Runde hat begonnen und lässt sich nicht mehr ändern.",
  changed:
    "Die Runde wurde inzwischen geändert. Unten steht, was Sie eingegeben haben; wenn Sie speichern, gilt es.",
  roundOf: (name: string) => `Kompetenzbilanz von ${name}`,
  place: "Ort",
  confidential: (date: string) =>
    `Was hier steht, sehen nur Sie drei. Vorbereitung, Einschätzungen und Beobachtungen werden am ${date} gelöscht; das gemeinsame Ergebnis bleibt für das Zertifikat.`,
  notesGone:
    "Vorbereitung, Einschätzungen und Beobachtungen sind gelöscht, wie angekündigt. Das gemeinsame Ergebnis bleibt.",
  roles: "Wer macht was?",
  roleOf: {
    learner: "erzählt und schätzt sich selbst ein",
    peer: "fragt nach, ergänzt Beobachtungen und bewertet nicht",
    facilitator: "hält fest und schätzt ebenfalls ein",
  },
  you: "Sie",
  both: (one: string, other: string) => `${one} und ${other}`,
  phases: {
    preparing: "Vorbereitung",
    rating: "Erzählen und einschätzen",
    agreeing: "Vergleichen und festhalten",
    confirmed: "Bestätigt",
  },
  phase: "Stand",
}

export const preparation = {
  title: "Vorbereitung der Bilanz",
  section: "Wo stehe ich, was zeigt es, wovon erzähle ich? Nur für Sie, bis Sie etwas freigeben.",
  lead: "Hier sammeln Sie im Lauf des Halbjahrs, was Sie in die Kompetenzbilanzierung mitbringen: wo Sie stehen, was es zeigt, und wovon Sie erzählen.",
  privacy:
    "Das sehen nur Sie, auch nicht die Lernbegleitung. Ihre Runde sieht erst etwas davon, wenn Sie es unten freigeben.",
  own: "Ihre Vorbereitung",
  notReleased:
    "Sie haben noch nichts freigegeben. Die Runde beginnt, sobald Ihre Vorbereitung freigegeben ist.",
  situationsText:
    "Drei Situationen aus dem Halbjahr, in denen Sie etwas Neues getan haben. Stichworte genügen.",
  noRound:
    "Sobald die Lernbegleitung die Runden gebildet hat, beschreiben Sie hier drei Situationen aus dem Halbjahr und geben frei, was Ihre Runde sehen soll.",
  over: "Ihre Runde hat begonnen. Was Sie freigegeben haben, bleibt, wie es war.",
  situation: (number: number) => `Situation ${number}`,
  deed: "Was habe ich getan?",
  novelty: "Was war neu für mich?",
  proof: "Woran sieht man es?",
  save: "Speichern",
  releaseTitle: "Was Ihre Runde sehen soll",
  releaseLead: (names: string) =>
    `Mit den Situationen sehen ${names}, was Sie hier auswählen, sobald Sie es freigeben, und sonst niemand.`,
  releaseLeadOne: (name: string) =>
    `Mit den Situationen sieht ${name}, was Sie hier auswählen, sobald Sie es freigeben, und sonst niemand.`,
  withdrawable: "Bis zum Beginn der Runde können Sie die Freigabe zurücknehmen.",
  situations: "Situationen",
  formerRatings: "Zeigen, wo ich am Anfang stand",
  formerRatingsHint:
    "Ihre Runde sieht es, sobald beide ihre Einschätzung abgegeben haben. Es zeigt, was Sie dazugewonnen haben.",
  evidence: "Welche Nachweise möchten Sie zeigen?",
  release: "Speichern und freigeben",
  releasedTitle: "Freigegeben",
  releasedFor: (names: string) => `Die Vorbereitung ist freigegeben für: ${names}.`,
  changedSince:
    "Sie haben danach noch etwas geändert. Die anderen sehen den Stand der Freigabe, bis Sie erneut freigeben.",
  dropped:
    "Ihre Freigabe gilt nicht mehr, weil sich die Beteiligten der Runde geändert haben. Bitte geben Sie bei Bedarf erneut frei.",
  withdraw: "Freigabe zurücknehmen",
  waiting: (name: string) => `${name} hat noch nichts freigegeben.`,
  of: (name: string) => `Vorbereitung von ${name}`,
  ratingsShown: "Selbsteinschätzung",
  before: (level: string) => `am Anfang: ${level}`,
  evidenceShown: "Nachweise",
  begin: "Runde beginnen",
  beginText: "Ab dann bleibt die Vorbereitung, wie sie freigegeben wurde.",
  beginMissing: "Die Runde kann beginnen, sobald die Vorbereitung freigegeben ist.",
  conflict:
    "Ihre Vorbereitung wurde inzwischen in einem anderen Fenster gespeichert. Unten steht, was Sie hier eingegeben haben; wenn Sie speichern, ersetzt es die andere Fassung.",
}

export const round = {
  ratingTitle: "Ihre Einschätzung",
  ratingLearner:
    "Wo stehen Sie heute? Ihre Einschätzung sieht niemand, bis auch die Lernbegleitung ihre abgegeben hat.",
  ratingFacilitator: (name: string) =>
    `Wo sehen Sie ${name}? Ihre Einschätzung sieht niemand, bis auch ${name} die eigene abgegeben hat.`,
  level: "Stufe",
  notRated: "Noch offen",
  sentence: "Woran machen Sie das fest?",
  sentenceHint: "Ein Satz genügt.",
  keep: "Zwischenspeichern",
  submit: "Einschätzung abgeben",
  submitted: (name: string) => `${name}: abgegeben`,
  pending: (name: string) => `${name}: noch nicht abgegeben`,
  submittedOwn:
    "Sie haben Ihre Einschätzung abgegeben. Solange die andere fehlt, können Sie sie noch ändern.",
  peerWaits: "Sie bewerten nicht. Fragen Sie nach, und halten Sie fest, was Sie selbst beobachtet haben.",
  observations: "Beobachtungen",
  noObservations: "Noch keine Beobachtungen.",
  about: "Wozu?",
  aboutAll: "Allgemein",
  observation: "Was haben Sie beobachtet?",
  observationHint: "Eine Situation, so konkret wie möglich.",
  addObservation: "Beobachtung ergänzen",
  removeObservation: "Zurücknehmen",
  by: (name: string) => `von ${name}`,
  compare: "Vergleichen und festhalten",
  compareText: "Sprechen Sie zuerst über die Kompetenzen, bei denen die Einschätzungen auseinandergehen.",
  differs: (steps: number) => (steps === 1 ? "eine Stufe Unterschied" : `${steps} Stufen Unterschied`),
  same: "gleich eingeschätzt",
  talk: "darüber sprechen",
  agreedLevel: "Vereinbarte Stufe",
  agreedWith: (level: string) => `Vereinbart: ${level}`,
  reason: "Begründung",
  proof: "Nachweis",
  save: "Festhalten",
  notAgreed: "noch nicht festgehalten",
  resultConflict:
    "Das Ergebnis wurde gerade woanders geändert. Unten steht, was Sie eingegeben haben; wenn Sie festhalten, ersetzt es die andere Fassung.",
  sentences: "Sätze für das Zertifikat",
  sentencesText:
    "Entwerfen Sie die Sätze gemeinsam, einen in jeder Zeile. Das letzte Wort hat, wessen Zertifikat es ist.",
  sentencesField: "Ihre Sätze",
  sentencesHint: "Der Vorschlag folgt den vereinbarten Stufen. Ändern Sie ihn, bis er zu Ihnen passt.",
  proposal: "Vorschlag nach den vereinbarten Stufen",
  saveSentences: "Sätze speichern",
  noSentences: "Noch keine Sätze.",
  sentencesEarly: "Sobald Stufen vereinbart sind, steht hier ein Vorschlag.",
  confirmTitle: "Bestätigen",
  confirmText:
    "Mit der Bestätigung sagen beide: So ist es richtig. Eine spätere Änderung hebt Bestätigungen auf.",
  confirm: "Ergebnis bestätigen",
  incomplete:
    "Bestätigen können Sie, sobald zu jeder Kompetenz eine Stufe festgehalten ist und die Sätze gespeichert sind.",
  hasConfirmed: (name: string) => `${name} hat bestätigt`,
  hasNotConfirmed: (name: string) => `${name} hat noch nicht bestätigt`,
  reopened: "Eine Änderung hat die Bestätigung aufgehoben. Bitte sehen Sie sich das Ergebnis noch einmal an.",
  confirmedTitle: "Beide haben bestätigt",
  confirmedText: "Das Ergebnis steht und ist die Grundlage für das Zertifikat.",
  changeAnywayText: "Eine Änderung hebt die Bestätigungen auf; danach müssen beide neu bestätigen.",
  think: "Bedenkzeit nehmen",
  thinkText: "Sie müssen nicht heute bestätigen. Nennen Sie einen Tag, bis zu dem Sie darüber nachdenken.",
  thinkUntil: "Bis wann?",
  thinkSave: "Bedenkzeit festhalten",
  thinkEnd: "Bedenkzeit beenden",
  thinking: (name: string, day: string) => `${name} denkt bis zum ${day} darüber nach.`,
  thinkingOver: (name: string, day: string) => `Die Bedenkzeit von ${name} war am ${day} zu Ende.`,
  stale:
    "Die Sätze oder das Ergebnis wurden inzwischen geändert. Unten im Formular steht, was Sie eingegeben haben; wenn Sie speichern, ersetzt es die hier gezeigte Fassung.",
  beside: "Nachweise dazu",
}
