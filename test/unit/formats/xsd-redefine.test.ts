import { readXsd } from "../../../provider/formats";
import { inMemoryFolder } from "./support/samples";
import {
  derived,
  document,
  extended,
  field,
  fields,
  include,
  read,
  redefine,
  road,
  roadType,
  shown,
  told,
  type,
} from "./support/xsd-documents";

describe("a redefined", () => {
  const base = document(road + roadType);

  it.each<[string, string, string, string]>([
    [
      "type that is extended has what it had before, and more",
      road + roadType,
      type("RoadType", extended("t:RoadType", "lanes")),
      "Road[name,lanes]",
    ],
    [
      "type that is restricted has what the restriction says, and the attributes that it leaves",
      road +
        type(
          "RoadType",
          derived(
            "extension",
            "gml:AbstractFeatureType",
            `${fields("a", "b")}<xs:attribute name="x"/><xs:attribute name="y"/>`,
          ),
        ),
      type("RoadType", derived("restriction", "t:RoadType", `${fields("b")}<xs:attribute name="y" use="prohibited"/>`)),
      "Road[x,b]",
    ],
    [
      "group holds itself as it was before",
      road +
        type("RoadType", derived("extension", "gml:AbstractFeatureType", '<xs:group ref="t:G"/>')) +
        `<xs:group name="G">${fields("a")}</xs:group>`,
      `<xs:group name="G"><xs:sequence><xs:group ref="t:G"/>${field("b")}</xs:sequence></xs:group>`,
      "Road[a,b]",
    ],
    [
      "group that does not use itself takes the place of the other",
      road +
        type("RoadType", derived("extension", "gml:AbstractFeatureType", '<xs:group ref="t:G"/>')) +
        `<xs:group name="G">${fields("a", "b")}</xs:group>`,
      `<xs:group name="G">${fields("b")}</xs:group>`,
      "Road[b]",
    ],
    [
      "group of attributes holds itself as it was before, beside a group of elements of that name",
      road +
        type(
          "RoadType",
          derived("extension", "gml:AbstractFeatureType", '<xs:group ref="t:G"/><xs:attributeGroup ref="t:G"/>'),
        ) +
        `<xs:group name="G">${fields("a")}</xs:group><xs:attributeGroup name="G"><xs:attribute name="x"/></xs:attributeGroup>`,
      '<xs:attributeGroup name="G"><xs:attributeGroup ref="t:G"/><xs:attribute name="y"/></xs:attributeGroup>',
      "Road[a,x,y]",
    ],
    [
      "simple type stays one",
      road +
        type(
          "RoadType",
          derived(
            "extension",
            "gml:AbstractFeatureType",
            '<xs:sequence><xs:element name="a" type="t:S"/></xs:sequence>',
          ),
        ) +
        '<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>',
      '<xs:simpleType name="S"><xs:restriction base="t:S"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>',
      "Road[a]",
    ],
  ])("%s", async (_, before, after, expected) => {
    const content = await read({ "main.xsd": document(redefine("base.xsd", after)), "base.xsd": document(before) });
    expect(content.problems).toEqual([]);
    expect(shown(content)).toEqual([expected]);
    expect(content.featureTypes[0]).toMatchObject({
      base: "{http://www.opengis.net/gml/3.2}AbstractFeatureType",
      isImported: false,
    });
  });

  it("type counts once, with all its properties", async () => {
    const plain = await read({
      "main.xsd": document(road + type("RoadType", extended("gml:AbstractFeatureType", "name", "lanes"))),
    });
    const content = await read({
      "main.xsd": document(redefine("base.xsd", type("RoadType", extended("t:RoadType", "lanes")))),
      "base.xsd": base,
    });
    expect(content.statistics).toEqual(plain.statistics);
  });

  it("type also replaces the old one for documents that do not redefine it: its own, others, and other namespaces", async () => {
    const content = await read({
      "main.xsd": document(
        redefine("base.xsd", type("RoadType", extended("t:RoadType", "lanes"))) + include("other.xsd"),
      ),
      "base.xsd": document(
        road +
          roadType +
          type("PathType", extended("t:RoadType", "steep")) +
          '<xs:element name="Path" type="t:PathType" substitutionGroup="t:Road"/>',
      ),
      "other.xsd": document(
        `${include("base.xsd")}<xs:element name="Way" type="t:RoadType" substitutionGroup="t:Road"/>`,
      ),
      "else.xsd": document(
        '<xs:import namespace="urn:t" schemaLocation="main.xsd"/><xs:element name="Lane" xmlns:o="urn:t" type="o:RoadType" substitutionGroup="o:Road"/>',
        "urn:e",
      ),
    });
    expect(told(content)).toEqual([]);
    expect(shown(content)).toEqual([
      "Lane[name,lanes]",
      "Path[name,lanes,steep]",
      "Road[name,lanes]",
      "Way[name,lanes]",
    ]);
  });

  it("type may be redefined again, any number of times and in any order of reading", async () => {
    const step = (at: number) =>
      redefine(
        at === 1 ? "base.xsd" : `r${String(at - 1)}.xsd`,
        type("RoadType", extended("t:RoadType", `f${String(at)}`)),
      );
    const steps = Object.fromEntries([1, 2, 3, 4].map((at) => [`r${String(at)}.xsd`, document(step(at))]));
    const all = { "base.xsd": base, ...steps };
    expect(shown(await read(all))).toEqual(["Road[name,f1,f2,f3,f4]"]);
    const { read: from } = inMemoryFolder(all);
    const content = await readXsd(["base.xsd", "r2.xsd", "r4.xsd"], from);
    expect(shown(content)).toEqual(["Road[name,f1,f2,f3,f4]"]);
  });

  it("document without a namespace takes over the namespace of the redefining one", async () => {
    const plain = (inside: string) => document(inside, "");
    const content = await read({
      "m.xsd": document(redefine("part.xsd", type("RoadType", extended("t:RoadType", "m"))), "urn:m"),
      "n.xsd": document(include("part.xsd"), "urn:n"),
      "part.xsd": plain('<xs:element name="Road" type="RoadType" substitutionGroup="gml:AbstractFeature"/>' + roadType),
    });
    expect(told(content)).toEqual([]);
    expect(shown(content)).toEqual(["Road[name,m]", "Road[name]"]);
    expect(content.featureTypes.map(({ namespace }) => namespace)).toEqual(["urn:m", "urn:n"]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      "in a circle",
      {
        "a.xsd": document(redefine("b.xsd", type("RoadType", extended("t:RoadType", "x")))),
        "b.xsd": document(road + roadType + redefine("a.xsd", type("RoadType", extended("t:RoadType", "y")))),
      },
      "Road[",
    ],
    [
      "in itself",
      { "a.xsd": document(road + roadType + redefine("a.xsd", type("RoadType", extended("t:RoadType", "x")))) },
      "Road[name,x]",
    ],
    [
      "twice in one document",
      {
        "a.xsd": document(
          redefine("b.xsd", type("RoadType", extended("t:RoadType", "x"))) +
            redefine("b.xsd", type("RoadType", extended("t:RoadType", "y"))),
        ),
        "b.xsd": base,
      },
      "Road[name,x,y]",
    ],
  ])("type may be redefined %s, and reading comes to an end", async (_, contents, expected) => {
    expect(shown(await read(contents))[0]).toContain(expected);
  });

  it.each([
    [
      "is not there",
      {},
      ['main.xsd: the redefine from "base.xsd" is not found: add the file base.xsd, or correct the schemaLocation'],
    ],
    [
      "is of another namespace",
      { "base.xsd": document(roadType, "urn:o") },
      [
        "main.xsd: the redefine of urn:t leads to base.xsd, whose namespace is urn:o",
        'main.xsd: the redefine of {urn:t}RoadType finds nothing of that name in "base.xsd"',
      ],
    ],
    [
      "has nothing of the name",
      { "base.xsd": document("") },
      ['main.xsd: the redefine of {urn:t}RoadType finds nothing of that name in "base.xsd"'],
    ],
  ])("document that %s is reported, and the type may have more properties", async (_, others, expected) => {
    const { read: from } = inMemoryFolder({
      "main.xsd": document(road + redefine("base.xsd", type("RoadType", extended("t:RoadType", "lanes")))),
      ...others,
    });
    const content = await readXsd(["main.xsd"], from);
    expect(told(content)).toEqual(expected);
    expect(shown(content)).toEqual(["Road[lanes]"]);
    expect(content.featureTypes[0]).toMatchObject({ isOpen: true });
  });

  it("chain that is too long is reported", async () => {
    const count = 250;
    const step = (at: number) => [
      `r${String(at)}.xsd`,
      document(redefine(`r${String(at + 1)}.xsd`, type("RoadType", extended("t:RoadType", `f${String(at)}`)))),
    ];
    const content = await read({
      ...Object.fromEntries(Array.from({ length: count }, (_, at) => step(at)) as [string, string][]),
      [`r${String(count)}.xsd`]: base,
    });
    expect(told(content)).toEqual([": more than 200 types extend one another"]);
  });
});
