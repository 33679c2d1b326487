import { eq } from "drizzle-orm"
import { type Loader, ofPerson } from "../accounts/index.ts"
import { rulesAcceptances, rulesComments, rulesEditions } from "./tables.ts"

/** What the rules of use keep of a person. */
export const rulesChapters: Loader[] = [
  ofPerson({
    name: "nutzungsregeln",
    title: { de: "Bestätigte Nutzungsregeln", en: "Rules of use that you accepted" },
    from: rulesAcceptances,
    joins: [[rulesEditions, eq(rulesEditions.id, rulesAcceptances.editionId)]],
    owner: rulesAcceptances.personId,
    fields: { edition: { column: rulesEditions.number, de: "Fassung", en: "Edition" } },
    order: [rulesEditions.id],
  }),
  ofPerson({
    name: "nutzungsregeln-kommentare",
    title: {
      de: "Ihre Kommentare zum Entwurf der Nutzungsregeln",
      en: "Your comments on the draft of the rules",
    },
    from: rulesComments,
    owner: rulesComments.authorId,
    fields: { text: { column: rulesComments.body, de: "Text", en: "Text" } },
    order: [rulesComments.id],
  }),
  ofPerson({
    name: "nutzungsregeln-entwuerfe",
    title: {
      de: "Nutzungsregeln, deren Entwurf Sie gezeigt haben",
      en: "Rules of use whose draft you put out",
    },
    from: rulesEditions,
    owner: rulesEditions.proposedById,
    fields: {
      edition: { column: rulesEditions.number, de: "Fassung", en: "Edition" },
      summary: { column: rulesEditions.summary, de: "Was neu ist", en: "What is new" },
    },
    order: [rulesEditions.id],
  }),
]
