import { POINTS, type Point } from "../../../../server/qualification/proof.ts"

/** Where a learner prepares their assessment. */
export const preparationOf = (cohortId: string) => `/lerngruppen/${cohortId}/vorbereitung`

/** How a point of the half-year stands in an address. */
export const POINT_NAMES: Record<Point, string> = { start: "anfang", middle: "mitte", end: "ende" }

export const pointNamed = (name: string | undefined) => POINTS.find((one) => POINT_NAMES[one] === name)
