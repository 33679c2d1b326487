export const accountsErrors = {}
