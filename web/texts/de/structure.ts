export const structure = {}
