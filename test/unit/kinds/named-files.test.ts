import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bytesOf, pathOnDisk } from "../../../provider/kinds";
import type { ResolvedFiles } from "../../../provider/kinds/files/file-sets";
import { completeProject, problemWithProject } from "../../../provider/kinds/files/project-files";
import { completeSchema } from "../../../provider/kinds/files/schema-files";
import { rawZip } from "../formats/support/raw-zip";
import { dbfBytes, shpBytes } from "../formats/support/shapefile";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "named-"));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Buffer): string => {
  const place = path.join(folder, name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, content);
  return place;
};
const alignment = (...bases: string[]) =>
  `<alignment xmlns="http://www.esdi-humboldt.eu/hale/alignment">${bases.map((it) => `<base prefix="b" location="${it}"/>`).join("")}</alignment>`;
const style = (...pictures: string[]) =>
  `<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:xlink="http://www.w3.org/1999/xlink">${pictures.map((it) => `<ExternalGraphic><OnlineResource xlink:href="${it}"/></ExternalGraphic>`).join("")}</StyledLayerDescriptor>`;
const xsd = (inside = "") =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">${inside}</xs:schema>`;
const resource = (action: string, source: string) =>
  `<resource action-id="eu.esdihumboldt.hale.io.${action}"><setting name="source">${source}</setting></resource>`;
const project = (...inside: string[]) => `<hale-project>${inside.join("")}</hale-project>`;
const named = (name: string, location: string) => `<file name="${name}" location="${location}"/>`;

/** The names of what goes along, what is wrong, and what is told. */
const complete = async (files: ResolvedFiles) => {
  const completed = await completeProject(files);
  const warnings: string[] = [];
  const problem = await problemWithProject(completed.files, {}, (warning) => warnings.push(warning));
  const told = warnings.map((text) => text.replaceAll(`${folder}/`, ""));
  return {
    files: Object.keys(completed.files).sort(),
    problems: [...completed.problems, ...(problem ? [problem] : [])],
    told,
  };
};
const saved = (...inside: string[]): ResolvedFiles => ({ "p.halex": { path: write("p.halex", project(...inside)) } });

describe("the files that a project names come along:", () => {
  it("with the files that they name: bases of alignments, pictures of styles, imports of schemas", async () => {
    write("p.halex.alignment.xml", alignment("lib/base.xml", "https://example.org/b.xml"));
    write("lib/base.xml", alignment("deep/other.xml", "../p.halex.alignment.xml"));
    write("lib/deep/other.xml", alignment("../base.xml", "other.xml"));
    write("p.halex.styles.sld", style("icons/a%20b.png", "http://example.org/c.png"));
    write("icons/a b.png", "x");
    write("schemas/s.xsd", xsd('<xs:include schemaLocation="parts\\part.xsd"/>'));
    write("schemas/parts/part.xsd", xsd('<xs:redefine schemaLocation="../last.xsd"/>'));
    write("schemas/last.xsd", xsd('<xs:include schemaLocation="s.xsd"/>'));
    write("stranger.xml", "x");
    const files = saved(
      resource("schema.read.source", "schemas/s.xsd"),
      named("alignment.xml", "p.halex.alignment.xml"),
    );
    expect(await complete(files)).toEqual({
      files: [
        "icons/a b.png",
        "lib/base.xml",
        "lib/deep/other.xml",
        "p.halex",
        "p.halex.alignment.xml",
        "p.halex.styles.sld",
        "schemas/last.xsd",
        "schemas/parts/part.xsd",
        "schemas/s.xsd",
      ],
      problems: [],
      told: [],
    });
  });

  it("the alignment and the styles under any name, and the parts of a Shapefile", async () => {
    write("a.xml", alignment());
    write("b.sld", style());
    write("roads.shp", shpBytes(1));
    write("roads.DBF", dbfBytes([["NAME", "C", 80, 0]]));
    write("roads.cpg", "UTF-8");
    const files = saved(
      resource("schema.read.source", "roads.shp"),
      named("alignment.xml", "a.xml"),
      named("styles.sld", "b.sld"),
    );
    expect(await complete(files)).toEqual({
      files: ["a.xml", "b.sld", "p.halex", "roads.DBF", "roads.cpg", "roads.shp"],
      problems: [],
      told: [],
    });
  });

  it("from above the project as well, if the names say in which folders the files lie", async () => {
    write("base.xml", alignment());
    write("a/p.halex.alignment.xml", alignment("../base.xml"));
    const place = write("a/p.halex", project());
    expect((await complete({ "a/p.halex": { path: place } })).files).toEqual([
      "a/p.halex",
      "a/p.halex.alignment.xml",
      "base.xml",
    ]);
    expect(await complete({ "p.halex": { path: place } })).toMatchObject({
      files: ["p.halex", "p.halex.alignment.xml"],
      told: [
        expect.stringContaining(
          'names the base alignment "../base.xml", which is not sent: it lies outside of the project\'s folder',
        ),
      ],
    });
  });
});

describe("a warning names a file that a project names", () => {
  it("if it is missing or lies outside, with the file to add", async () => {
    write("p.halex.alignment.xml", alignment("lib/base.xml", "file:/C:/base.xml", "..\\up.xml"));
    write("p.halex.styles.sld", style("a.png"));
    write("s.xsd", xsd('<xs:include schemaLocation="part.xsd"/>'));
    const outside =
      "it lies outside of the project's folder, so put it beside the project, or give the files names with their folders";
    expect(await complete(saved(resource("schema.read.source", "s.xsd"), named("x", "x.txt")))).toMatchObject({
      problems: [],
      told: [
        'p.halex names the file "x.txt", which is not sent: add that file.',
        'p.halex.alignment.xml names the base alignment "lib/base.xml", which is not sent: add that file.',
        `p.halex.alignment.xml names the base alignment "file:/C:/base.xml", which is not sent: ${outside}.`,
        `p.halex.alignment.xml names the base alignment "..\\up.xml", which is not sent: ${outside}.`,
        'p.halex.styles.sld names the picture "a.png", which is not sent: add that file.',
        's.xsd names the schema document "part.xsd", which is not sent: add that file.',
      ],
    });
  });

  it("if it is data or a table that hale reads, since that does not come along by itself", async () => {
    write("lookup.csv", "a;b");
    write("data.gml", "<a/>");
    const files = saved(resource("lookup.import", "lookup.csv"), resource("instance.read.source", "data.gml"));
    expect(await complete(files)).toEqual({
      files: ["p.halex"],
      problems: [],
      told: [
        'p.halex reads the resource "lookup.csv", which is not sent: add that file.',
        'p.halex reads the source data "data.gml", which is not sent: add that file.',
      ],
    });
  });

  it("also in an archive, which stays as it is", async () => {
    const archive = rawZip([
      { name: "project.halex", content: Buffer.from(project()) },
      { name: "alignment.xml", content: Buffer.from(alignment("base/b.xml", "c.xml")) },
      { name: "base/b.xml", content: Buffer.from(alignment("../d.xml")) },
    ]);
    write("c.xml", alignment());
    expect(await complete({ "p.halez": { path: write("p.halez", archive) } })).toEqual({
      files: ["alignment.xml", "base/b.xml", "project.halex"],
      problems: [],
      told: [
        'p.halez: alignment.xml names the base alignment "c.xml", which is not sent: add that file.',
        'p.halez: base/b.xml names the base alignment "../d.xml", which is not sent: add that file.',
      ],
    });
  });
});

describe("a name in another Unicode form, as macOS writes it,", () => {
  const composed = "Straße-ü".normalize("NFC");
  const decomposed = composed.normalize("NFD");

  it("is found beside a schema, and gets the name of the reference", async () => {
    const main = write("main.xsd", xsd(`<xs:include schemaLocation="${composed}/${composed}.xsd"/>`));
    const part = write(`${decomposed}/${decomposed}.xsd`, xsd());
    const { files, problems } = await completeSchema({ "main.xsd": { path: main } });
    expect(problems).toEqual([]);
    expect(files).toEqual({ "main.xsd": { path: main }, [`${composed}/${composed}.xsd`]: { path: part } });
  });

  it("is found among declared files, each of them once", async () => {
    const main = { content: xsd(`<xs:include schemaLocation="${encodeURI(composed)}.xsd"/>`) };
    const { files, problems } = await completeSchema({ "main.xsd": main, [`${decomposed}.xsd`]: { content: xsd() } });
    expect([Object.keys(files), problems]).toEqual([["main.xsd", `${composed}.xsd`], []]);
  });

  it("stays if others refer to it in its own form", async () => {
    const main = { content: xsd(`<xs:include schemaLocation="${decomposed}.xsd"/>`) };
    const again = { content: xsd(`<xs:include schemaLocation="${composed}.xsd"/>`) };
    const part = { content: xsd() };
    const { files } = await completeSchema({ "a.xsd": main, "b.xsd": again, [`${decomposed}.xsd`]: part });
    expect(Object.keys(files)).toEqual(["a.xsd", "b.xsd", `${decomposed}.xsd`, `${composed}.xsd`]);
    const alone = await completeSchema({ "a.xsd": main, [`${decomposed}.xsd`]: part });
    expect(Object.keys(alone.files)).toEqual(["a.xsd", `${decomposed}.xsd`]);
  });

  it("is found in a project: alignments, bases, schemas, data, in archives as well", async () => {
    const inside = project(
      named("alignment.xml", `${composed}.xml`),
      resource("schema.read.source", `${composed}.xsd`),
      resource("instance.read.source", `${composed}.csv`),
    );
    const contents = {
      [`${decomposed}.xml`]: alignment(`${encodeURI(composed)}-base.xml`),
      [`${decomposed}-base.xml`]: alignment(),
      [`${decomposed}.xsd`]: xsd(),
      [`${decomposed}.csv`]: "a",
    };
    const expected = [".csv", ".xml", ".xsd", "-base.xml"].map((end) => `${composed}${end}`);
    const entries = Object.entries({ "project.halex": inside, ...contents });
    const archive = rawZip(entries.map(([name, content]) => ({ name, content: Buffer.from(content) })));
    expect(await complete({ "p.halez": { path: write("p.halez", archive) } })).toEqual({
      files: [...expected, "project.halex"].sort(),
      problems: [],
      told: [],
    });
    entries.forEach(([name, content]) => write(name, content));
    const found = await complete({ "project.halex": { path: path.join(folder, "project.halex") } });
    expect(found.files).toEqual([...expected.slice(1), "project.halex"].sort());
  });

  it("is found when a program names it, with the same bytes", () => {
    const place = write(`${decomposed}/a ${decomposed}.txt`, "x");
    const asked = path.join(folder, composed, `a ${composed}.txt`);
    expect(pathOnDisk(asked)).toBe(place);
    expect(bytesOf({ path: pathOnDisk(asked) }).length).toBe(1);
    expect(pathOnDisk(place)).toBe(place);
    expect(pathOnDisk(path.join(folder, composed, "b"))).toBe(path.join(folder, composed, "b"));
    expect(pathOnDisk(`./${composed}`)).toBe(`./${composed}`);
  });
});
