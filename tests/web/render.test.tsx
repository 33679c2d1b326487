import type { VNode } from "preact"
import { renderToString } from "preact-render-to-string"
import { expect, it } from "vitest"
import { renderHtml } from "../../server/kernel/render-html.ts"

const HOSTILE = `"><script>alert('1')</script>&amp;<b a="`
const Twice = ({ children }: { children?: unknown }) => (
  <>
    {children}-{children}
  </>
)
const Nothing = () => null

const nodes: Record<string, VNode> = {
  text: <p>{HOSTILE}</p>,
  attributes: <p title={HOSTILE} class={HOSTILE} data-x={HOSTILE} lang="" id={undefined} />,
  "text areas": (
    <form noValidate>
      <textarea name="a" value={`\n${HOSTILE}`} rows={3} />
      <textarea name="b" value="" />
      <textarea name="c" value={undefined} required />
    </form>
  ),
  options: (
    <select name="x" required={false}>
      <optgroup label={HOSTILE}>
        <option value="" selected>
          {HOSTILE}
        </option>
        <option value="b" selected={false} disabled>
          b
        </option>
      </optgroup>
    </select>
  ),
  "truth and falsehood": (
    <details open={false}>
      <summary aria-current={false} aria-busy={true} data-in-place data-off={false} tabIndex={-1} />
      <input type="checkbox" checked disabled={false} value={0} spellcheck={false} draggable={true} />
      <input inputMode="numeric" autocomplete="off" formNoValidate maxLength={3} value="" />
    </details>
  ),
  "what has no end": (
    <div>
      <br />
      <img src="/a" alt="" width={3} />
      <hr class="x" />
      <p />
      <ff-menu class="y" />
    </div>
  ),
  drawings: (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" fill="none" aria-hidden="true" focusable="false">
      <path d="M0 0" stroke-width={2} />
    </svg>
  ),
  components: (
    <Twice>
      <i>{1}</i>
      {[HOSTILE, null, 0, false, true, undefined, <b key="b">{2.5}</b>, [<u key="u">ü</u>]]}
      <Nothing />
    </Twice>
  ),
  "what is HTML already": <div dangerouslySetInnerHTML={{ __html: "<p>&amp;</p>" }} />,
  "a table": (
    <table>
      <td colSpan={2} rowSpan={1} headers="a">
        {""}
      </td>
    </table>
  ),
}

it.each(Object.entries(nodes))("writes %s as Preact does", (_name, node) => {
  expect(renderHtml(node)).toBe(renderToString(node))
})

it("lets no text become an element or end its attribute", () => {
  const html = renderHtml([HOSTILE, nodes.text, nodes.attributes, nodes["text areas"], nodes.options])
  expect(html).not.toMatch(/<(script|b)\b/)
  // Every mark of its own begins an element or an attribute of ours.
  expect(html.replaceAll(/<\/?\w+( [\w-]+(="[^"<]*")?)*\/?>/g, "")).not.toMatch(/["<]/)
})

it("writes nothing for what is no element, such as a stranger's JSON", () => {
  const foreign = JSON.parse('{"type":"script","props":{"children":"alert(1)"},"constructor":null}')
  for (const one of [foreign, {}, () => "x", new Date(0)])
    expect(renderHtml(one as unknown as VNode)).toBe("")
})

it("takes no name for an attribute that would end it", () => {
  expect(() => renderHtml(<p {...Object({ 'x onload="alert(1)"': "1" })} />)).toThrow("attribute")
})
