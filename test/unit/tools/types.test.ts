import { kinds } from "../../../provider/kinds";
import { inputsOf } from "../../../tools/generate/described";
import { modelsIn, shortText, typeText } from "../../../tools/generate/types";

const inputs = kinds.flatMap((kind) => inputsOf(kind).map((input) => ({ ...input, kind: kind.name })));
const constraints = inputs.find(({ name }) => name === "constraints")?.type as (typeof inputs)[number]["type"];

describe("the text of a type", () => {
  it.each(inputs.map(({ kind, name, type }) => [kind, name, type] as const))(
    "%s.%s leaves no model out",
    (_kind, _name, type) => {
      expect(typeText(type, (text) => text)).not.toContain("unknown[]");
    },
  );

  it("has the members of a model, each with what is said of it", () => {
    expect(typeText(constraints, (text) => `Input<${text}>`, { isDocumented: true })).toMatch(
      /\/\*\* The smallest number that is allowed\. \*\/\nminimum\?: Input<number \| undefined>;/,
    );
  });

  it("calls a model by its name in a table, and has a table of its own for it", () => {
    expect(shortText(constraints)).toBe("PropertyConstraint[]");
    const [model] = modelsIn(constraints);
    expect(model?.members.find(({ name }) => name === "featureType")).toEqual({
      name: "featureType",
      type: "string",
      doc: "Name of the feature type: Address, or {namespace}Address if several namespaces have one.",
      required: true,
    });
    expect(model?.members.filter(({ doc }) => doc === "")).toEqual([]);
  });
});
