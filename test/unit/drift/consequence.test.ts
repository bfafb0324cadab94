import { consequenceOfAbsence, consequenceOfChange } from "../../../provider/drift/consequence";
import { kindCalled } from "../../../provider/drift/looking";
import { readState, type OpenResource } from "../../../provider/drift/state";
import { exported, urnOf } from "./exported";

const opened = (more: object): OpenResource => {
  const resource = { urn: urnOf("Organisation", "state"), id: "2", type: "", inputs: {}, outputs: {}, ...more };
  const found = readState(exported(resource), "state", kindCalled).resources[0]?.open();
  if (found === undefined) {
    throw new Error("no resource");
  }
  return found;
};
const ignoring = (...ignoreChanges: readonly string[]) => opened({ ignoreChanges });
const after = (resource: OpenResource, ...path: readonly string[]) => consequenceOfChange(resource, path).refreshed;

describe("`ignoreChanges`", () => {
  it.each([
    ["description", ["description"]],
    ["contact", ["contact", "city"]],
    ["contact.city", ["contact", "city"]],
    ['contact["city"]', ["contact", "city"]],
    ['["contact"]["city"]', ["contact", "city"]],
    ["contact.*", ["contact", "city"]],
    ["contact[*]", ["contact", "city"]],
    ["*", ["contact", "city"]],
    ['customFields["a.b"]', ["customFields", "a.b"]],
    ['customFields["a \\"b\\""]', ["customFields", 'a "b"']],
    ["customFields.x", ["customFields"]],
    ["files[0].content", ["files", "a.txt", "sha256"]],
    ["[*]", ["description"]],
  ])("%s makes Pulumi leave %j as it is", (ignored, path) => {
    const consequence = consequenceOfChange(ignoring("legalName", ignored), path);
    expect(consequence).toMatchObject({ plain: "nothing", refreshed: "nothing" });
    expect(consequence.says).toContain(`Pulumi ignores changes of \`${ignored}\``);
  });

  it.each([
    ["description", ["legalName"]],
    ["contact.city", ["contact", "zip"]],
    ["city", ["contact", "city"]],
    ['customFields["*"]', ["customFields", "x"]],
    ['customFields["a.b"]', ["customFields", "a"]],
  ])("%s says nothing of %j", (ignored, path) => {
    expect(after(ignoring(ignored), ...path)).toBe("update");
  });
});

it("tells an object that the program only reads, and which Pulumi never changes or creates", () => {
  const external = opened({ external: true });
  const read = { refreshed: "nothing", says: expect.stringContaining("Pulumi only reads this object") as unknown };
  expect(consequenceOfChange(external, ["name"])).toMatchObject(read);
  expect(consequenceOfAbsence(external)).toMatchObject(read);
  expect(consequenceOfAbsence(opened({})).refreshed).toBe("create");
});
