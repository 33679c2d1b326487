import { expect, test } from "vitest"
import { pdfBlocksOf } from "../../server/kernel/pdf-markdown.ts"

test("what is typed is in the PDF as on the page: dates stay text, lists keep their numbers, no mark-up is left", () =>
  expect(
    pdfBlocksOf(
      "# Ergebnis\n15. Mai 2026: **Abgabe**\n31. Juli\n\n#### Näheres\n\n3. drei\n5. fünf\n   - [x] *darunter*\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 2*5<br>3 | `c` |\n\n> Zitat",
    ),
  ).toEqual([
    { kind: "heading", level: 2, text: "Ergebnis" },
    { kind: "paragraph", text: "15. Mai 2026: Abgabe\n31. Juli" },
    { kind: "heading", level: 3, text: "Näheres" },
    { kind: "list", items: ["drei", "fünf\n- ☑ darunter"], numbers: [3, 5] },
    { kind: "list", items: ["a", "b"] },
    { kind: "table", columns: ["x", "y"], rows: [["2*5\n3", "c"]] },
    { kind: "paragraph", text: "    Zitat" },
  ]))
