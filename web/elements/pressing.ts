/**
 * A press begins on one element and ends on it, else the browser makes no click of it. Whoever puts something else in
 * the place of what may be pressed waits for the end of it first.
 */
export async function released(): Promise<void> {
  if (isPressed) await new Promise<void>((resolve) => waiting.push(resolve))
}

let isPressed = false
let waiting: (() => void)[] = []

/** Begins to watch presses of mouse, finger, pen, and of the keys that press a button. */
export function watchPresses(): void {
  const press = () => {
    isPressed = true
  }
  // The click comes after the end of the press, and before the next task.
  const release = () =>
    setTimeout(() => {
      isPressed = false
      const all = waiting
      waiting = []
      for (const go of all) go()
    })
  const isPressing = ({ key }: KeyboardEvent) => key === " " || key === "Enter"
  const heard = { capture: true, passive: true }
  addEventListener("pointerdown", press, heard)
  addEventListener("keydown", (event) => isPressing(event) && press(), heard)
  addEventListener("keyup", (event) => isPressing(event) && release(), heard)
  for (const end of ["pointerup", "pointercancel", "blur", "pagehide"]) addEventListener(end, release, heard)
}
