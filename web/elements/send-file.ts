import { ApiFault, faultOf } from "./api.ts"
import { words } from "./words.ts"

/** `check`: whether the virus scanner has found it clean. */
export type SentFile = { id: string; name: string; bytes: number; image: boolean; check: string }
export type Sending = { done: Promise<SentFile>; cancel: () => void }

/** The connection broke off, not the server refused: the same file may be sent again. */
export class BrokenOff extends Error {}

/**
 * Sends one file and tells how far it is (0 to 1): only the older way of sending can. It takes as long as it takes;
 * the server ends it when nothing arrives any more.
 */
export function sendFile(file: File, onProgress: (part: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<SentFile>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener("error", () => reject(new BrokenOff()))
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")))
    request.addEventListener("load", () => {
      const answer = readAnswer(request.responseText)
      if (request.status === 201 && isSentFile(answer)) resolve(answer)
      else if (PASSING.includes(request.status)) reject(new BrokenOff())
      else reject(new ApiFault(faultOf(answer) || words.failed))
    })
  })
  const body = new FormData()
  body.append("file", file, file.name)
  request.open("POST", "/api/attachments")
  request.setRequestHeader("accept", "application/json")
  request.send(body)
  return { done, cancel: () => request.abort() }
}

/** Too slow, or a server in between that reaches ours no more. */
const PASSING = [408, 502, 503, 504]

/** Takes an upload back that is not wanted after all; what fails here is swept away by the server within a day. */
export function takeBack(id: string): void {
  fetch(`/api/attachments/${id}`, { method: "DELETE" }).catch(() => undefined)
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isSentFile(value: unknown): value is SentFile {
  if (typeof value !== "object" || value === null) return false
  if (!("id" in value) || !("name" in value) || !("bytes" in value) || !("image" in value)) return false
  if (!("check" in value)) return false
  return typeof value.id === "string" && typeof value.name === "string" && typeof value.bytes === "number"
}
