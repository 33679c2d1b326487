import type { Framework } from "../shape.ts"
import { communication } from "./communication.ts"
import { content } from "./content.ts"
import { information } from "./information.ts"
import { problems } from "./problems.ts"
import { safety } from "./safety.ts"

/**
 * The English names are those of the framework, which knows no German ones; those are ours, and wherever they are
 * certified it is said. What somebody does at which level is said in our own words in both languages.
 */
export const digcomp: Framework = {
  id: "digcomp",
  version: "2.2",
  name: { de: "DigComp 2.2", en: "DigComp 2.2" },
  areas: [information, communication, content, safety, problems],
  levels: ["Foundation", "Intermediate", "Advanced", "Highly specialised"],
}
