import { readXsd } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";
import {
  document,
  extended,
  fields,
  include,
  override,
  read,
  redefine,
  road,
  roadType,
  shown,
  told,
  type,
} from "./support/xsd-documents";

describe("an overridden", () => {
  const base = document(road + roadType);

  it("type, element and group comes from the overriding document; all else stays", async () => {
    const content = await read({
      "main.xsd": document(
        override(
          "base.xsd",
          type("RoadType", extended("gml:AbstractFeatureType", "lanes")) +
            '<xs:element name="Path" type="t:RoadType" substitutionGroup="gml:AbstractFeature"/>' +
            `<xs:group name="G">${fields("g")}</xs:group><xs:attributeGroup name="A"><xs:attribute name="x"/></xs:attributeGroup>` +
            type("Nowhere", extended("gml:AbstractFeatureType")) +
            '<xs:element name="Nowhere" substitutionGroup="gml:AbstractFeature"/>',
        ),
      ),
      "base.xsd": document(
        road +
          roadType +
          '<xs:element name="Path"/>' +
          '<xs:element name="Way" substitutionGroup="gml:AbstractFeature"><xs:complexType>' +
          '<xs:sequence><xs:group ref="t:G"/></xs:sequence><xs:attributeGroup ref="t:A"/></xs:complexType></xs:element>' +
          `<xs:group name="G">${fields("before")}</xs:group><xs:attributeGroup name="A"/>`,
      ),
    });
    expect(told(content)).toEqual([]);
    expect(shown(content)).toEqual(["Path[lanes]", "Road[lanes]", "Way[g,x]"]);
    expect(content.statistics.types).toBe(1);
  });

  it("component is also found in the documents that the overridden one includes, redefines and overrides, and the outermost wins", async () => {
    const own = (name: string) => type("RoadType", extended("gml:AbstractFeatureType", name));
    const outer = document(override("middle.xsd", own("outer")));
    for (const middle of [
      include("base.xsd"),
      redefine("base.xsd", type("RoadType", extended("t:RoadType", "x"))),
      override("base.xsd", own("inner")),
    ]) {
      const contents = { "base.xsd": base, "middle.xsd": document(middle), "outer.xsd": outer };
      expect(shown(await read(contents))).toEqual(["Road[outer]"]);
      const { read: from } = inMemoryFolder(contents);
      expect(shown(await readXsd(["base.xsd", "middle.xsd", "outer.xsd"], from))).toEqual(["Road[outer]"]);
    }
  });

  it("component may be redefined after that", async () => {
    const content = await read({
      "main.xsd": document(redefine("middle.xsd", type("RoadType", extended("t:RoadType", "more")))),
      "middle.xsd": document(override("base.xsd", type("RoadType", extended("gml:AbstractFeatureType", "lanes")))),
      "base.xsd": base,
    });
    expect(shown(content)).toEqual(["Road[lanes,more]"]);
  });

  it("document that is missing is reported, and what was to take its place is shown", async () => {
    const { read: from } = inMemoryFolder({ "main.xsd": document(override("base.xsd", road + roadType)) });
    const content = await readXsd(["main.xsd"], from);
    expect(told(content)).toEqual([
      'main.xsd: the override from "base.xsd" is not found: add the file base.xsd, or correct the schemaLocation',
    ]);
    expect(shown(content)).toEqual(["Road[name]"]);
  });

  it("document in a circle ends the circle", async () => {
    const content = await read({
      "a.xsd": document(override("b.xsd", type("RoadType", extended("gml:AbstractFeatureType", "lanes")))),
      "b.xsd": document(road + roadType + include("a.xsd")),
    });
    expect(shown(content)).toEqual(["Road[lanes]"]);
  });
});

it("a location with backslashes is the same as with slashes, and stays in its folder", async () => {
  const content = await read({
    "main.xsd": document(redefine(".\\a\\..\\base.xsd", type("RoadType", extended("t:RoadType", "lanes")))),
    "base.xsd": document(road + roadType),
  });
  expect([told(content), shown(content)]).toEqual([[], ["Road[name,lanes]"]]);
  const { read: from } = inMemoryFolder({
    "main.xsd": document(["..\\x.xsd", "a\\..\\..\\x.xsd", "%2e%2e%5cx.xsd", "C:\\x.xsd"].map(include).join("")),
  });
  expect((await readXsd(["main.xsd"], from)).locations.map(({ found }) => found)).toEqual([
    "outside",
    "outside",
    "outside",
    "outside",
  ]);
});
