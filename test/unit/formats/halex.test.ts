import { readHaleFolder } from "../../../provider/formats";
import { hasRealFiles, inMemoryFolder, real, sample, sampleFile, type Folder } from "./support/samples";

const read = ({ files, read: from }: Folder) => readHaleFolder(files, from);
const target = "http://example.org/roads/1.0";

describe("a hale project", () => {
  it("has a name, an author and the time of its creation", async () => {
    const { file, project, problems } = await read(sample("project"));
    expect(problems).toEqual([]);
    expect(file).toBe("roads.halex");
    expect(project).toMatchObject({
      name: "Roads to transport networks",
      author: "Surveyor's office",
      description: "Maps roads of a county.",
      created: Date.UTC(2024, 2, 1, 7),
      modified: Date.UTC(2024, 4, 2, 7, 30),
    });
  });

  it("names the schemas and data that it reads, and says whether they lie beside it", async () => {
    const { resources } = await read(sample("project"));
    expect(resources.map(({ kind, location, found, namespaces }) => [kind, location, found, namespaces])).toEqual([
      ["sourceSchema", "roads.csv", "missing", ["http://www.esdi-humboldt.eu/hale/csv"]],
      ["targetSchema", "http://example.org/schemas/Roads.xsd", "elsewhere", []],
      ["sourceData", "file:/home/somebody/roads.csv", "outside", []],
    ]);
  });

  it("has cells, from the alignment beside it", async () => {
    const { alignment, alignmentFile } = await read(sample("project"));
    expect(alignmentFile).toBe("roads.halex.alignment.xml");
    expect(alignment?.bases).toEqual([{ prefix: "b1", location: "../base.alignment.xml" }]);
    expect(alignment?.cells).toEqual([
      {
        id: "C1",
        function: "eu.esdihumboldt.hale.align.retype",
        isOfTypes: true,
        source: [{ type: "roads", namespace: "", path: [], condition: "class = 'A'" }],
        target: [{ type: "RoadType", namespace: target, path: [] }],
        parameters: [{ name: "structuralRename", value: "false" }],
        priority: "high",
      },
      {
        id: "C2",
        function: "eu.esdihumboldt.hale.align.formattedstring",
        isOfTypes: false,
        source: [{ name: "var", type: "roads", namespace: "", path: [{ name: "ref", namespace: "" }] }],
        target: [
          {
            type: "RoadType",
            namespace: target,
            path: [
              { name: "identifier", namespace: target },
              { name: "localId", namespace: "http://example.org/base/1.0" },
            ],
          },
        ],
        parameters: [{ name: "pattern", value: "{ref}" }],
        priority: "normal",
      },
    ]);
  });

  it("is read with the names that it has in a .halez, and in the old form of a .hale", async () => {
    const halex = sampleFile("project/roads.halex");
    const alignment = sampleFile("project/roads.halex.alignment.xml");
    const inArchive = inMemoryFolder({ "project.halex": halex, "alignment.xml": alignment });
    expect(await read(inArchive)).toMatchObject({
      file: "project.halex",
      alignmentFile: "alignment.xml",
      project: { name: "Roads to transport networks" },
    });
    const old = inMemoryFolder({
      "project.xml":
        '<hale-project version="2.2.0"><name>Old</name><io-config advisor-id="eu.esdihumboldt.hale.ui.io.schema.source"><setting name="source">a.shp</setting></io-config></hale-project>',
    });
    expect(await read(old)).toMatchObject({
      project: { name: "Old" },
      resources: [{ kind: "sourceSchema", location: "a.shp", found: "missing" }],
    });
  });

  it("has cells in the form before 2.6 as well", async () => {
    const old = `<hale-alignment>
      <cell transformation="retype" cellId="1">
        <source><class><type>{urn:a}A</type><filter>CQL:x = 1</filter></class></source>
        <target><class><type>B</type></class></target>
      </cell>
      <cell transformation="rename">
        <source><property><type>{urn:a}A</type><child condition="value > 1">x</child></property></source>
        <target><property><type>B</type><child>{urn:b}y</child></property></target>
        <parameter name="p" value="v"/>
      </cell>
    </hale-alignment>`;
    const { alignment } = await read(inMemoryFolder({ "a.halex": "<hale-project/>", "alignment.xml": old }));
    expect(alignment?.cells).toMatchObject([
      {
        id: "1",
        function: "retype",
        isOfTypes: true,
        source: [{ type: "A", namespace: "urn:a", path: [], condition: "CQL:x = 1" }],
        target: [{ type: "B", namespace: "", path: [] }],
      },
      {
        function: "rename",
        isOfTypes: false,
        source: [{ type: "A", path: [{ name: "x", namespace: "", condition: "value > 1" }] }],
        target: [{ type: "B", path: [{ name: "y", namespace: "urn:b" }] }],
        parameters: [{ name: "p", value: "v" }],
      },
    ]);
  });

  it("is the project file nearest to the top, or `project.halex`", async () => {
    const project = "<hale-project><name>x</name></hale-project>";
    expect(await read(inMemoryFolder({ "deep/a.halex": project, "b.halex": project }))).toMatchObject({
      file: "b.halex",
    });
    expect(await read(inMemoryFolder({ "project.halex": project, "b.halex": project }))).toMatchObject({
      file: "project.halex",
    });
    await expect(read(inMemoryFolder({ "a.halex": project, "b.halex": project }))).rejects.toThrow(
      "there are several project files, a.halex and b.halex: only one can be the project",
    );
  });

  it.each([
    ["there is no project file", { "readme.txt": "x" }, /there is no project file: a \.halex is expected/],
    ["the project is other XML", { "a.halex": "<a/>" }, /a\.halex:1:\d+: it is XML, but no hale project/],
    ["the project is no XML", { "a.halex": "{}" }, /it is not XML/],
  ])("cannot be read when %s", async (_, contents, message) => {
    await expect(read(inMemoryFolder(contents))).rejects.toThrow(message);
  });

  it.each([
    ["is not there", {}, 'its alignment "x.xml" is not there: add that file'],
    ["is something else", { "x.xml": "<a/>" }, "it is XML, but no alignment"],
    ["has a cell without a function", { "x.xml": cell("<cell/>") }, "a cell names no transformation function"],
    [
      "has an entity without a type",
      { "x.xml": cell('<cell relation="r"><target><class/></target></cell>') },
      "a target of a cell names no type",
    ],
  ])("reports that its alignment %s", async (_, more, message) => {
    const project = '<hale-project><file name="alignment.xml" location="x.xml"/></hale-project>';
    const { problems } = await read(inMemoryFolder({ "a.halex": project, ...more }));
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining(message) as string })]);
  });

  function cell(text: string): string {
    return `<alignment xmlns="http://www.esdi-humboldt.eu/hale/alignment">${text}</alignment>`;
  }
});

if (hasRealFiles) {
  describe("the real projects that lie beside this repository", () => {
    it("hauskoordinaten-ad-01.halex is read with its alignment", async () => {
      const { read: from } = real("projects");
      const files = ["hauskoordinaten-ad-01.halex", "hauskoordinaten-ad-01.halex.alignment.xml"];
      const { project, resources, alignment, problems } = await readHaleFolder(files, from);
      expect(problems).toEqual([]);
      expect(project.name).toBe("[Annex I] AdV Hauskoordinaten 5.0 zu INSPIRE Addresses");
      expect(resources[0]).toMatchObject({ kind: "sourceSchema", location: "adressen.csv" });
      expect(alignment?.cells.length).toBeGreaterThan(50);
      expect(alignment?.cells.filter(({ isOfTypes }) => isOfTypes).length).toBeGreaterThan(1);
    });

    it("HydroPhysicalWaters.halex is read, and its missing alignment is reported", async () => {
      const content = await readHaleFolder(["HydroPhysicalWaters.halex"], real("projects").read);
      expect(content.project.created).toBe(Date.parse("2013-09-17T06:58:04.022+02:00"));
      expect(content.resources[0]).toMatchObject({ kind: "targetSchema", found: "outside" });
      expect(content.problems).toMatchObject([
        { message: expect.stringContaining("is not there: add that file") as string },
      ]);
    });
  });
}
