import { buffer } from "node:stream/consumers";
import {
  FormatError,
  inMemory,
  kindOfFile,
  namedFiles,
  parseProject,
  readHaleFolder,
  readHsd,
  readSchemaFiles,
  readZip,
} from "../../../provider/formats";
import { rawZip } from "./support/raw-zip";
import { inMemoryFolder, sampleFile } from "./support/samples";
import { dbfBytes, shpBytes } from "./support/shapefile";

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A file as a bad copy leaves it: bytes that are others, a part that is gone, a part that is there twice. */
function broken(content: Buffer, next: (below: number) => number): Buffer {
  const bytes = Buffer.from(content);
  const at = next(bytes.length);
  const length = next(40);
  switch (next(4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    default:
      for (let count = 0; count < 5; count += 1) {
        bytes[next(bytes.length)] = next(256);
      }
      return bytes;
  }
}

type Read = (content: Buffer) => unknown;

const schema = (name: string, others: Record<string, Buffer> = {}): Read => {
  return (content) => {
    const { files, open } = inMemoryFolder({ [name]: content, ...others });
    return readSchemaFiles(files, open);
  };
};
const alignment: Read = (content) => {
  const project = "<hale-project><file name='alignment.xml' location='a.xml'/></hale-project>";
  const { files, read } = inMemoryFolder({ "a.halex": project, "a.xml": content });
  return readHaleFolder(files, read);
};
/** Whatever is in a file that a project names, the others are found. */
const namedBy =
  (kind: string): Read =>
  async (content) => {
    const project = `<hale-project><file name="${kind}" location="a"/><file name="other" location="b"/></hale-project>`;
    const { files, read } = inMemoryFolder({ "a.halex": project, a: content, b: "" });
    const named = await namedFiles("a.halex", { has: (file) => files.includes(file), read });
    expect(named.filter(({ found }) => found === "file").map(({ file }) => file)).toEqual(["a", "b"]);
  };
const redefining = Buffer.from(
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><xs:redefine schemaLocation="b.xsd"><xs:complexType name="T"><xs:complexContent><xs:extension base="t:T"/></xs:complexContent></xs:complexType></xs:redefine><xs:override schemaLocation="a.xsd"><xs:element name="E" type="t:T"/></xs:override></xs:schema>',
);
const unpacked: Read = async (content) => {
  for (const { open } of await readZip(inMemory(content), "a.halez")) {
    await buffer(await open());
  }
};
const archive = rawZip([
  { name: "project.halex", content: sampleFile("project/roads.halex") },
  { name: "alignment.xml", content: sampleFile("project/roads.halex.alignment.xml") },
]);
const columns = dbfBytes([["NAME", "C", 80, 0]]);
const umlauts = dbfBytes([["STRAßE", "C", 80, 0]]);

describe("a broken file is reported, and nothing else breaks", () => {
  it.each<[string, Buffer, Read]>([
    ["an XSD", sampleFile("roads/Roads.xsd"), schema("a.xsd")],
    ["an XSD that changes another", redefining, schema("a.xsd", { "b.xsd": redefining })],
    ["a hale schema in XML", sampleFile("roads.hsd"), (content) => readHsd(content, "a.hsd")],
    ["a hale schema in JSON", sampleFile("roads.json.hsd"), (content) => readHsd(content, "a.hsd")],
    ["a Shapefile", shpBytes(1), schema("a.shp", { "a.dbf": columns })],
    ["its table", columns, (content) => schema("a.shp", { "a.dbf": content })(shpBytes(1))],
    [
      "its encoding",
      Buffer.from("ISO 8859-1"),
      (content) => schema("a.shp", { "a.dbf": umlauts, "a.cpg": content })(shpBytes(1)),
    ],
    ["an alignment by its bases", sampleFile("project/roads.halex.alignment.xml"), namedBy("alignment.xml")],
    ["a style", sampleFile("project/roads.halex.styles.sld"), namedBy("styles.sld")],
    ["a project", sampleFile("project/roads.halex"), (content) => parseProject(content, "a.halex")],
    ["an alignment", sampleFile("project/roads.halex.alignment.xml"), alignment],
    ["an archive", archive, unpacked],
    ["any file", sampleFile("roads.hsd"), (content) => kindOfFile("a", content)],
  ])("%s", async (_, content, read) => {
    const next = numbers(content.length);
    for (let round = 0; round < 300; round += 1) {
      const bytes = broken(content, next);
      try {
        await read(bytes);
      } catch (error) {
        // Any other error is a defect of the reader.
        expect(error).toBeInstanceOf(FormatError);
      }
    }
  });
});
