import { Button, Disclosure, Form } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** Asks first, also without a script. */
export function Removing({ t, action, context }: { t: Texts; action: string; context: string }) {
  const words = t.qualification.projects
  return (
    <Disclosure summary={words.remove} quiet>
      <p>{words.removeConfirm}</p>
      <Form action={action} hidden={{ action: "remove" }}>
        <div>
          <Button kind="danger" small context={context}>
            {words.removeNow}
          </Button>
        </div>
      </Form>
    </Disclosure>
  )
}
