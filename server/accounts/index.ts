export { departments, people } from "./tables.ts"
export { type Sessions, openSessions } from "./sessions.ts"
export { findActor } from "./people/queries.ts"
