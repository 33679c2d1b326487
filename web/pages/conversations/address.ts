export const LIST = "/gespraeche"
export const NEW = `${LIST}/neu`
export const BLOCKED = `${LIST}/blockiert`
export const pathOf = (id: string) => `${LIST}/${id}`
/** Where somebody reads on. */
export const NEWS = "neu"
export const anchorOf = (messageId: string) => `nachricht-${messageId}`

/** With the people that are chosen already. */
export const startingWith = (personIds: string[]) =>
  personIds.length > 0 ? `${NEW}?${new URLSearchParams(personIds.map((id) => ["person", id]))}` : NEW

/** The page on which a message stands, with some that came after it. */
const AFTER = 10
export const pathOfMessage = (conversationId: string, message: { id: string; number: number }) =>
  `${pathOf(conversationId)}?vor=${message.number + AFTER}#${anchorOf(message.id)}`
