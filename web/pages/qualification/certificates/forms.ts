/** The forms of a certificate's page, by the name that each is sent under. */
export const FORMS = { release: "release", revocation: "revocation" } as const
