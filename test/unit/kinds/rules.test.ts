import { kinds, type Kind } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/lifecycle/values/unknown";
import { validate } from "../../../provider/lifecycle/checking/validate";

const reasons = (kindName: string, inputs: Readonly<Record<string, unknown>>): string[] => {
  const kind = kinds.find(({ name }) => name === kindName) as Kind;
  return validate(kind, inputs).map(({ reason }) => reason.split("\n")[0] ?? "");
};

describe("CswConfiguration", () => {
  const csw = (inputs: Readonly<Record<string, unknown>>) =>
    reasons("CswConfiguration", { organisation: "1", ...inputs });

  it("takes languages of both sets of ISO 639-2, in any order", () => {
    expect(csw({ supportedLanguages: ["ger", "eng", "deu"], defaultLanguage: "deu" })).toEqual([]);
  });

  it("takes the codes that ISO 639-2 keeps for local use, and refuses other codes with that letter", () => {
    expect(csw({ supportedLanguages: ["ger", "qaa", "qtz"] })).toEqual([]);
    expect(csw({ supportedLanguages: ["qua1"] })).toHaveLength(1);
    expect(csw({ supportedLanguages: ["qzz"] })).toHaveLength(1);
  });

  it.each([
    [{ supportedLanguages: ["xyz"] }, /supportedLanguages.*expected an ISO 639-2 code/],
    [{ defaultLanguage: "de" }, /defaultLanguage.*expected an ISO 639-2 code/],
    [{ supportedLanguages: [] }, /at least one language/],
    [{ date: "2026-02-30" }, /`date`.*expected a date, YYYY-MM-DD/],
    [{ temporalExtent: { begin: "yesterday" } }, /`temporalExtent.begin`/],
    [{ serviceConformity: "perfect" }, /`serviceConformity`/],
    [{ supportedLanguages: ["eng"], defaultLanguage: "ger" }, /"ger" is not among `supportedLanguages`/],
    [{ temporalExtent: { begin: "2026-01-02", end: "2026-01-01" } }, /`temporalExtent` ends before it begins/],
  ])("refuses %j", (inputs, expected) => {
    expect(csw(inputs)).toEqual([expect.stringMatching(expected)]);
  });

  it("takes an interval with an open end", () => {
    expect(csw({ temporalExtent: { begin: "2026-01-02", end: "" } })).toEqual([]);
    expect(csw({ temporalExtent: { end: "2026-01-01" } })).toEqual([]);
  });

  it("says a broken rule in a preview too, before the organisation exists", () => {
    const inputs = { organisation: UNKNOWN, supportedLanguages: ["eng"], defaultLanguage: "ger" };
    expect(reasons("CswConfiguration", inputs)).toHaveLength(1);
    expect(reasons("CswConfiguration", { ...inputs, defaultLanguage: UNKNOWN })).toEqual([]);
  });
});

describe("ApiToken", () => {
  const token = (inputs: Readonly<Record<string, unknown>>) =>
    reasons("ApiToken", { organisation: "1", name: "viewer", ...inputs });

  it.each([
    [{ validDays: 0 }, /`validDays`/],
    [{ validFrom: "tomorrow" }, /expected a moment such as/],
    [{ validDays: 7, reminderDays: 8 }, /`reminderDays` is more than the 7 days/],
    [{ renewDays: 14 }, /`renewDays` has to be less than the 14 days/],
  ])("refuses %j", (inputs, expected) => {
    expect(token(inputs)).toEqual([expect.stringMatching(expected)]);
  });
});

describe("User", () => {
  const user = {
    username: "erika",
    fullName: "Erika Muster",
    email: "erika@muster.example",
    organisation: "1",
    role: "user",
  };

  it.each([
    [{ email: "erika" }, /`email`/],
    [{ username: "e r" }, /`username`/],
    [{ contact: { country: "DE" } }, /no input `contact.country`/],
    [{ password: "sunshine1" }, /`password`.*from 3 of: lower case, upper case, digits, others/],
    [{ organisation: "the county" }, /expected the number of an organisation/],
  ])("refuses %j", (inputs, expected) => {
    expect(reasons("User", { ...user, ...inputs })).toEqual([expect.stringMatching(expected)]);
  });

  it("does not repeat a password that it refuses", () => {
    const kind = kinds.find(({ name }) => name === "User") as Kind;
    const [failure] = validate(kind, { ...user, password: "sunshine1" });
    expect(failure?.reason).not.toContain("sunshine1");
  });
});

describe("Theme", () => {
  const theme = (inputs: Readonly<Record<string, unknown>>) =>
    reasons("Theme", { organisation: "1", name: "Roads", ...inputs });
  const configured = (configuration: string) => theme({ datasetMetadata: { configuration } });
  const schema = "schemas/org.1.a";

  it.each([
    [{ featureTypes: [{ schema: "org.1.a", featureType: "Road" }] }, /`featureTypes.0.schema`.*id of a schema/],
    [
      {
        featureTypes: [
          { schema, featureType: "Road" },
          { schema, featureType: "Road", alias: "Street" },
        ],
      },
      /`featureTypes.1.featureType`.*is there already/,
    ],
    [
      {
        featureTypes: [{ schema, featureType: "Road", properties: [{ property: "a", renderer: { type: "number" } }] }],
      },
      /renderer.format`.*is needed for number/,
    ],
    [{ automation: { execution: "later", interval: "daily" } }, /`automation.time` is missing: is needed for daily/],
    [{ automation: { execution: "immediately", time: "01:30" } }, /`automation.time`.*does not belong to immediately/],
    [{ downloadServices: [{ type: "wfs", attachmentLinks: true }] }, /attachmentLinks`.*does not belong to wfs/],
    [{ viewServices: { srs: ["25832"] } }, /`viewServices.srs.0`.*EPSG:25832/],
    [{ validation: { services: ["one", "one"] } }, /`validation.services.1`.*no test twice/],
    [{ organisation: undefined }, /expected exactly one of them/],
  ])("refuses %j", (inputs, expected) => {
    expect(theme(inputs)).toEqual([expect.stringMatching(expected)]);
  });

  it("takes a metadata configuration as the platform's examples have them", () => {
    const fields = [
      {
        name: "md-dataset.citation.title",
        required: true,
        minOccurs: 1,
        maxOccurs: -1,
        schema: null,
        defaultValue: null,
        enumValues: [{ label: "a", value: "b" }],
        targets: { bsp: "md-dataset.citation.title" },
      },
    ];
    expect(
      configured(JSON.stringify([{ categoryName: "general", name: "general", title: "Allgemein", fields }])),
    ).toEqual([]);
    expect(configured("")).toEqual([]);
  });

  it.each([
    ['[\n  {"name": "a",}\n]', "it is no valid JSON at line 2, column 16"],
    ['[{"name": tru}]', "it is no valid JSON at line 1, column 14"],
    ["[", "it is no valid JSON: it ends too early"],
    ["{}", "the document: "],
    ['[{"name": "a", "fields": [{"name": "b"}, {"name": "c", "type": "text"}]}]', "[0].fields[1].type: "],
    ['[{"name": "a", "fields": [{"name": "b", "minOccurs": 2, "maxOccurs": 1}]}]', "[0].fields[0].maxOccurs: is less"],
    ['[{"name": "a", "fields": []}, {"name": "a", "fields": []}]', "[1].name: is the name of another category"],
  ])("says what is wrong with the metadata configuration %s, and where", (configuration, expected) => {
    expect(configured(configuration)).toEqual([expect.stringContaining(`datasetMetadata.configuration`)]);
    expect(configured(configuration)).toEqual([expect.stringContaining(expected)]);
  });

  it("does not repeat a long document in an error", () => {
    const [reason = ""] = configured(`[${" ".repeat(100_000)}`);
    expect(reason).toContain("100,003 characters");
    expect(reason.length).toBeLessThan(1000);
  });
});

describe("Bucket", () => {
  it("has a theme only in the store of datasets", () => {
    const bucket = (store: string) => reasons("Bucket", { organisation: "1", name: "a", store, theme: "org.1.a" });
    expect(bucket("data")).toEqual([]);
    expect(bucket("metadata")).toEqual([expect.stringMatching(/`theme` does not belong to a bucket in the store/)]);
  });
});
