import { defineConfig } from "drizzle-kit"

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./server/kernel/tables.ts",
    "./server/accounts/tables.ts",
    "./server/search/tables.ts",
    "./server/forum/tables.ts",
    "./server/announcements/tables.ts",
    "./server/qualification/tables.ts",
    "./server/qualification/cohorts/tables.ts",
    "./server/qualification/competences/tables.ts",
    "./server/qualification/evidence/tables.ts",
    "./server/qualification/assessments/tables.ts",
    "./server/qualification/plans/tables.ts",
    "./server/qualification/projects/tables.ts",
    "./server/qualification/reports/tables.ts",
    "./server/qualification/retrospectives/tables.ts",
    "./server/qualification/starts/tables.ts",
    "./server/qualification/timers/tables.ts",
    "./server/qualification/sessions/tables.ts",
    "./server/qualification/impulses/tables.ts",
    "./server/qualification/certificates/tables.ts",
    "./server/qualification/journal/tables.ts",
    "./server/qualification/leaving/tables.ts",
  ],
  out: "./migrations",
})
