import { TwoSteps, useReader } from "../../../layout/index.ts"

type Props = {
  file: { id: string; name: string; caption: string }
  back: string
  /** What comes of it. */
  text: string
}

export function RemoveFile({ file, back, text }: Props) {
  const { t } = useReader()
  const words = t.qualification.files
  return (
    <TwoSteps
      summary={words.remove}
      text={text}
      now={words.removeNow}
      action={`/schritte/dateien/${file.id}/loeschen`}
      hidden={{ back }}
      context={file.caption || file.name}
      small
    />
  )
}
