import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { completeProject, problemWithProject } from "../../../provider/kinds/files/project-files";
import { completeSchema } from "../../../provider/kinds/files/schema-files";
import { dbfBytes, shpBytes } from "../formats/support/shapefile";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "beside-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Buffer): string => {
  const place = path.join(folder, name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, content);
  return place;
};

describe("what belongs to a schema", () => {
  it("comes along with a Shapefile even if its names are in upper case", async () => {
    const shapes = write("A.SHP", shpBytes(1));
    write("A.DBF", dbfBytes([["NAME", "C", 80, 0]]));
    write("A.PRJ", "GEOGCS[]");
    write("A.shx", "x");
    const { files, problems } = await completeSchema({ "A.SHP": { path: shapes } });
    expect(problems).toEqual([]);
    expect(Object.keys(files).sort()).toEqual(["A.DBF", "A.PRJ", "A.SHP", "A.shx"]);
  });

  it("may lie in a folder above, if the name says in which folder the schema lies", async () => {
    const xsd = (inside: string) => `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${inside}</xs:schema>`;
    const place = write("a/b/in.xsd", xsd('<xs:include schemaLocation="../../base.xsd"/>'));
    write("base.xsd", xsd(""));
    expect((await completeSchema({ "in.xsd": { path: place } })).problems).toEqual([
      expect.stringContaining("or give both files names with their folders, such as a/b/part.xsd"),
    ]);
    const { files, problems } = await completeSchema({ "a/b/in.xsd": { path: place } });
    expect([Object.keys(files), problems]).toEqual([["a/b/in.xsd", "base.xsd"], []]);
  });
});

describe("what a project reads", () => {
  const reading = (action: string, source: string, inside = "") =>
    `<resource action-id="eu.esdihumboldt.hale.io.${action}"><setting name="source">${source}</setting>${inside}</resource>`;
  const copy = '<cache><schema namespace="urn:a"/></cache>';
  const problem = async (...resources: string[]) => {
    const content = `<hale-project>${resources.join("")}</hale-project>`;
    const { files } = await completeProject({ "p.halex": { content }, "there.xsd": { content: "<a/>" } });
    return problemWithProject(files, {}, console.warn);
  };

  let warned: jest.SpyInstance;
  beforeEach(() => {
    warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  });
  afterEach(() => warned.mockRestore());

  it.each([
    ["schema.read.source", "data/a.xsd", 'p.halex: the source schema "data/a.xsd" is not there: add that file'],
    [
      "schema.read.target",
      "../a.xsd",
      'p.halex: the target schema "../a.xsd" is not there: it lies outside of the project\'s folder, so put it beside the project, or give the files names with their folders',
    ],
  ])("has to be there if it is a schema in its folder: %s %s", async (action, source, expected) => {
    expect(await problem(reading(action, source))).toBe(expected);
    expect(warned).not.toHaveBeenCalled();
  });

  it.each([
    ["schema.read.source", "file:/S:/schemas/a.xsd", 'p.halex reads the source schema "file:/S:/schemas/a.xsd"'],
    ["instance.read.source", "roads.csv", 'p.halex reads the source data "roads.csv"'],
    ["codelist", "../codes.xml", 'p.halex reads the resource "../codes.xml"'],
  ])(
    "gives only a warning if it may lie on the machine that opens the project: %s %s",
    async (action, source, expected) => {
      expect(await problem(reading(action, source))).toBeUndefined();
      expect(warned.mock.calls).toEqual([[expect.stringContaining(expected)]]);
    },
  );

  it.each([
    ["is at an address", reading("schema.read.source", "https://example.org/a.xsd")],
    ["is among the files", reading("schema.read.source", "there.xsd")],
    ["is copied into the project", reading("schema.read.source", "a.csv", copy)],
  ])("gives no warning if it %s", async (_, resource) => {
    expect(await problem(resource)).toBeUndefined();
    expect(warned).not.toHaveBeenCalled();
  });
});
