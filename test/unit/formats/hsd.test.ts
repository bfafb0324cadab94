import { readHsd } from "../../../provider/formats";
import { sampleFile } from "./support/samples";

const roads = "http://example.org/roads/1.0";

describe("a schema in hale's own form", () => {
  it.each(["roads.hsd", "roads.json.hsd"])("is read from %s, in either form of the file", (file) => {
    const { featureTypes, namespaces, statistics, problems } = readHsd(sampleFile(file), file);
    expect(problems).toEqual([]);
    expect(namespaces).toEqual([{ namespace: roads, isTarget: true }]);
    expect(featureTypes).toMatchObject([
      {
        name: "Road",
        namespace: roads,
        base: `{${roads}}Way`,
        description: "What vehicles drive on.",
        isAbstract: false,
        properties: [
          { name: "number", type: "java.lang.String", minOccurs: 1, maxOccurs: 1 },
          { name: "surface", type: "java.lang.String", minOccurs: 0 },
        ],
      },
    ]);
    expect(featureTypes[0]?.properties[1]).not.toHaveProperty("maxOccurs");
    expect(statistics).toMatchObject({
      types: 3,
      inheritedTypes: 1,
      properties: 2,
      simplePropertyTypes: 2,
      maxPropertyDepth: 1,
    });
  });

  it.each([
    ["JSON that ends too early", '{ "schemas": [', /^a\.hsd.*: it is not JSON/],
    ["other JSON", '{ "type": "FeatureCollection" }', /it is JSON, but no hale schema/],
    ["a list", "[]", /it is JSON, but no hale schema/],
    ["a type without a name", '{ "types": [{}] }', /it is no hale schema: schemas\.0\.types\.0\.name/],
    ["other XML", "<a/>", /it is XML, but no hale schema: its first element is a/],
    ["an XML type without a name", nameless(), /a\.hsd:1:\d+: the <type> has no name/],
    ["text", "Hello", /it is not XML/],
    [
      "types without end",
      `{ "types": ${'[{"name":"a","declares":'.repeat(20_000)}[]${"}]".repeat(20_000)} }`,
      /nested too deep/,
    ],
  ])("is refused as %s", (_, text, message) => {
    expect(() => readHsd(Buffer.from(text), "a.hsd")).toThrow(message);
  });

  function nameless(): string {
    return '<schema xmlns="http://www.esdi-humboldt.eu/hale/schema"><types><type/></types></schema>';
  }
});
