import type { ComponentChildren } from "preact"
import { Disclosure } from "./blocks.tsx"
import { Button } from "./buttons.tsx"
import { Form } from "./forms.tsx"

type Props = {
  /** What would be done, and where one says that it is meant. */
  summary: string
  now: string
  /** What comes of it. */
  text: ComponentChildren
  action: string
  hidden?: Record<string, string | number>
  small?: boolean
  /** What it is about, for those who hear the button without its surroundings. */
  context?: string
}

/** What takes something away is asked first, with or without a script. */
export function TwoSteps({ summary, now, text, action, hidden, small, context }: Props) {
  return (
    <Disclosure summary={summary} quiet>
      <p>{text}</p>
      <Form action={action} {...(hidden && { hidden })}>
        <div>
          <Button kind="danger" {...(small && { small })} {...(context && { context })}>
            {now}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}
