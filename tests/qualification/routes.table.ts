/**
 * What each route of the qualification answers to whom, besides the table of all other routes: here the part in a
 * cohort decides. The stranger has every role but the facilitator's, the visitor facilitates another cohort.
 */
export const VISITORS = ["nobody", "stranger", "visitor", "facilitator", "learner", "manager"] as const

/** The first segments of the addresses that belong to the qualification, pages and API. */
const SEGMENTS = [
  "cohorts",
  "qualifizierung",
  "lerngruppen",
  "data-protection",
  "datenschutz/festlegungen",
  "evidence",
  "nachweise",
]

const OURS = new RegExp(`^/(api/)?(${SEGMENTS.join("|")})(/|$)`)

export const isOfQualification = (url: string) => OURS.test(url)

export const TABLE: Record<string, string> = {
  "GET /api/cohorts": "401 200 200 200 200 200",
  "GET /api/cohorts/:id": "401 404 404 200 200 200",
  "GET /api/cohorts/:id/competences": "401 404 404 200 200 200",
  "PUT /api/cohorts/:id/competences": "401 404 404 204 403 403",
  "GET /api/cohorts/:id/evidence": "401 404 404 403 200 403",
  "POST /api/cohorts/:id/evidence": "401 404 404 403 201 403",
  "GET /api/cohorts/:id/evidence/proposals": "401 404 404 403 200 403",
  "GET /api/cohorts/:id/plans/:kind": "401 404 404 200 200 403",
  "PUT /api/cohorts/:id/plans/:kind": "401 404 404 200 200 403",
  "POST /api/cohorts/:id/plans/:kind/decide": "401 404 404 204 403 403",
  "GET /api/cohorts/:id/plans/:kind/editions/:version": "401 404 404 200 200 403",
  "POST /api/cohorts/:id/plans/:kind/reopen": "401 404 404 204 403 403",
  "GET /api/cohorts/:id/report": "401 404 404 200 200 403",
  "PUT /api/cohorts/:id/report": "401 404 404 403 403 403",
  "POST /api/cohorts/:id/report/approve": "401 404 404 403 204 403",
  "POST /api/cohorts/:id/report/compose": "401 404 404 403 204 403",
  "PUT /api/cohorts/:id/report/contribution": "401 404 404 403 204 403",
  "POST /api/cohorts/:id/report/release": "401 404 404 403 403 403",
  "GET /api/cohorts/:id/report/released": "401 404 404 404 404 404",
  "POST /api/cohorts/:id/report/withdraw": "401 404 404 403 204 403",
  "GET /api/cohorts/:id/self-ratings": "401 404 404 403 200 403",
  "PUT /api/cohorts/:id/self-ratings": "401 404 404 403 204 403",
  "GET /api/data-protection": "401 200 200 200 200 200",
  "DELETE /api/evidence/:id": "401 404 404 404 204 404",
  "PUT /api/evidence/:id": "401 404 404 404 204 404",
  "GET /datenschutz/festlegungen": "303 200 200 200 200 200",
  "GET /lerngruppen/:id": "303 404 404 200 200 200",
  "GET /lerngruppen/:id/kompetenzen": "303 404 404 200 200 200",
  "GET /lerngruppen/:id/kompetenzen/auswahl": "303 404 404 200 403 403",
  "POST /lerngruppen/:id/kompetenzen/auswahl": "401 404 404 422 403 403",
  "GET /lerngruppen/:id/nachweise": "303 404 404 403 200 403",
  "GET /lerngruppen/:id/nachweise/neu": "303 404 404 403 200 403",
  "POST /lerngruppen/:id/nachweise/neu": "401 404 404 403 422 403",
  "GET /lerngruppen/:id/rueckmeldung": "303 404 404 200 200 200",
  "GET /lerngruppen/:id/rueckmeldung/bearbeiten": "303 404 404 403 403 403",
  "POST /lerngruppen/:id/rueckmeldung/bearbeiten": "401 404 404 403 403 403",
  "POST /lerngruppen/:id/rueckmeldung/erfahrungen": "401 404 404 403 303 403",
  "POST /lerngruppen/:id/rueckmeldung/freigeben": "401 404 404 422 422 403",
  "GET /lerngruppen/:id/rueckmeldung/pdf": "303 404 404 404 404 404",
  "POST /lerngruppen/:id/rueckmeldung/zuruecknehmen": "401 404 404 403 303 403",
  "POST /lerngruppen/:id/rueckmeldung/zusammenstellen": "401 404 404 403 303 403",
  "POST /lerngruppen/:id/rueckmeldung/zustimmen": "401 404 404 403 409 403",
  "GET /lerngruppen/:id/selbsteinschaetzung": "303 404 404 403 200 403",
  "GET /lerngruppen/:id/selbsteinschaetzung/eintragen": "303 404 404 403 200 403",
  "POST /lerngruppen/:id/selbsteinschaetzung/eintragen": "401 404 404 403 422 403",
  "GET /lerngruppen/:id/vorhaben/:plan": "303 404 404 200 200 403",
  "GET /lerngruppen/:id/vorhaben/:plan/bearbeiten": "303 404 404 200 200 403",
  "POST /lerngruppen/:id/vorhaben/:plan/bearbeiten": "401 404 404 409 409 403",
  "POST /lerngruppen/:id/vorhaben/:plan/beschliessen": "401 404 404 409 403 403",
  "GET /lerngruppen/:id/vorhaben/:plan/fassungen/:version": "303 404 404 200 200 403",
  "POST /lerngruppen/:id/vorhaben/:plan/wieder-oeffnen": "401 404 404 303 403 403",
  "GET /nachweise/:id/bearbeiten": "303 404 404 404 200 404",
  "POST /nachweise/:id/bearbeiten": "401 404 404 404 422 404",
  "POST /nachweise/:id/entfernen": "401 404 404 404 303 404",
  "GET /qualifizierung": "303 200 200 200 200 200",
}
