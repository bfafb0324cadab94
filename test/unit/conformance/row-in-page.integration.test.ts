import type { Verdict } from "../../conformance/row";
import { withRow } from "../../conformance/row-in-page";
import { rows } from "../../conformance/rows";

const names = rows.map(({ name }) => name);
const line = (kind: string, cells: readonly string[]): string => `| ${[kind, ...cells, "create 1"].join(" | ")} |`;
const all = names.map(() => "✓");
const page = [
  `| ${["kind", ...names, "calls per object"].join(" | ")} |`,
  `| ${["kind", ...names, "calls"].map(() => "---").join(" | ")} |`,
  line("First", all),
  line("Third", ["–<sup>1</sup>", ...all.slice(1)]),
  "",
  "<sup>1</sup> nothing of it is secret.",
  "",
].join("\n");
const kinds = ["First", "Second", "Third"];

const verdictsOf = (kind: string, first: Verdict): Map<string, Verdict> =>
  new Map(names.map((name, index): [string, Verdict] => [`${kind} ${name}`, index === 0 ? first : "holds"]));
const printed = (kind: string, first: Verdict): string =>
  withRow(page, { name: kind, verdicts: verdictsOf(kind, first), calls: "create 1" }, kinds);

describe("the row of one kind", () => {
  it("replaces its former line, and changes nothing else", () => {
    expect(printed("Third", "holds")).toBe(
      page.replace(line("Third", ["–<sup>1</sup>", ...all.slice(1)]), line("Third", all)),
    );
  });

  it("comes after the kind before it, if it is new", () => {
    expect(
      printed("Second", "holds")
        .split("\n")
        .slice(2, 5)
        .map((it) => it.split(" | ")[0]),
    ).toEqual(["| First", "| Second", "| Third"]);
  });

  it("takes the number of a reason that the page has", () => {
    expect(printed("Second", { doesNotApply: "nothing of it is secret" })).toContain(
      line("Second", ["–<sup>1</sup>", ...all.slice(1)]),
    );
  });

  it("adds a reason that the page does not have", () => {
    const changed = printed("Second", { doesNotApply: "it is new" });
    expect(changed).toContain(line("Second", ["–<sup>2</sup>", ...all.slice(1)]));
    expect(changed).toContain("<sup>1</sup> nothing of it is secret. <sup>2</sup> it is new.\n");
  });

  it("is refused if the page has other rows", () => {
    expect(() => withRow("# Conformance\n", { name: "First", verdicts: new Map(), calls: "" }, kinds)).toThrow(
      /has other rows/,
    );
  });
});
