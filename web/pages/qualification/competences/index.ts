export { competencePages } from "./pages.tsx"
