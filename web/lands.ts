import { LANDS } from "../server/kernel/workdays.ts"
import type { Option } from "./layout/index.ts"
import type { Texts } from "./texts/index.ts"

/** Where public holidays differ: the Länder, and below each its municipalities that have others. */
export const landOptions = ({ shell: { lands } }: Texts): Option[] => {
  const isOf = (land: string) => (part: string) => part === land || part.startsWith(`${land}-`)
  return LANDS.filter((land) => !land.includes("-"))
    .flatMap((land) => LANDS.filter(isOf(land)))
    .map((land) => ({ value: land, label: lands[land] }))
}
