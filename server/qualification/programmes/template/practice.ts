import type { TemplateStep } from "./shape.ts"

const phase: Pick<
  TemplateStep,
  "kind" | "weeks" | "minutes" | "guidance" | "agenda" | "questions" | "voluntary"
> = {
  kind: "practice",
  weeks: 4,
  minutes: 0,
  guidance: "",
  agenda: [],
  questions: [],
  voluntary: false,
}

export const practice1: TemplateStep = {
  ...phase,
  title: "Praxisphase 1: Erste Schritte",
  week: 1,
  contents: `Das Lernprojekt beginnt. Wichtig ist nicht, viel zu schaffen, sondern **einen Schritt wirklich zu tun** und davon zu berichten. Rechnen Sie mit einer Stunde in der Woche; etwa eine Viertelstunde davon ist der Lernimpuls.

Typische erste Schritte: sich eine Plattform zeigen lassen, in der IT anrufen und nach der zuständigen Person fragen, bei einer anderen Abteilung nachfragen, die das schon macht.`,
  materials: `- Bogen „Telefonat mit der IT“: Was gibt es schon? Wer betreibt es? Wer darf hinein? Was kostet Zeit, was Geld? Wer entscheidet?
- Eigenes Lernprojekt mit den Entscheidungen`,
  tasks: `- **Eine Aufgabe übernehmen** und bis zum Lerngruppentreffen erledigen, z. B. drei Plattformen vergleichen oder die Ansprechperson in der IT finden
- Das Ergebnis in fünf Sätzen im Lernprojekt festhalten: getan, herausgefunden, überrascht, offen, nächster Schritt
- Vor dem Lerngruppentreffen die eine Zeile ausfüllen: Stand, Hürde, Bitte`,
  features: ["project"],
}

export const practice2: TemplateStep = {
  ...phase,
  title: "Praxisphase 2: Die Plattform einrichten",
  week: 6,
  contents: `Die Plattform wird auf den Bedarf der Abteilung zugeschnitten. Arbeiten Sie **zu zweit** und bleiben Sie dabei im Gespräch: eine Person richtet ein, die andere sieht mit den Augen der Kolleginnen und Kollegen hin.

Fangen Sie klein an: drei bis fünf Kategorien reichen. Eine Kategorie, in der nach vier Wochen nichts steht, braucht vermutlich niemand.`,
  materials: `- Gezeichneter Ablauf „So soll es in einem Jahr sein“ aus Workshop 2
- Schreibhilfe für Fachfragen: Ausgangslage, Frage, was ich schon geprüft habe
- Liste der häufigsten Fachfragen aus der ersten Woche`,
  tasks: `- Kategorien, zuständige Abteilung und Schreibhilfen einrichten und zu zweit durchspielen: fragen, übernehmen, antworten, wiederfinden
- Fünf echte Fachfragen mit Antwort und mindestens ein Beispiel guter Praxis eintragen, ohne Angaben zu Personen
- Jemanden ohne Vorwissen eine Antwort suchen lassen und zusehen, ohne zu helfen; notieren, wo es hakt
- Was nicht gelingt, als Frage in die Lerngruppe bringen`,
  features: ["project", "platform"],
}

export const practice3: TemplateStep = {
  ...phase,
  title: "Praxisphase 3: Infoveranstaltung",
  week: 11,
  contents: `Die Kolleginnen und Kollegen lernen das Forum kennen, **bevor** es für alle gilt. Die Infoveranstaltung dauert höchstens eine Stunde, und mehr als die Hälfte davon gehört ihnen: ausprobieren, fragen, einwenden.

Jeder Einwand und jede gute Frage wird aufgeschrieben, im Wortlaut und ohne Rechtfertigung. Sie sind der Stoff für Workshop 4.

Bewährter Ablauf: Eröffnung durch die Führungskraft (5 Minuten), ein echter Fall von der Frage bis zur Antwort (10), selbst ausprobieren mit Hilfe am Platz (20), Einwände und gute Fragen sammeln (20), wie es weitergeht (5).`,
  materials: `- Plan der Infoveranstaltung: Ablauf, Gastgeberinnen und Gastgeber, Raum und Technik
- Kurze Einladung mit einem Satz zum Nutzen und einem Satz zu dem, was nicht geplant ist (niemand wird gemessen)
- Karten „Einwand“ und „gute Frage“
- Entwurf der Nutzungsregeln zum Mitnehmen`,
  tasks: `- Infoveranstaltung planen; die Einzelheiten im Lerngruppentreffen abstimmen
- Infoveranstaltung halten; mindestens zwei Lernende führen durch die Veranstaltung
- Einwände und gute Fragen im Wortlaut festhalten, nach Themen ordnen, nicht beantworten
- Denen, die nicht da waren, in drei Sätzen berichten`,
  features: ["project", "event"],
}

export const practice4: TemplateStep = {
  ...phase,
  title: "Praxisphase 4: Der Start",
  week: 16,
  contents: `Mit der Unterstützung der Führungskraft werden alle noch einmal informiert. **Diese Ankündigung ist das Startzeichen:** Ab jetzt werden Fachfragen im Forum gestellt.

Die ersten zwei Wochen entscheiden. Sehen Sie täglich nach, ob Fragen liegen bleiben. Wer per E-Mail fragt, bekommt eine freundliche Antwort mit Link; keine Frage bleibt unbeantwortet, weil sie auf dem falschen Weg kam.`,
  materials: `- Plan der Einführung aus Workshop 4
- Vorschlag für die Ankündigung: Was gilt ab wann? Was nützt es? Wer hilft? Was bleibt, wie es ist?
- Beschlossene Nutzungsregeln; bestätigte Seite zum Datenschutz`,
  tasks: `- Ankündigung mit der Führungskraft veröffentlichen
- In den ersten zwei Wochen täglich zehn Minuten: offene Fragen ansehen, die zuständige Abteilung ansprechen, Neuen helfen
- Lernprojekt abschließen und das Ergebnis festhalten
- Für die Rückmeldung an die Führungskraft notieren: Was gelingt? Was fehlt? Was brauchen wir noch?`,
  features: ["project", "rollout"],
}
