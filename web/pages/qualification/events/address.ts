export const EVENTS = "/infoveranstaltungen"
export const eventPath = (id: string) => `${EVENTS}/${id}`
export const registerPath = (eventId: string) => `${EVENTS}/${eventId}/einwaende`
export const newEventPath = (cohortId: string) => `/lerngruppen/${cohortId}/infoveranstaltungen/neu`
export const markingPath = (objectionId: string) => `/einwaende/${objectionId}`
export const placeOf = (objectionId: string) => `einwand-${objectionId}`
