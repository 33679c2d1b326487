/** The forms of the page, by the name that each is sent under. */
export const FORMS = { selfRating: "self-rating", situations: "preparation" } as const
