import { z } from "zod";
import {
  comparedAs,
  equalities,
  equalityInWords,
  equalityOf,
  isSpeltLike,
  kinds,
  meansTheSame,
  type Equality,
} from "../../../provider/kinds";
import { withKey } from "../../../provider/kinds/traits";

/** Of each rule: two spellings of the same, and a value that is another one. */
const spellings: Readonly<Record<Equality, readonly [one: string, same: string, another: string]>> = {
  exact: ["ger", "ger", "Ger"],
  text: ["Straße\nä", " Straße\r\na\u0308 ", "straße\nä"],
  userName: ["Erika.Muster", "erika.MUSTER", "erika.muster2"],
  email: ["Erika@Muster.example", "erika@muster.example", "erika@muster.example.org"],
  address: ["https://maps.example/wms?a=%c3", "HTTPS://MAPS.example:443/wms?a=%C3", "https://maps.example/WMS?a=%C3"],
  moment: ["2027-01-01T00:00:00+02:00", "2026-12-31T22:00:00.000Z", "2026-12-31T22:00:00.001Z"],
  version: ["1", " 1 ", "1.0"],
  fileName: ["stra\u00dfe-\u00e4.xsd", "stra\u00dfe-a\u0308.xsd", "straße-ä.xsd "],
  bytes: ["ab12", "ab12", "ab13"],
  json: ['[{"a": 1, "b": null, "c": [1, 2]}]', '[ {"c":[1,2],\n"a":1} ]', '[{"a":1,"c":[2,1]}]'],
  never: ["a", "a", "b"],
};

describe("values that are the same", () => {
  it.each(Object.entries(spellings))("%s", (rule, [one, same, another]) => {
    const type = comparedAs(rule as Equality, z.string());
    expect(meansTheSame(type, one, same)).toBe(true);
    expect(meansTheSame(type, one, another)).toBe(false);
    expect(isSpeltLike(rule as Equality, one, same)).toBe(true);
  });

  it("a version as a number equals the same version as a text", () => {
    expect(meansTheSame(comparedAs("version", z.union([z.number(), z.string()])), 1, "1")).toBe(true);
  });

  it("a text that is not a moment, or not an address, equals only itself", () => {
    expect(meansTheSame(comparedAs("moment", z.string()), "soon", "later")).toBe(false);
    expect(meansTheSame(comparedAs("address", z.string()), "soest.example", "unna.example")).toBe(false);
  });

  it("lists, maps and objects follow the rules of their members", () => {
    const list = withKey(z.array(z.strictObject({ user: z.string(), role: z.string().optional() })), "user");
    expect(
      meansTheSame(
        list,
        [{ user: "ä" }, { user: "b", role: "" }],
        [{ user: "b" }, { role: undefined, user: "a\u0308" }],
      ),
    ).toBe(true);
    expect(meansTheSame(z.record(z.string(), z.string()), { ä: "1", b: "2" }, { b: "2 ", "a\u0308": "1" })).toBe(true);
    expect(meansTheSame(z.record(z.string(), z.string()), { a: "" }, {})).toBe(false);
  });
});

describe("the rule of a type without a declared one", () => {
  it.each<[Equality, z.ZodType]>([
    ["email", z.union([z.email(), z.literal("")]).optional()],
    ["address", z.url().optional()],
    ["moment", z.iso.datetime({ offset: true })],
    ["text", z.string().max(5)],
    ["exact", z.enum(["a", "b"])],
    ["exact", z.number()],
    ["exact", z.string().meta({ refersTo: "User" })],
  ])("%s", (rule, type) => {
    expect(equalityOf(type)).toBe(rule);
  });
});

describe.each(kinds.map((kind) => [kind.name, kind] as const))("%s", (_name, kind) => {
  it.each(Object.entries(kind.inputs))("%s has a stated rule", (_field, field) => {
    const named = [...equalityInWords(field).matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "");
    expect(named.some((name) => name in equalities)).toBe(true);
  });

  it("the id of another object is compared character by character", () => {
    const references = Object.values(kind.inputs).filter(({ refersTo }) => refersTo !== undefined);
    expect(references.map(({ type }) => equalityOf(type))).toEqual(references.map(() => "exact"));
  });
});
