import { beginningOf, type ByteSource } from "../../provider/formats/bytes";
import { kindOfFile, tellingBytes, type FileKind } from "../../provider/formats/file-kind";
import { attempt, type FileProblem } from "../../provider/formats/file-problem";
import { XmlReader, type XmlName } from "../../provider/formats/xml";
import { openerOf } from "./opener";
import { remembered } from "./remembered";

/** What a file of a dataset says. */
export interface DatasetFile {
  readonly name: string;
  readonly kind: FileKind;
  /** Feature types of which it holds objects, as far as it tells: those of GML, and that of a Shapefile. */
  readonly featureTypes: readonly XmlName[];
  /** Why it cannot be read. */
  readonly problem?: FileProblem;
}

/** What the files of a dataset say. */
export const datasetContent = remembered<readonly DatasetFile[]>(300, async (files, open) => {
  const openFile = openerOf(files, open);
  const read: DatasetFile[] = [];
  for (const { name } of files) {
    const source = await openFile(name);
    read.push(await readFile(name, source ?? { bytes: 0, open: () => absent(name) }));
  }
  return read;
});

async function readFile(name: string, source: ByteSource): Promise<DatasetFile> {
  const kind = kindOfFile(name, await beginningOf(source, tellingBytes, name));
  if (kind === "shapefile") {
    const typeName = (name.split("/").at(-1) ?? name).replace(/\.shp$/i, "");
    return { name, kind, featureTypes: [{ name: typeName, namespace: "" }] };
  }
  if (!xmlKinds.has(kind)) {
    return { name, kind, featureTypes: [] };
  }
  const found = await attempt(() => featureTypesIn(name, source));
  return "value" in found
    ? { name, kind, featureTypes: kind === "gml" || found.value.length > 0 ? found.value : [] }
    : { name, kind, featureTypes: [], problem: found.problem };
}

const xmlKinds: ReadonlySet<FileKind> = new Set(["gml", "xml", "xsd", "style", "serviceError"]);

/** What GML and WFS call the elements that hold features. */
const holders = new Set(["member", "featureMember", "featureMembers"]);

async function featureTypesIn(name: string, source: ByteSource): Promise<readonly XmlName[]> {
  const found = new Map<string, XmlName>();
  const above: string[] = [];
  const reader = new XmlReader(name, {
    open: (tag) => {
      if (holders.has(above.at(-1) ?? "")) {
        found.set(`{${tag.namespace}}${tag.name}`, { name: tag.name, namespace: tag.namespace });
      }
      above.push(tag.name);
    },
    close: () => above.pop(),
  });
  for await (const chunk of source.open(0, source.bytes) as AsyncIterable<Buffer>) {
    reader.write(chunk);
  }
  reader.end();
  return [...found.values()];
}

function absent(name: string): never {
  throw new Error(`There is no file ${name}`);
}
