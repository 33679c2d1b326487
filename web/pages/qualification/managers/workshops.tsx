import type { ManagerView } from "../../../../server/qualification/course.ts"
import { Badge, Table } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { When } from "../cohorts/when.tsx"

export function Workshops({ t, workshops }: { t: Texts; workshops: ManagerView["workshops"] }) {
  const words = t.qualification.managed
  const { when, what, cancelled } = t.qualification.cohorts
  return (
    <div class="ff-part">
      <h2>{words.workshops}</h2>
      {workshops.length === 0 ? (
        <p>{words.noWorkshops}</p>
      ) : (
        <>
          <p>{words.workshopsText}</p>
          <Table
            caption={words.workshops}
            columns={[when, what]}
            rows={workshops.map((workshop) => ({
              key: workshop.id,
              cells: [
                <When step={{ ...workshop, kind: "workshop" }} key="when" />,
                <>
                  <strong>
                    <a href={`/termine/${workshop.id}`}>{workshop.title}</a>
                  </strong>
                  {workshop.cancelled ? (
                    <div>
                      <Badge kind="warning">{cancelled}</Badge>
                    </div>
                  ) : (
                    <>
                      {workshop.place && <div>{workshop.place}</div>}
                      {workshop.comesIn && (
                        <div>
                          {words.comesIn} <When step={{ ...workshop.comesIn, kind: "workshop" }} />
                        </div>
                      )}
                      {workshop.agreement && !workshop.comesIn && (
                        <div class="ff-muted">{words.agreementAfter}</div>
                      )}
                    </>
                  )}
                </>,
              ],
            }))}
          />
        </>
      )}
    </div>
  )
}
