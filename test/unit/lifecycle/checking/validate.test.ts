import { kinds, type Kind } from "../../../../provider/kinds";
import { UNKNOWN } from "../../../../provider/lifecycle/values/unknown";
import { validate } from "../../../../provider/lifecycle/checking/validate";

const organisation = kinds.find(({ name }) => name === "Organisation") as Kind;
const problems = (inputs: Record<string, unknown>) => validate(organisation, inputs).map(({ property }) => property);

describe("the check of the inputs of one resource", () => {
  it("accepts the smallest declaration", () => {
    expect(validate(organisation, { name: "Kreis Soest" })).toEqual([]);
  });

  it("shows all faults at once, each with its field", () => {
    const failures = validate(organisation, {
      name: " Soest ",
      parent: "the state",
      contact: { email: "no address" },
      adopt: "always",
    });
    expect(failures.map(({ property }) => property)).toEqual(["name", "parent", "contact.email", "adopt"]);
    expect(failures[0]?.reason).toMatch(/^HC3001 `name` is " Soest ".*without white space/s);
  });

  it("names a field that is missing", () => {
    expect(validate(organisation, {})[0]?.reason).toContain("`name` is missing");
  });

  it.each([
    ["User", { fullName: 7 }, "`fullName` is 7: expected a text"],
    ["User", { active: "yes" }, '`active` is "yes": expected true or false'],
    ["User", { description: "x".repeat(10_001) }, "expected at most 10,000 characters"],
    ["User", { adopt: "always" }, '`adopt` is "always": expected one of "never", "ifExists", "required"'],
    ["OrganisationMembers", { members: "all" }, '`members` is "all": expected a list'],
    ["OrganisationMembers", { members: [{ user: "", role: "user" }] }, "expected a text that is not empty"],
    ["ApiToken", { validDays: 0 }, "expected "],
    ["Organisation", { capacityPoints: 1.5 }, '`capacityPoints` is 1.5: expected a whole number or ""'],
    ["Organisation", { contact: { email: 7 } }, "`contact.email` is 7: expected a text"],
    ["Organisation", { customFields: { "": "x" } }, "expected as its name 1 to 100 characters on one line"],
    ["Organisation", { logo: { base64: "€" } }, "expected a text in base64"],
    ["User", { passwordVersion: true }, "expected a number or a text"],
  ])("says in plain words what a %s expects: %j", (kindName, inputs, expected) => {
    const kind = kinds.find(({ name }) => name === kindName) as Kind;
    const [field = ""] = Object.keys(inputs);
    const failure = validate(kind, inputs).find(({ property }) => property.split(".")[0] === field);
    expect(failure?.reason).toContain(expected);
    expect(failure?.reason).not.toMatch(/Too (small|big)|Invalid|expected (string|number|boolean|array)/);
  });

  it.each([
    ["Organisation", { mapConfiguration: { layers: [""] } }, "mapConfiguration.layers.0"],
    ["Organisation", { customFields: { "": "x" } }, "customFields."],
    ["ApiToken", { name: "" }, "name"],
    ["Bucket", { name: "" }, "name"],
    ["SchemaProfile", { constraints: [{ featureType: "", minimum: 1 }] }, "constraints.0.featureType"],
  ])("says once of a %s that a text is empty: %j", (kindName, inputs, field) => {
    const failures = validate(kinds.find(({ name }) => name === kindName) as Kind, inputs);
    expect(failures.filter(({ property }) => property === field)).toHaveLength(1);
  });

  it("suggests the field that was probably meant, at every depth", () => {
    const failures = validate(organisation, { name: "A", legalname: "x", contact: { emial: "a@b.example" } });
    const reasons = failures.map(({ reason }) => reason).join("\n");
    expect(reasons).toContain("Did you mean `legalName`?");
    expect(reasons).toContain("There is no input `contact.emial`");
    expect(reasons).toContain("Did you mean `email`?");
  });

  it("suggests it in the items of a list, too, and says what an item may be", () => {
    const of = (kindName: string, inputs: Record<string, unknown>) =>
      validate(kinds.find(({ name }) => name === kindName) as Kind, { organisation: "1", name: "A", ...inputs })
        .map(({ reason }) => reason)
        .join("\n");
    const constraints = [{ featureType: "Road", property: "number", maximun: 1 }];
    expect(of("SchemaProfile", { schema: "schemas/org.1.x", constraints })).toMatch(
      /There is no input `constraints\.0\.maximun`[^]*Did you mean `maximum`\?/,
    );
    expect(of("Bucket", { files: [{ pth: "a.txt" }] })).toMatch(/`files\.0\.pth`[^]*Did you mean `path`\?/);
    expect(of("Bucket", { files: [3] })).toContain("`files.0` is 3: expected the path of a file, a pattern of paths");
    expect(of("BucketFile", { source: "a.txt" })).toContain('`source` is "a.txt": expected a file, with its `path`');
  });

  it.each([
    ["Bucket", { files: [{ content: "canary", name: 5 }] }],
    ["Bucket", { files: [{ base64: "not base64: canary", name: "a" }] }],
    ["Bucket", { files: { content: "canary" } }],
    ["BucketFile", { source: { content: "canary", base64: "Y2FuYXJ5" } }],
    ["Organisation", { logo: { base64: "not base64: canary" } }],
  ])("does not show the content of a file: %s %j", (kindName, inputs) => {
    const [field = ""] = Object.keys(inputs);
    const reasons = validate(kinds.find(({ name }) => name === kindName) as Kind, inputs).map(({ reason }) => reason);
    expect(reasons.find((reason) => reason.includes(`\`${field}`))).toContain("HC3001");
    expect(reasons.join()).not.toMatch(/canary|Y2FuYXJ5/);
  });

  it("lists the inputs if none is similar", () => {
    expect(validate(organisation, { name: "A", colour: "red" })[0]?.reason).toContain("The inputs are: name, parent");
  });

  it("accepts a value that is not known yet", () => {
    expect(problems({ name: "A", parent: UNKNOWN, contact: { email: UNKNOWN } })).toEqual([]);
    expect(problems({ name: "A", contact: UNKNOWN })).toEqual([]);
  });

  it("takes null as left out", () => {
    expect(problems({ name: "A", legalName: null, contact: { city: null } })).toEqual([]);
  });

  it("ignores the inputs that the constructor and Pulumi add", () => {
    expect(problems({ name: "A", __origin: "dev/a", __provider: "exports.handler = …" })).toEqual([]);
  });
});
