import { readSchemaFiles, readXsd, type SchemaContent } from "../../../provider/formats";
import { hasRealFiles, inMemoryFolder, real, sample } from "./support/samples";

const roads = "http://example.org/roads/1.0";
const messages = ({ problems }: SchemaContent) =>
  problems.map(({ file, line, message }) => `${file ?? ""}:${String(line ?? "")} ${message}`);

const schema = (inside: string, more = "") =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:base="http://inspire.ec.europa.eu/schemas/base/3.3" xmlns:t="urn:t" targetNamespace="urn:t" ${more}>${inside}</xs:schema>`;
const only = async (inside: string) => {
  const { read } = inMemoryFolder({ "a.xsd": schema(inside) });
  return readXsd(["a.xsd"], read);
};

describe("a document without a namespace of its own", () => {
  const feature = (name: string) => `<xs:element name="${name}" substitutionGroup="gml:AbstractFeature"/>`;
  const document = (inside: string, attributes = "") =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" ${attributes}>${inside}</xs:schema>`;
  const include = '<xs:include schemaLocation="part.xsd"/>';

  it("belongs once to each namespace whose documents include it", async () => {
    const { files, open } = inMemoryFolder({
      "m.xsd": document(include, 'targetNamespace="urn:m"'),
      "n.xsd": document(include, 'targetNamespace="urn:n"'),
      "n2.xsd": document(include, 'targetNamespace="urn:n"'),
      "part.xsd": document(feature("C")),
    });
    const content = await readSchemaFiles(files, open);
    expect(content?.problems).toEqual([]);
    expect(content?.featureTypes.map(({ name, namespace }) => `{${namespace}}${name}`)).toEqual([
      "{urn:m}C",
      "{urn:n}C",
    ]);
  });

  it("stays apart from documents with a namespace: there a name without a prefix is in no namespace", async () => {
    const type = (name: string, inside: string) => `<xs:complexType name="${name}">${inside}</xs:complexType>`;
    const extended =
      '<xs:complexContent><xs:extension base="Plain"><xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent>';
    const { files, open } = inMemoryFolder({
      "e.xsd": document(
        `<xs:import schemaLocation="plain.xsd"/>${type("EType", extended)}<xs:element name="E" type="e:EType" substitutionGroup="gml:AbstractFeature"/>`,
        'targetNamespace="urn:e" xmlns:e="urn:e"',
      ),
      "plain.xsd": document(type("Plain", '<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>')),
    });
    const content = await readSchemaFiles(files, open);
    expect(content?.featureTypes.map(({ properties }) => properties.map(({ name }) => name))).toEqual([["a", "b"]]);
  });
});

describe("a schema of XSD documents", () => {
  const { read } = sample("roads");
  let content: SchemaContent;
  beforeAll(async () => {
    content = await readXsd(["Roads.xsd"], read);
  });

  it("has no problems if all its imports are there, even in a circle", () => {
    expect(content.problems).toEqual([]);
  });

  it("has as feature types everything that extends a GML feature, at any distance, and leaves out data types", () => {
    expect(content.featureTypes.map(({ name, isAbstract }) => [name, isAbstract])).toEqual([
      ["Road", false],
      ["Way", true],
    ]);
    expect(content.featureTypes[0]).toMatchObject({
      namespace: roads,
      type: `{${roads}}RoadType`,
      base: `{${roads}}WayType`,
      description: "What vehicles drive on.",
      isImported: false,
    });
  });

  it("has properties with types and multiplicities, the inherited ones first", () => {
    const shown = content.featureTypes[0]?.properties.map(
      ({ name, minOccurs, maxOccurs, isAttribute }) =>
        `${isAttribute ? "@" : ""}${name} ${String(minOccurs)}..${String(maxOccurs ?? "n")}`,
    );
    expect(shown).toEqual([
      "identifier 1..1",
      "line 1..1",
      "number 0..1",
      "lanes 0..n",
      "surface 0..n",
      "built 1..1",
      "crossing 0..3",
      "@survey 1..1",
    ]);
    expect(content.featureTypes[0]?.properties.find(({ name }) => name === "surface")).toMatchObject({
      namespace: roads,
      type: `{${roads}}SurfaceType`,
    });
  });

  it("leads from a property to the types in it", () => {
    const [identifier] = content.featureTypes[0]?.properties ?? [];
    const [inside] = identifier?.inside?.() ?? [];
    expect(inside).toMatchObject({ name: "Identifier", namespace: "http://example.org/base/1.0" });
    expect(inside?.inside?.().map(({ name }) => name)).toEqual(["localId", "namespace"]);
  });

  it("names its namespaces and the places of its imports", () => {
    expect(content.namespaces).toEqual([
      { namespace: roads, prefix: "r", isTarget: true },
      { namespace: "http://www.opengis.net/gml/3.2", prefix: "gml", isTarget: false },
      { namespace: "http://example.org/base/1.0", prefix: "c", isTarget: false },
    ]);
    expect(content.locations.map(({ location, found }) => [location, found])).toEqual([
      ["http://schemas.opengis.net/gml/3.2.1/gml.xsd", "elsewhere"],
      ["base/BaseTypes.xsd", "file"],
      ["Surfaces.xsd", "file"],
      ["../Roads.xsd", "file"],
    ]);
  });

  it("counts types and properties", () => {
    expect(content.statistics).toEqual({
      types: 6,
      localTypes: 4,
      importedTypes: 2,
      inheritedTypes: 2,
      properties: 12,
      importedProperties: 3,
      inheritedProperties: 2,
      complexPropertyTypes: 4,
      simplePropertyTypes: 8,
      maxPropertyDepth: 3,
    });
  });

  it("consists of the documents that no other one imports", async () => {
    const both = inMemoryFolder({
      "main.xsd": schema('<xs:include schemaLocation="part.xsd"/>'),
      "part.xsd": schema('<xs:element name="F" type="t:FType" substitutionGroup="gml:AbstractFeature"/>'),
    });
    const found = await readSchemaFiles(both.files, both.open);
    expect(found).toMatchObject({ problems: [], featureTypes: [{ name: "F", isImported: false }] });
  });

  it("consists of the highest of documents that import one another", async () => {
    const content = await readSchemaFiles(sample("roads").files, sample("roads").open);
    expect(content?.namespaces.filter(({ isTarget }) => isTarget)).toMatchObject([{ namespace: roads }]);
    expect(content?.problems).toEqual([]);
  });
});

describe("a feature type is also recognised by", () => {
  it.each([
    ["the name of GML 3.1", '<xs:element name="F" substitutionGroup="gml31:_Feature"/>', 1],
    ["the type that its own type extends", extending("gml:AbstractFeatureType"), 1],
    [
      "a head in an INSPIRE document that is not there",
      '<xs:element name="F" substitutionGroup="base:SpatialThing"/>',
      1,
    ],
    ["a GML element that is no feature", '<xs:element name="F" substitutionGroup="gml:AbstractGML"/>', 0],
    ["a head that stands for itself", '<xs:element name="F" substitutionGroup="t:F"/>', 0],
  ])("%s", async (_, inside, count) => {
    const text = schema(inside, 'xmlns:gml31="http://www.opengis.net/gml"');
    const found = await readXsd(["a.xsd"], inMemoryFolder({ "a.xsd": text }).read);
    expect(found.featureTypes).toHaveLength(count);
  });

  function extending(base: string): string {
    return `<xs:element name="F" type="t:FType"/><xs:complexType name="FType"><xs:complexContent><xs:extension base="${base}"/></xs:complexContent></xs:complexType>`;
  }
});

describe("a problem of a schema", () => {
  it("is an import whose file is not there, with the place", async () => {
    expect(messages(await only('\n\n<xs:import namespace="urn:o" schemaLocation="other.xsd"/>'))).toEqual([
      'a.xsd:3 the import of urn:o from "other.xsd" is not found: add the file other.xsd, or correct the schemaLocation',
    ]);
  });

  it.each(["../b.xsd", "/b.xsd", "..%2Fb.xsd", "x/../../b.xsd", "..\\b.xsd"])(
    "is the location %s",
    async (location) => {
      const asked: string[] = [];
      const content = await readXsd(["a.xsd"], (file) => {
        asked.push(file);
        return file === "a.xsd" ? Buffer.from(schema(`<xs:include schemaLocation="${location}"/>`)) : undefined;
      });
      expect(messages(content)).toEqual([
        `a.xsd:1 the schemaLocation "${location}" leaves the folder of the schema: put the file beside this one, or give both files names with their folders, such as a/b/part.xsd`,
      ]);
      expect(asked).toEqual(["a.xsd"]);
    },
  );

  it("is an imported document of another namespace", async () => {
    const { read } = inMemoryFolder({
      "a.xsd": schema('<xs:import namespace="urn:o" schemaLocation="b.xsd"/>'),
      "b.xsd": schema(""),
    });
    expect(messages(await readXsd(["a.xsd"], read))).toEqual([
      "a.xsd:1 the import of urn:o leads to b.xsd, whose namespace is urn:t",
    ]);
  });

  it("is any other XML, and a file that is not XML; the rest is read all the same", async () => {
    const folder = inMemoryFolder({ "a.xsd": "<hale-project/>", "b.xsd": "nothing", "c.xsd": schema("") });
    const content = await readSchemaFiles(folder.files, folder.open);
    expect(content?.problems.map(({ file, message }) => [file, message])).toEqual([
      ["a.xsd", expect.stringContaining("no XML Schema: its first element is hale-project")],
      ["b.xsd", expect.stringContaining("it is not XML")],
    ]);
    expect(content?.namespaces).toMatchObject([{ namespace: "urn:t" }]);
  });

  it("does not include a place on another server, which is noted without a request", async () => {
    const content = await only('<xs:import namespace="urn:o" schemaLocation="https://example.org/o.xsd"/>');
    expect(content).toMatchObject({ problems: [], locations: [{ found: "elsewhere", namespace: "urn:o" }] });
  });

  it("does not include circles of types and groups: the schema is read", async () => {
    const content = await only(
      '<xs:element name="F" type="t:A" substitutionGroup="gml:AbstractFeature"/>' +
        '<xs:complexType name="A"><xs:complexContent><xs:extension base="t:B"><xs:group ref="t:G"/></xs:extension></xs:complexContent></xs:complexType>' +
        '<xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"><xs:sequence><xs:element name="b" type="t:A"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>' +
        '<xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group>',
    );
    expect(content.featureTypes[0]?.properties.map(({ name }) => name)).toEqual(["b"]);
  });
});

describe("a schema that would grow without end", () => {
  it.each([
    ["through groups that use one another twice each", doubling(40), "a type has more than 10000 properties"],
    ["through types that extend one another", extended(300), "more than 200 types extend one another"],
  ])("%s is soon reported", async (_, inside, message) => {
    const content = await only(`<xs:element name="F" type="t:T0" substitutionGroup="gml:AbstractFeature"/>${inside}`);
    expect(content.problems.map((problem) => problem.message)).toEqual([message]);
    expect(content.featureTypes).toEqual([]);
  });

  function doubling(count: number): string {
    const group = (at: number) =>
      `<xs:group name="G${at}"><xs:sequence><xs:group ref="t:G${at + 1}"/><xs:group ref="t:G${at + 1}"/></xs:sequence></xs:group>`;
    return `<xs:complexType name="T0"><xs:group ref="t:G0"/></xs:complexType>${Array.from({ length: count }, (_, at) => group(at)).join("")}<xs:group name="G${count}"><xs:sequence/></xs:group>`;
  }

  function extended(count: number): string {
    const type = (at: number) =>
      `<xs:complexType name="T${at}"><xs:complexContent><xs:extension base="t:T${at + 1}"/></xs:complexContent></xs:complexType>`;
    return Array.from({ length: count }, (_, at) => type(at)).join("");
  }
});

if (hasRealFiles) {
  describe("the real INSPIRE schemas that lie beside this repository", () => {
    it.each([
      [
        "Addresses.xsd",
        ["Address", "AddressAreaName", "AddressComponent", "AdminUnitName", "PostalDescriptor", "ThoroughfareName"],
      ],
      ["AdministrativeUnits.xsd", ["AdministrativeBoundary", "AdministrativeUnit", "Condominium"]],
      ["CadastralParcels.xsd", ["BasicPropertyUnit", "CadastralBoundary", "CadastralParcel", "CadastralZoning"]],
      ["GeographicalNames.xsd", ["NamedPlace"]],
      ["ProtectedSites.xsd", ["ProtectedSite"]],
    ])("%s has its own feature types", async (file, names) => {
      const content = await readXsd([file], real("schemas").read);
      expect(content.featureTypes.filter(({ isImported }) => !isImported).map(({ name }) => name)).toEqual(names);
    });

    it("Addresses.xsd imports documents that are not there, and says which", async () => {
      const content = await readXsd(["Addresses.xsd"], real("schemas").read);
      expect(messages(content)).toEqual([
        expect.stringContaining("Addresses.xsd:10 the import of urn:x-inspire:specification:gmlas:Buildings:0.0"),
        expect.stringContaining('from "CommonTransportElements.xsd" is not found'),
        expect.stringContaining('from "StatisticalUnits.xsd" is not found'),
      ]);
    });
  });
}
