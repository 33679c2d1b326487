import type { TemplateStep } from "./shape.ts"

/** What all learning impulses of the half-year have in common. */
export const impulse: Omit<TemplateStep, "title" | "week" | "contents" | "tasks" | "questions"> = {
  kind: "impulse",
  weeks: 0,
  minutes: 20,
  guidance: "",
  materials: "",
  agenda: [],
  features: [],
  voluntary: true,
}
