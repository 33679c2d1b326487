import { carried, type Draft } from "./draft.ts"

/** Hands everything typed on through a page in between. */
export function Carried({ draft, leaveOut }: { draft: Draft; leaveOut?: readonly string[] }) {
  return (
    <>
      {carried(draft, leaveOut).map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={index} />
      ))}
    </>
  )
}
