import { instantOf, moveClock, now, today } from "../../server/kernel/time.ts"
import { addDays, workdayFrom } from "../../server/kernel/workdays.ts"

// The application on the morning of the next working day, when digests tell what happened until now.
moveClock(instantOf(`${workdayFrom(addDays(today(), 1), null)}T08:00`).getTime() - now().getTime())

await import("../../server/main.ts")
