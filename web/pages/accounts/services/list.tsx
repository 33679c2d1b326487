import {
  createService,
  type DepartmentView,
  listDepartments,
  listServices,
  NewService,
  type ServiceView,
} from "../../../../server/accounts/index.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import {
  Badge,
  Buttons,
  Card,
  Form,
  List,
  Meta,
  PageTitle,
  Row,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { LIST, ServiceFields, serviceLabels } from "./fields.tsx"

type Found = { services: ServiceView[]; departments: DepartmentView[] }

/** The accounts that programs act for, and a form for another one. */
export function serviceListPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(LIST, {
    access: ["admin"],
    find: async ({ db }): Promise<Found> => ({
      services: await listServices(db),
      departments: await listDepartments(db),
    }),
    input: NewService,
    labels: serviceLabels,
    start: () => ({ roles: ["clerk"] }),
    act: ({ db, actor }, value) => createService(db, actor, value),
    to: ({ id }) => [`${LIST}/${id}`, "service-created"],
    show: ({ t }, found, form) => {
      const { title } = t.accounts.services
      return {
        title,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, title),
        children: <Services {...found} form={form} />,
      }
    },
  })
}

function Services({ services, departments, form }: Found & { form: FormState }) {
  const { t } = useReader()
  const words = t.accounts.services
  return (
    <>
      <Faults form={form} />
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {services.length > 0 && (
        <List label={words.list}>
          {services.map(({ id, name, active, tokens }) => (
            <Row
              key={id}
              href={`${LIST}/${id}`}
              title={name}
              badges={active ? undefined : <Badge>{words.stopped}</Badge>}
              meta={<Meta items={[words.tokenCount(tokens.length)]} />}
            />
          ))}
        </List>
      )}
      <Card title={words.add} id="neu" icon="plus">
        <Form action={LIST}>
          <ServiceFields form={form} departments={departments} />
          <Buttons>
            <SubmitButton>{words.add}</SubmitButton>
          </Buttons>
        </Form>
      </Card>
    </>
  )
}
