import { antrag } from "./questions/antrag.ts"
import { ausschluss } from "./questions/ausschluss.ts"
import { bewilligung } from "./questions/bewilligung.ts"
import { einkommen } from "./questions/einkommen.ts"
import { fachverfahren } from "./questions/fachverfahren.ts"
import { haushalt } from "./questions/haushalt.ts"
import { miete } from "./questions/miete.ts"
import { mitwirkung } from "./questions/mitwirkung.ts"
import { rueckforderung } from "./questions/rueckforderung.ts"
import { unterhalt } from "./questions/unterhalt.ts"
import type { SeedQuestion } from "./types.ts"

/**
 * A file for each category. The norms were read in the texts of mid-2026 (WoGG, SGB I, SGB X); two answers are outdated
 * on purpose and stand in the review list. All of it is an example and no legal advice.
 */
export const questions: SeedQuestion[] = [
  ...antrag,
  ...haushalt,
  ...einkommen,
  ...miete,
  ...ausschluss,
  ...bewilligung,
  ...rueckforderung,
  ...mitwirkung,
  ...fachverfahren,
  ...unterhalt,
]
