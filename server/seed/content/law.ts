import { LAW_MAY_CHANGE } from "./types.ts"

/** What an official answer of the example rests on, when and where that was read, and when it is to be read again. */
export interface LawCheck {
  /** Key of the question. */
  question: string
  norms: string
  /** `YYYY-MM-DD`. */
  checkedOn: string
  source: string
  /** `YYYY-MM-DD`, or null where the answer is outdated on purpose. */
  lookAgainOn: string | null
}

const CHECKED_ON = "2026-11-29"
const EVERY_HALF_YEAR = "2027-05-31"
const WOGG = "gesetze-im-internet.de, WoGG, Stand: Art. 11 Abs. 8 G v. 16.4.2026 I Nr. 107"
const SGB_I = "gesetze-im-internet.de, SGB I, Stand: Art. 62 Abs. 3 G v. 4.2.2026 I Nr. 33"
const SGB_X = "gesetze-im-internet.de, SGB X, Stand: Art. 2 G v. 16.4.2026 I Nr. 106"
const DRAFT = "Gesetzentwurf BT-Drs. 21/8284, erste Lesung 8.10.2026; Ausgang offen"
const NO_NORM = "Bedienung des erfundenen Fachverfahrens"

export const lawChecks: LawCheck[] = [
  check("formlos", "§§ 22, 25 WoGG; § 60 SGB I; § 9 SGB X", [WOGG, SGB_I, SGB_X]),
  check("jobcenter-antrag", "§ 16 SGB I; §§ 7, 8, 25 WoGG", [WOGG, SGB_I]),
  check("betreuung", "§ 5 Abs. 4, § 18 WoGG", [WOGG]),
  check("sterbefall", "§ 6 Abs. 2, §§ 7, 27, 28 WoGG", [WOGG]),
  check("abfindung", "§§ 15, 16, 25 WoGG", [WOGG, DRAFT], LAW_MAY_CHANGE),
  check("schwerbehinderung", "§ 17 Nr. 1 WoGG", [WOGG, DRAFT], LAW_MAY_CHANGE),
  check("vermoegen", "§ 21 Nr. 3 WoGG; Nr. 21.36, 21.37 WoGVwV", [WOGG, DRAFT], LAW_MAY_CHANGE),
  check("jobcenter-bewilligt", "§§ 7, 8, 25, 28 WoGG; §§ 24, 45, 50, 103, 107 SGB X", [
    WOGG,
    SGB_X,
    "BVerwG 5 C 2.18; VG Braunschweig 3 A 80/13",
  ]),
  check("jobcenter-abgelehnt", "§§ 7, 8, 25 WoGG; § 28 SGB X", [WOGG, SGB_X, "VG Lüneburg 4 A 395/17"]),
  check("studium", "§ 20 Abs. 2 WoGG", [WOGG]),
  check("weiterleistung", "§ 22 Abs. 4, § 24 Abs. 2 WoGG", [WOGG]),
  check("direktzahlung", "§ 26 WoGG; § 53 SGB I", [WOGG, SGB_I]),
  check("vorlaeufig", "§§ 4, 26a WoGG", [WOGG]),
  check("lohnerhoehung", "§ 27 Abs. 2 WoGG; § 24 SGB X", [WOGG, SGB_X]),
  check("verlaengerung", "§§ 15, 25, 27, 28 WoGG", [WOGG]),
  check("wohngeld-2027", "§ 25 WoGG; § 42e des Entwurfs", [WOGG, DRAFT], LAW_MAY_CHANGE),
  check("dauer-erfassen", "keine", [NO_NORM]),
  check("bagatellgrenze", "§§ 29, 30a WoGG; §§ 24, 50 SGB X", [WOGG, SGB_X, DRAFT], LAW_MAY_CHANGE),
  check("nachholung", "§§ 66, 67 SGB I", [SGB_I]),
  check("freigabe", "keine", [NO_NORM]),
  check("bescheinigung", "§ 14 Abs. 2 Nr. 21 WoGG; §§ 67 ff. SGB X", [WOGG, SGB_X, DRAFT], LAW_MAY_CHANGE),
  // The example shows how an answer is found to be outdated: these two state the law of 2022 and 2023.
  check("mieterhoehung", "§§ 25, 27 WoGG", [WOGG], null),
  check("bekanntgabe", "§ 37 Abs. 2 SGB X", [SGB_X], null),
]

/** Those that are to be read again on that day. */
export const dueOn = (day: string): LawCheck[] =>
  lawChecks.filter(({ lookAgainOn }) => lookAgainOn !== null && lookAgainOn <= day)

function check(
  question: string,
  norms: string,
  sources: string[],
  lookAgainOn: string | null = EVERY_HALF_YEAR,
): LawCheck {
  return { question, norms, checkedOn: CHECKED_ON, source: sources.join("; "), lookAgainOn }
}
