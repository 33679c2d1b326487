export { preparationPages } from "./pages.ts"
