import { kindOf } from "./elements.ts"

/** Nothing moves for those who asked for less motion. */
export function findMotion(): string[] {
  const moves = (durations: string) => durations.split(",").some((one) => Number.parseFloat(one) > 0)
  const faults: string[] = []
  for (const element of document.querySelectorAll("*")) {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element)
    const isAnimated = animationName !== "none" && moves(animationDuration)
    if (isAnimated || moves(transitionDuration) || scrollBehavior === "smooth")
      faults.push(`moves although less motion was asked for: ${kindOf(element)}`)
  }
  return [...new Set(faults)]
}
