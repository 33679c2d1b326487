export const information = {}
