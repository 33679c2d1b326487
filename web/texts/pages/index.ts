export { accessibility } from "./accessibility.ts"
export { help } from "./help.ts"
export { imprint } from "./imprint.ts"
export { privacy } from "./privacy.ts"
