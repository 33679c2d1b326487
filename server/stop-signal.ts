/**
 * Ends with the first Ctrl+C, or when the command is told to end otherwise: it stops where it can be gone on from. A
 * second one ends it at once.
 * @param reason what then is thrown, where the work throws it
 */
export function stopSignal(reason?: Error): AbortSignal {
  const stopping = new AbortController()
  const stop = () => stopping.abort(reason)
  process.once("SIGINT", stop).once("SIGTERM", stop)
  return stopping.signal
}
