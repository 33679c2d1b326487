import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"

export const timersCatalogue: CatalogueEntry[] = [
  impersonal(
    "timers",
    "subject_id",
    "kind",
    "phases",
    "position",
    "started_at",
    "phase_started_at",
    "paused_at",
    "ended_at",
    "planned_end_at",
    "work_since",
    "version",
  ),
]
