import { OutOfBand } from "../../e2e/support/out-of-band";
import { organisation } from "../../../provider/kinds/organisation/organisation";
import { compare, organisationsOn, type Found } from "../../reliability/comparison";
import { declaredOn, organisations } from "../../reliability/killed-organisations";
import { forms } from "../../reliability/life";
import { Tenant } from "../lifecycle/tenant";

const declared = { name: "Soest", parent: "1", ...forms.first };
const asDeclared = { lost: [], doubled: [], different: [] };

let tenant: Tenant;
let found: Found[];
beforeAll(async () => {
  tenant = await Tenant.start();
  await tenant.resource("Soest", "Organisation").up(tenant.run(), declared);
  found = await theirs();
});
afterAll(() => tenant.stop());

async function theirs(): Promise<Found[]> {
  const { url, username, password } = tenant.emulator;
  return (await organisationsOn(new OutOfBand(url, username, password))).filter(({ id }) => id !== "1");
}

it("holds every field of an organisation, which the lives declare all", () => {
  expect(Object.keys(declared).sort()).toEqual(Object.keys(organisation.inputs).sort());
  expect(compare([declared], found)).toEqual(asDeclared);
});

it.each(Object.keys(forms.second) as (keyof typeof forms.second)[])("tells a lost %s", (field) => {
  const { lost, doubled, different } = compare([{ ...declared, [field]: forms.second[field] }], found);
  expect([lost, doubled]).toEqual([[], []]);
  expect(different.length).toBeGreaterThan(0);
  different.forEach((text) => expect(text).toMatch(new RegExp(`^Soest \\(\\d+\\): ${field}\\b`)));
});

it.each(Object.keys(forms.empty) as (keyof typeof forms.empty)[])("tells a %s that was not cleared", (field) => {
  expect(compare([{ ...declared, [field]: forms.empty[field] }], found).different).not.toEqual([]);
});

it.each([
  ["another parent", { ...declared, parent: "2" }],
  ["a parent where none is declared", { name: "Soest", ...forms.first }],
  ["a custom field too many", { ...declared, customFields: {} }],
])("tells %s", (_what, values) => {
  expect(compare([values], found).different).toHaveLength(1);
});

it("tells what is lost, there twice, and not declared", () => {
  const [soest] = found as [Found];
  const twice = { ...soest, id: "7" };
  const stranger = { id: "8", fields: { name: "Soest (in creation)" } };
  expect(compare([declared, { name: "Unna" }], [soest, twice, stranger])).toEqual({
    lost: ["Unna"],
    doubled: ["Soest (7)", "Soest (in creation) (8)"],
    different: [],
  });
});

it("does not pass over a field that it does not know", () => {
  expect(() => compare([{ ...declared, motto: "x" }], found)).toThrow("motto");
});

it("knows the parents of the organisations that are killed by their numbers", () => {
  const numbered = organisations.map(({ parent, ...fields }, index) => ({
    id: `${100 + index}`,
    fields: { contact: {}, customFields: {}, ...fields, parent: parent === undefined ? "1" : "100" },
  }));
  const { lost, doubled, different } = compare(declaredOn(numbered), numbered);
  expect([lost, doubled]).toEqual([[], []]);
  expect(different).toHaveLength(organisations.filter(({ parent }) => parent?.startsWith("Kreis")).length);
});
