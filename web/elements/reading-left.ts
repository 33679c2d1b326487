/** Under this name stands, for as long as the tab is open, which form somebody left to read a thread. */
export const READING = "ff-reading"

/** Only then is there a way back to offer. */
export function hasLeftForm(): boolean {
  try {
    return sessionStorage.getItem(READING) !== null
  } catch {
    return false
  }
}
