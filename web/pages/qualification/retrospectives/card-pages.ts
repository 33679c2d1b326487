import type { App } from "../../../../server/kernel/http.ts"
import {
  CardVersion,
  EditedCard,
  editCard,
  findCard,
  groupCard,
  HEADINGS,
  NewCardGroup,
  placeCard,
  removeCard,
  TakenOver,
  takeOverCard,
  vote,
} from "../../../../server/qualification/outcome.ts"

import { type Ask, type Next, pagesOf } from "../../../form-pages.ts"
import { actionsOf, NoInput } from "../../../form-reading.ts"
import type { Site } from "../../../site.tsx"
import { showBoard } from "./board-page.tsx"
import { boardOf, Place } from "./columns.ts"
import { lessonOpened } from "./lesson-pages.ts"

type Card = Awaited<ReturnType<typeof found>>

/** Everything that is done with one card of the board. */
export function cardPages(app: App, site: Site): void {
  pagesOf(app, site).form("/rueckblick/karten/:id", {
    ...actionsOf({
      save: EditedCard,
      remove: CardVersion,
      place: Place,
      group: NewCardGroup,
      vote: NoInput,
      unvote: NoInput,
      "take-over": TakenOver,
    }),
    name: "card",
    labels: ({ qualification: { retrospectives: words } }) => ({
      body: words.body,
      title: words.newTopic,
      place: words.place,
    }),
    find: found,
    start: ({ body, version }) => ({ body, version: String(version) }),
    act: async ({ db, actor, params: { id } }, sent, card): Promise<Next> => {
      const board = boardOf(card.cohortId)
      const here = `${board}#karte-${id}`
      switch (sent.action) {
        case "save":
          await editCard(db, actor, id, sent)
          return [here, "saved"]
        case "remove":
          await removeCard(db, actor, id, sent.version)
          return [board, "card-removed"]
        case "place":
          await placeCard(db, actor, id, placeOf(sent.place, card))
          return [here, "card-moved"]
        case "group":
          await groupCard(db, actor, id, sent)
          return [here, "card-moved"]
        case "take-over":
          return lessonOpened(card.cohortId, await takeOverCard(db, actor, id, sent.key))
        default:
          await vote(db, actor, { cardId: id }, sent.action === "vote")
          return here
      }
    },
    to: (next) => next,
    again: (ask, { cohortId }, form) => showBoard(ask, cohortId, { form, at: ask.params.id }),
  })
}

const found = ({ db, actor, params }: Ask) => findCard(db, actor, params.id)

function placeOf(place: string, { heading }: Card) {
  const column = HEADINGS.find((one) => one === place)
  return column ? { heading: column, groupId: null } : { heading, groupId: place }
}
