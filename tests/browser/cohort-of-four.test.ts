import { walkHalfYear } from "./half-year/walk.ts"

walkHalfYear(4)
