import type { Framework } from "../shape.ts"
import { communication } from "./communication.ts"
import { content } from "./content.ts"
import { information } from "./information.ts"
import { problems } from "./problems.ts"
import { safety } from "./safety.ts"

/** The names are those of the framework; what somebody does at which level is said in our own words. */
export const digcomp: Framework = {
  id: "digcomp",
  version: "2.2",
  name: { de: "DigComp 2.2", en: "DigComp 2.2" },
  areas: [information, communication, content, safety, problems],
}
