import type { TemplateStep } from "./shape.ts"

const meeting: Pick<TemplateStep, "kind" | "weeks" | "minutes" | "agenda" | "questions" | "voluntary"> = {
  kind: "meeting",
  weeks: 0,
  minutes: 60,
  agenda: [
    { title: "Ankommen und Technik", minutes: 5, isBreak: false },
    { title: "Runde: Stand, Hürde, Bitte", minutes: 10, isBreak: false },
    { title: "Kollegiale Beratung zu einem Fall", minutes: 35, isBreak: false },
    { title: "Vereinbarungen und nächster Termin", minutes: 10, isBreak: false },
  ],
  questions: [],
  voluntary: false,
}

const materials = `- Einwahl und Telefonnummer für alle, deren Bild oder Ton nicht will
- Die Zeilen „Stand, Hürde, Bitte“, vor dem Treffen ausgefüllt
- Ablauf der Kollegialen Beratung in der kurzen Form (35 Minuten)`

export const meeting1: TemplateStep = {
  ...meeting,
  title: "Lerngruppentreffen 1: Wo stehen wir?",
  week: 3,
  contents: `Das erste Treffen am Bildschirm. Die Zeilen „Stand, Hürde, Bitte“ sind schon ausgefüllt; in der Runde wird nur ergänzt, was sich geändert hat.

**Kollegiale Beratung kennenlernen:** Die Lernbegleitung moderiert dieses Mal selbst. Die wichtigste Regel: Wer den Fall gibt, hört bei den Vermutungen und Lösungen zu und muss sich nicht rechtfertigen. Was in der Beratung gesagt wird, bleibt in der Gruppe.`,
  guidance:
    "Moderieren Sie die Kollegiale Beratung selbst, und sagen Sie bei jedem Abschnitt, wozu er dient. Fragen Sie vor jedem Ratschlag: „Was hast du schon versucht?“ und „Was wäre ein Schritt, der auch gelingt, wenn niemand hilft?“",
  materials,
  tasks: `- Die eine Vereinbarung aus dem Treffen bis Workshop 2 umsetzen
- Ein Thema für die nächste Kollegiale Beratung vormerken`,
  features: ["project", "peer-consulting"],
}

export const meeting2: TemplateStep = {
  ...meeting,
  title: "Lerngruppentreffen 2: Lösungen vereinbaren",
  week: 8,
  contents: `Beim Einrichten der Plattform sind Fragen aufgekommen. Sammeln Sie in der Runde die Hürden, die mehr als ein Projekt betreffen, und vereinbaren Sie **eine Lösung für alle**: gemeinsame Namen der Kategorien, eine Schreibhilfe, wer mit der IT spricht.

In der Kollegialen Beratung moderiert eine Lernende oder ein Lernender; die Lernbegleitung achtet auf die Zeit.`,
  guidance:
    "Halten Sie Vereinbarungen als ganze Sätze fest: Wer tut was bis wann, und woran merken die anderen, dass es getan ist?",
  materials,
  tasks: `- Vereinbarte Lösungen in der eigenen Kategorie umsetzen
- Für Workshop 3 einen Satz mitbringen: „Bei uns sollte gelten, dass …“`,
  features: ["project", "peer-consulting"],
}

export const meeting3: TemplateStep = {
  ...meeting,
  title: "Lerngruppentreffen 3: Infoveranstaltung im Einzelnen",
  week: 12,
  contents: `Feinplanung der Infoveranstaltung. Gehen Sie den Ablauf Minute für Minute durch: Wer spricht? Was ist zu sehen? Was tun wir, wenn die Technik ausfällt? Wer schreibt die Einwände mit?

Die Kollegiale Beratung gilt dieses Mal dem schwierigsten Moment, den Sie erwarten, z. B.: „Was, wenn jemand sagt: Noch ein System, das keiner braucht?“

Ein echter Fall überzeugt mehr als jede Folie. Auf einen Einwand ist „Danke, das schreibe ich auf“ die beste erste Antwort.`,
  guidance: "Lassen Sie den Einstieg einmal laut proben.",
  materials: `${materials}
- Plan der Infoveranstaltung in der letzten Fassung`,
  tasks: `- Einladung verschicken, Raum und Technik prüfen
- Den eigenen Teil einmal laut üben, zu zweit`,
  features: ["project", "event", "peer-consulting"],
}

export const meeting4: TemplateStep = {
  ...meeting,
  title: "Lerngruppentreffen 4: Rückmeldung an die Führungskraft",
  week: 18,
  agenda: [
    { title: "Ankommen und Technik", minutes: 5, isBreak: false },
    { title: "Runde: Was gelingt seit dem Start, was fehlt?", minutes: 10, isBreak: false },
    { title: "Erfahrungen ordnen und Rückmeldung vorbereiten", minutes: 35, isBreak: false },
    { title: "Wer stellt zusammen, wer stimmt zu, bis wann?", minutes: 10, isBreak: false },
  ],
  contents: `Die Erfahrungen der letzten Wochen werden gesammelt und so geordnet, dass **eine Person im Namen der Gruppe** der Führungskraft eine Rückmeldung geben kann.

Ordnen Sie nach vier Fragen: Was hat sich verbessert? Was hakt noch? Was brauchen wir von der Führungskraft? Was sollte als Nächstes geschehen? Keine Namen, keine Zahlen zu einzelnen Personen.

Alle sehen Feld für Feld, was die Führungskraft lesen wird, und stimmen zu, bevor freigegeben wird. Bleibt Zeit, folgt eine kurze Kollegiale Beratung zu einem Fall aus dem Alltag.`,
  guidance: "Achten Sie darauf, dass auch Unbequemes stehen bleibt, sachlich und mit einem Vorschlag.",
  materials: `${materials}
- Notizen zu den Fragen „Was gelingt? Was fehlt? Was brauchen wir noch?“`,
  tasks: `- Die Rückmeldung zusammenstellen (eine Person), lesen und zustimmen (alle)
- Für Workshop 5 ein Foto oder einen Gegenstand mitbringen, der für dieses Halbjahr steht`,
  features: ["project", "peer-consulting", "feedback-report"],
}
