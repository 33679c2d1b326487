import { LAW_MAY_CHANGE, type SeedQuestion } from "../types.ts"

export const bewilligung: SeedQuestion[] = [
  {
    key: "weiterleistung",
    category: "bewilligung",
    author: "huber",
    daysAgo: 70,
    time: "08:30",
    title: "Weiterleistungsantrag drei Monate vor Ablauf: Welcher Antragszeitpunkt gilt?",
    tags: ["Weiterleistung", "Antragszeitpunkt"],
    body: `Der laufende Bewilligungszeitraum endet mit dem {Monat+3}. Der Weiterleistungsantrag mit allen Unterlagen liegt aber schon seit Anfang {Monat} vor, weil die Person länger verreist. Ich könnte sofort rechnen und den Fall abschließen, das wäre mir am liebsten.

Welche Verhältnisse lege ich zugrunde: die von heute oder spätere? Und muss ich mit der Entscheidung warten? Die Verdienstbescheinigungen reichen nur bis {Monat-1}, eine Tarifrunde ist für {Monat+2} angekündigt.`,
    sameQuestionBy: ["meier"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 69, time: "09:00", by: "albrecht" },
      {
        kind: "officialAnswer",
        daysAgo: 68,
        time: "11:25",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 240,
        text: `**Kurz:** Der Antrag gilt als am **1. {Monat+2}** gestellt. Auf diesen Tag ist die Prognose zu beziehen.

**Begründung**
- Wird für die Zeit nach dem laufenden Bewilligungszeitraum früher als zwei Monate vor dessen Ablauf beantragt, gilt der Erste des zweiten Monats vor Ablauf als Zeitpunkt der Antragstellung im Sinne des § 24 Abs. 2 WoGG (§ 22 Abs. 4 WoGG). Bei Ablauf Ende {Monat+3} ist das der 1. {Monat+2}.
- Zugrunde zu legen sind die Verhältnisse im Bewilligungszeitraum, die zu diesem Zeitpunkt zu erwarten sind (§ 24 Abs. 2 Satz 2 WoGG).

**Vorgehen**
1. Den tatsächlichen Eingang erfassen und den Fall auf Anfang {Monat+2} wiedervorlegen.
2. Vor der Entscheidung nur nachfordern, was sich geändert haben kann, hier die neuen Bezüge nach der Tarifrunde.
3. Der Person kurz mitteilen, dass der Antrag vorliegt und wann mit dem Bescheid zu rechnen ist. Das erspart Anrufe.
4. Der neue Bewilligungszeitraum schließt am 1. {Monat+4} an.

Ein früher Antrag schadet also nicht. Er verschiebt nur den Stichtag, nicht den Anspruch.`,
      },
      { kind: "accept", daysAgo: 68, time: "13:05", by: "huber", answer: "antwort" },
      { kind: "helpful", daysAgo: 67, time: "08:35", by: ["meier", "mueller"], answer: "antwort" },
    ],
  },
  {
    key: "direktzahlung",
    category: "bewilligung",
    author: "meier",
    daysAgo: 64,
    time: "14:30",
    title: "Wohngeld auf Wunsch direkt an die Vermieterin oder den Vermieter zahlen?",
    tags: ["Zahlung"],
    body: `Eine wohngeldberechtigte Person bittet uns am Telefon, das Wohngeld künftig direkt an die Hausverwaltung zu überweisen. Sie hatte im letzten Jahr Mietrückstände und möchte, dass so etwas nicht wieder vorkommt. Die Hausverwaltung hat ihr dazu eine vorbereitete Erklärung mitgegeben, die auch eine „unwiderrufliche Abtretung aller Wohngeldansprüche“ enthält.

- Dürfen wir so zahlen, und in welcher Form brauche ich die Zustimmung?
- Wie gehe ich mit der Erklärung der Hausverwaltung um?
- Wen informiere ich?`,
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 63, time: "08:55", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 62,
        time: "09:45",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 250,
        text: `**Kurz:** Ja, mit **schriftlicher Einwilligung** der wohngeldberechtigten Person. Die Entscheidung steht in unserem Ermessen; bei einem nachvollziehbaren Wunsch spricht in der Regel nichts dagegen.

**Begründung**
- Grundsätzlich ist an die wohngeldberechtigte Person zu zahlen (§ 26 Abs. 1 Satz 1 WoGG).
- Mit ihrer schriftlichen Einwilligung kann an den Empfänger oder die Empfängerin der Miete gezahlt werden, *ohne* Einwilligung nur, wenn es im Einzelfall geboten ist (Satz 2).
- Die wohngeldberechtigte Person ist zu unterrichten (Satz 3).

**Vorgehen**
1. Unsere eigene, kurze Einwilligung verwenden. Sie ist für die Zukunft widerruflich; darauf weisen wir hin.
2. Die Abtretungserklärung der Hausverwaltung nicht als Einwilligung auslegen, sondern nachfragen, was gewollt ist. Für Übertragungen gelten eigene Regeln (§ 53 SGB I); solche Fälle bitte der Fachabteilung vorlegen.
3. Der Hausverwaltung nichts über Höhe, Berechnung oder Haushalt mitteilen. Aus der Überweisung ergibt sich, was sie wissen muss.
4. Mitteilung an die wohngeldberechtigte Person und Vermerk zur Akte.`,
      },
      { kind: "accept", daysAgo: 62, time: "10:30", by: "meier", answer: "antwort" },
      { kind: "helpful", daysAgo: 61, time: "10:10", by: ["dangelo"], answer: "antwort" },
    ],
  },
  {
    key: "vorlaeufig",
    category: "bewilligung",
    author: "mueller",
    daysAgo: 40,
    time: "09:30",
    title: "Bearbeitung dauert: Wann kann vorläufig gezahlt werden?",
    tags: ["vorläufige Zahlung", "Bearbeitungszeit"],
    body: `Ein Erstantrag liegt seit fünf Wochen vor. Haushalt und Miete sind geklärt und belegt, Lohnabrechnungen liegen vor. Offen ist nur noch der Bescheid über eine kleine ausländische Rente; nach Auskunft der dortigen Stelle dauert das noch drei bis vier Monate. Nach meiner Proberechnung besteht mit und ohne diese Rente ein Anspruch, nur die Höhe ändert sich. Die Person fragt nach, weil die Miete fällig ist.

- Ist das ein Fall für die vorläufige Zahlung?
- Welche Höhe setze ich an, und was muss im Bescheid stehen?
- Was passiert, wenn wir am Ende nicht noch einmal entscheiden?`,
    sameQuestionBy: ["dangelo", "meier"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 39, time: "08:30", by: "vogt" },
      {
        kind: "handOver",
        daysAgo: 39,
        time: "11:00",
        by: "vogt",
        to: "albrecht",
        note: "Du hast den Musterbescheid betreut, übernimmst du bitte?",
      },
      {
        kind: "officialAnswer",
        daysAgo: 38,
        time: "09:50",
        by: "albrecht",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 150,
        text: `**Kurz:** Ja, das ist ein typischer Fall des § 26a WoGG. Der Anspruch ist hinreichend wahrscheinlich, und die Klärung dauert voraussichtlich längere Zeit.

**Begründung**
- Die vorläufige Zahlung steht im Ermessen und beruht ausschließlich auf den Berechnungsgrößen des § 4 WoGG (§ 26a Abs. 1 WoGG).
- Sie steht unter dem Vorbehalt der endgültigen Entscheidung. Der Bescheid **muss** auf diesen Vorbehalt und auf die mögliche Rückforderung hinweisen (Abs. 2).
- Vorläufig gezahltes Wohngeld wird angerechnet; zu viel Gezahltes ist zu erstatten (Abs. 4).
- Ergeht innerhalb eines Jahres nach Ablauf des Bewilligungszeitraums keine endgültige Entscheidung, gilt die vorläufig bewilligte Zahlung grundsätzlich als endgültig festgesetzt (Abs. 3 Satz 4, Ausnahmen in Satz 5).

**Vorgehen**
1. Mit der ungünstigeren Annahme rechnen, hier einschließlich der Rente. So halten Sie eine mögliche Erstattung klein.
2. Die offenen Punkte im Bescheid benennen, nicht nur „vorläufig“ schreiben.
3. Wiedervorlage auf den erwarteten Rentenbescheid *und* auf das Ende des Bewilligungszeitraums setzen.
4. Die endgültige Entscheidung kann mit dem Weiterleistungsantrag verbunden werden (Abs. 3 Satz 1).`,
      },
      { kind: "accept", daysAgo: 38, time: "10:40", by: "mueller", answer: "antwort" },
      {
        kind: "helpful",
        daysAgo: 37,
        time: "08:20",
        by: ["dangelo", "meier", "huber", "schoeller"],
        answer: "antwort",
      },
      {
        kind: "comment",
        daysAgo: 37,
        time: "08:45",
        by: "schoeller",
        on: "antwort",
        text: "Danke. Bitte nutzen Sie dafür den Musterbescheid aus „Gute Praxis“, damit der Hinweis auf den Vorbehalt nicht vergessen wird.",
      },
    ],
  },
  {
    key: "lohnerhoehung",
    category: "bewilligung",
    author: "mueller",
    daysAgo: 33,
    time: "10:20",
    title: "Lohnerhöhung: Ab wann ist von Amts wegen neu zu entscheiden?",
    tags: ["Änderung", "Einkommen"],
    body: `Ein Haushaltsmitglied arbeitet seit dem 15. {Monat-3} mehr Stunden und verdient deutlich mehr. Die erste höhere Abrechnung kam im {Monat-2}, mitgeteilt wurde uns die Änderung Anfang {Monat-1}. Nach meiner Gegenüberstellung erhöht sich das Gesamteinkommen um rund 22 Prozent, das Wohngeld würde sich verringern. Der Bewilligungszeitraum läuft bis Ende {Monat+5}.

- Welcher Tag zählt: Beginn der Mehrarbeit, Auszahlung oder Mitteilung?
- Gilt die Grenze von 10 oder von 15 Prozent?
- Wie viel Zeit habe ich für die neue Entscheidung?`,
    endsAs: "answered",
    events: [
      {
        kind: "answer",
        daysAgo: 33,
        time: "11:45",
        by: "meier",
        key: "hinweis",
        text: `Beim Einkommen gelten nach oben 15 Prozent, die 10 Prozent betreffen nur Anträge auf *mehr* Wohngeld. Beim Stichtag bin ich mir selbst nicht sicher und lese gespannt mit.`,
      },
      { kind: "take", daysAgo: 32, time: "09:10", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 31,
        time: "14:00",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 170,
        text: `**Kurz:** Neu zu entscheiden ist mit Wirkung ab dem **1. {Monat-2}**. Es gilt die Grenze von mehr als 15 Prozent.

**Begründung**
- Erhöht sich das Gesamteinkommen nicht nur vorübergehend um mehr als 15 Prozent und verringert sich dadurch das Wohngeld oder fällt es weg, ist von Amts wegen neu zu entscheiden (§ 27 Abs. 2 Satz 1 Nr. 3 WoGG).
- Zeitpunkt der Änderung ist der Beginn des Zeitraums, **für den** das höhere Einkommen bezogen wird, hier der 15. {Monat-3}. Auf Auszahlung und Mitteilung kommt es dafür nicht an (Satz 2).
- Liegt dieser Tag nicht auf einem Monatsersten, wird ab dem Ersten des nächsten Monats entschieden (Satz 3).

**Vorgehen**
1. Arbeitsvertrag und Abrechnungen anfordern; prüfen, ob die Erhöhung auf Dauer angelegt ist.
2. Bisheriges und neues Gesamteinkommen nachvollziehbar gegenüberstellen.
3. Anhörung nach § 24 SGB X prüfen; die Ausnahmen stehen in Absatz 2.
4. Die Neuentscheidung muss innerhalb **eines Jahres** nach unserer Kenntnis ergehen (§ 27 Abs. 2 Satz 6 WoGG). Bitte als Wiedervorlage setzen.

Für die Prognose gilt der Zeitpunkt unserer Kenntnis als Zeitpunkt der Antragstellung (Satz 5). Eine Neuentscheidung hängt nicht davon ab, ob eine Mitteilungspflicht bestand (Satz 7).`,
      },
      { kind: "accept", daysAgo: 31, time: "14:50", by: "mueller", answer: "antwort" },
      { kind: "helpful", daysAgo: 30, time: "09:05", by: ["meier", "dangelo"], answer: "antwort" },
      { kind: "helpful", daysAgo: 30, time: "09:10", by: ["mueller"], answer: "hinweis" },
    ],
  },
  {
    key: "verlaengerung",
    category: "bewilligung",
    author: "mueller",
    daysAgo: 28,
    time: "13:35",
    title: "Bewilligung für mehr als zwölf Monate: Bei welchen Fällen lohnt sich das?",
    tags: ["Bewilligungszeitraum"],
    body: `In unserer Teamrunde kam die Frage auf, ob wir bei Haushalten mit sehr gleichmäßigen Verhältnissen länger als zwölf Monate bewilligen. Typisch wären Rentenhaushalte ohne weitere Einkünfte, mit einer Miete, die seit Jahren unverändert ist. Wir würden uns die Hälfte der Weiterleistungsanträge sparen und die Haushalte viele Unterlagen.

Gibt es dafür Kriterien, die wir einheitlich anwenden können? Und was ist, wenn sich während der längeren Zeit doch etwas ändert?`,
    sameQuestionBy: ["huber", "schoeller"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 27, time: "10:15", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 25,
        time: "11:40",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-07-01",
        reviewInDays: 120,
        text: `**Kurz:** Zwölf Monate bleiben die Regel. Bei voraussichtlich gleichbleibenden Verhältnissen können es **bis zu 24 Monate** sein.

**Begründung**
- Wohngeld soll für zwölf Monate bewilligt werden (§ 25 Abs. 1 Satz 1 WoGG). Der Zeitraum kann verkürzt, geteilt oder bei voraussichtlich gleichbleibenden Verhältnissen auf bis zu 24 Monate verlängert werden (Satz 2).
- Es ist eine Prognose und eine Ermessensentscheidung. Der Grund gehört in den Vermerk.

**Anhaltspunkte für eine Verlängerung**
- nur Renten oder ähnlich stetige Einkünfte,
- unveränderte Haushaltsgröße, kein Kind kurz vor Ausbildung oder Auszug,
- Mietverhältnis ohne angekündigte Erhöhung,
- in den letzten Bewilligungszeiträumen keine Änderung von Bedeutung.

**Eher nicht:** schwankender Lohn, selbstständige Tätigkeit, befristete Arbeitsverträge, auslaufendes Arbeitslosengeld, laufende Anträge auf andere Leistungen.

**Vorgehen**
1. Einkommen bei abweichender Dauer nach § 15 Abs. 4 WoGG ermitteln.
2. Im Bescheid deutlich auf die Mitteilungspflichten hinweisen. § 27 und § 28 WoGG gelten während der ganzen Zeit.
3. Regelmäßige Anpassungen, etwa der Renten, in die Prognose einbeziehen, soweit sie absehbar sind.`,
      },
      { kind: "accept", daysAgo: 25, time: "13:00", by: "mueller", answer: "antwort" },
      { kind: "helpful", daysAgo: 24, time: "08:15", by: ["huber", "schoeller", "meier"], answer: "antwort" },
    ],
  },
  {
    key: "wohngeld-2027",
    category: "bewilligung",
    author: "huber",
    daysAgo: 9,
    time: "08:40",
    title: "Wohngeld ab 2027: Was ändert sich für laufende Bewilligungen?",
    tags: ["Gesetzesänderung", "Bewilligungszeitraum"],
    body: `In der Presse steht, dass das Wohngeldgesetz zum Jahreswechsel geändert werden soll. Bei mir rufen schon Haushalte an, deren Bewilligung über den Jahreswechsel hinausläuft, und fragen, ob sie etwas tun müssen.

- Gilt für laufende Bewilligungen das alte oder das neue Recht?
- Soll ich Anträge, über die ich jetzt entscheiden kann, liegen lassen?
- Was sage ich am Telefon, solange nichts feststeht?`,
    sameQuestionBy: ["dangelo", "meier", "mueller"],
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 8, time: "08:30", by: "vogt" },
      {
        kind: "officialAnswer",
        daysAgo: 7,
        time: "11:20",
        by: "vogt",
        key: "antwort",
        legalStatusDate: "2026-11-02",
        reviewOn: LAW_MAY_CHANGE,
        text: `**Kurz:** Noch ist nichts beschlossen. Bis ein Änderungsgesetz verkündet ist, entscheiden wir nach dem **geltenden** Recht. Laufende Bescheide bleiben wirksam.

**Stand**
- Der Gesetzentwurf (BT-Drs. 21/8284) ist im Bundestag in erster Lesung beraten; der Bundesrat muss zustimmen.
- Er enthält eine eigene Übergangsvorschrift (§ 42e des Entwurfs). Was sie für laufende Bewilligungen bedeutet, sagen wir erst, wenn der Wortlaut feststeht.
- Berührt wären vor allem die Vermögensgrenze, der Freibetrag bei Schwerbehinderung und die Ermittlung des Einkommens.

**Vorgehen**
1. Entscheidungsreife Anträge **nicht** liegen lassen. Ein Entwurf ist kein Grund, mit einer Bewilligung zu warten.
2. Den Bewilligungszeitraum wie bisher bestimmen (§ 25 Abs. 1 WoGG); den Jahreswechsel nicht als Grund für eine Teilung nehmen.
3. Am Telefon: „Ihr Bescheid gilt weiter. Sollte sich etwas ändern, schreiben wir Ihnen.“
4. Antworten mit der Wiedervorlage vom selben Tag wie diese vor einer Ablehnung noch einmal prüfen.

Diese Antwort ersetzen wir, sobald das Gesetz verkündet oder gescheitert ist.`,
      },
      { kind: "accept", daysAgo: 7, time: "13:10", by: "huber", answer: "antwort" },
      {
        kind: "helpful",
        daysAgo: 6,
        time: "08:30",
        by: ["dangelo", "meier", "mueller", "schoeller"],
        answer: "antwort",
      },
    ],
  },
  {
    key: "dauer-erfassen",
    category: "bewilligung",
    author: "huber",
    daysAgo: 15,
    time: "09:20",
    title: "Bewilligungszeitraum von 18 Monaten lässt sich nicht erfassen",
    tags: ["Bewilligungszeitraum", "Eingabe"],
    body: `Nach der Antwort der Fachabteilung zu längeren Bewilligungszeiträumen wollte ich heute für einen Rentenhaushalt 18 Monate bewilligen. Wenn ich das Enddatum eintrage, springt das Feld beim Speichern auf zwölf Monate zurück. Eine Meldung erscheint nicht, im Bescheidentwurf stehen dann ebenfalls zwölf Monate.

Gibt es eine Berechtigung oder ein Kennzeichen, das ich vorher setzen muss? Oder wird die Verlängerung bei uns noch nicht unterstützt? Bis dahin lasse ich den Fall liegen, eilig ist er nicht.`,
    endsAs: "answered",
    events: [
      { kind: "take", daysAgo: 14, time: "08:40", by: "albrecht" },
      {
        kind: "passOn",
        daysAgo: 14,
        time: "08:55",
        by: "albrecht",
        to: "fachverfahren",
        note: "Rechtlich ist die Frage geklärt, hier geht es um die Eingabe. Bitte übernehmen.",
      },
      { kind: "take", daysAgo: 13, time: "10:30", by: "yildiz" },
      {
        kind: "officialAnswer",
        daysAgo: 12,
        time: "15:10",
        by: "yildiz",
        key: "antwort",
        legalStatusDate: "2026-09-01",
        reviewInDays: 90,
        text: `**Kurz:** Es fehlt das Kennzeichen „abweichende Dauer“. Ohne dieses Kennzeichen setzt das Fachverfahren das Ende immer auf zwölf Monate.

**So geht es**
1. In der Maske *Bewilligung* zuerst das Feld **Dauer** von „Regel“ auf „abweichend“ stellen.
2. Einen Grund aus der Liste wählen. Für die Verlängerung ist das „gleichbleibende Verhältnisse“; der Vermerk wird mit dem Bescheid gespeichert.
3. Erst danach das Enddatum eintragen und speichern.
4. Im Bescheidentwurf das Ende des Bewilligungszeitraums gegenlesen.

**Gut zu wissen**
- Das Feld *Dauer* ist nur für Personen mit der Berechtigung „Bewilligung erweitert“ sichtbar. Sie haben sie seit heute; wer sie noch braucht, meldet sich bitte bei der Fachverfahrensbetreuung.
- Dass ohne Meldung zurückgesetzt wird, ist unschön. Ich habe beim Hersteller einen Hinweistext angeregt.
- Die Wiedervorlage „Weiterleistung“ richtet sich nach dem neuen Ende, hier ist nichts zu tun.`,
      },
      { kind: "accept", daysAgo: 12, time: "15:40", by: "huber", answer: "antwort" },
      { kind: "helpful", daysAgo: 11, time: "09:00", by: ["mueller"], answer: "antwort" },
    ],
  },
]
