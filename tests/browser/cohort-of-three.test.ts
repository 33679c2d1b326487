import { walkHalfYear } from "./half-year/walk.ts"

// Three is an odd number for rounds with a peer; and here learners have no JavaScript.
walkHalfYear(3, { learnersRunScripts: false })
