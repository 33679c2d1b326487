const ESCO = "http://data.europa.eu/esco/skill/"

/**
 * The concepts of ESCO for the competences of DigComp 2, from its collection "DigComp" (ESCO 1.2.0,
 * `digCompSkillsCollection_en.csv`). It has none for 2.5 (netiquette), and none yet for the competences of 3.0.
 */
const CONCEPTS: Record<string, string> = {
  "1.1": "e439742d-558d-4f52-885e-afdc740b48cf",
  "1.2": "1d6c7de4-350e-4868-a47b-333b4b0d9650",
  "1.3": "4d97e3c3-f335-47cc-a4ee-0d779fd42222",
  "2.1": "a12057b4-6d11-4a12-ab8e-15a028ef0a6d",
  "2.2": "40001d93-8937-4859-89d5-2dca53290ff4",
  "2.3": "16a00c69-9c74-4c37-96d7-6301d285e5ce",
  "2.4": "2b34a99f-9813-4c91-9509-b6b9b8c3132e",
  "2.6": "bc0b0b5d-f6be-405a-b224-b6902a4dbe97",
  "3.1": "5fd5c985-eaaa-47aa-8314-62359c54505a",
  "3.2": "5af49836-2269-46d9-87b9-0d3140c6c22e",
  "3.3": "a91732ce-988e-4105-9570-f425c6ffdc82",
  "3.4": "21d2f96d-35f7-4e3f-9745-c533d2dd6e97",
  "4.1": "df329d70-87b0-466b-a214-3431f36e2a5e",
  "4.2": "33a82b83-c838-4889-ae62-fae1317481eb",
  "4.3": "d1ed5b3a-cab5-4c5d-baf8-0214998b58fb",
  "4.4": "c4ba12d1-4698-42fa-8abb-789462ea2586",
  "5.1": "14832d87-2f2f-4895-b290-e4760ebae42a",
  "5.2": "42fcf80d-7b45-40f3-bd2f-5411c4c0dfa0",
  "5.3": "1a4cc54f-1e53-442b-a6d2-1682dc8ef8f9",
  "5.4": "238343b1-7b51-42b3-a9ed-cf24d3a236e7",
}

/** Where a version is published as a whole. A competence without an address of its own is a part of it, by number. */
const PUBLISHED: Record<string, { name: string; url: string }> = {
  "digcomp@2.2": { name: "DigComp 2.2", url: "https://doi.org/10.2760/115376" },
  "digcomp@3.0": {
    name: "DigComp 3.0",
    url: "https://publications.jrc.ec.europa.eu/repository/handle/JRC144121",
  },
}

type Published = { framework: string; version: string; id: string }

/** The framework's name, and one address for each competence; null for frameworks that nobody published. */
export function publishedAddress({
  framework,
  version,
  id,
}: Published): { name: string; url: string } | null {
  const published = PUBLISHED[`${framework}@${version}`]
  if (!published) return null
  const concept = version === "2.2" ? CONCEPTS[id] : undefined
  return { name: published.name, url: concept ? ESCO + concept : `${published.url}#${id}` }
}
