export { stepFilePages } from "./pages.ts"
export { StepFiles } from "./step-files.tsx"
