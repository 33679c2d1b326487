export { preparationOf } from "./address.ts"
export { preparationPages } from "./pages.ts"
