/** A count about a group of people is shown from so many people on: of fewer it would tell about each of them. */
export const FEWEST_COUNTED = 5
