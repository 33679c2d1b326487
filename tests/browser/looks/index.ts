/** What is measured inside of a page, in whatever colours and size it is shown. */
export { findFaintness } from "./contrast.ts"
export { findUnseenFocus } from "./focus.ts"
export { findMotion } from "./motion.ts"
export { findShapeFaults } from "./shape.ts"
export { findStates, takeStates } from "./states.ts"
