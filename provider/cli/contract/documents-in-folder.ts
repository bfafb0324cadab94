import fs from "node:fs";
import path from "node:path";
import { readApiDocument } from "../../binding/documents";
import { documentLimits } from "../../binding/documents/limits";
import type { PulledDocument } from "../../binding/pulling/pull";
import { fileTroubleInWords } from "../../errors";

const endings = new Set([".yaml", ".yml", ".json"]);

/** The names of the documents that lie in a folder and below it. */
export function documentFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** `store/data/swagger.yaml` is the document store/data, `accounts.json` is accounts. */
export function nameOfFile(folder: string, file: string): string {
  const { dir, name } = path.parse(path.relative(folder, file));
  const steps = dir === "" ? [] : dir.split(path.sep);
  const isNamedByFolder = steps.length > 0 && /^(swagger|openapi|api-docs)$/i.test(name);
  return [...steps, ...(isNamedByFolder ? [] : [name])].join("/");
}

/** Reads each file; what is no document says so, and the others go on. */
export function documentsInFolder(folder: string): readonly PulledDocument[] {
  const files = documentFiles(folder);
  const names = files.map((file) => nameOfFile(folder, file));
  return files.map((file, index) => {
    const name = names[index] ?? "";
    const isTwice = names.indexOf(name) !== names.lastIndexOf(name);
    return documentInFile(isTwice ? path.relative(folder, file) : name, file);
  });
}

export function documentInFile(name: string, file: string): PulledDocument {
  return readDocument(name, path.basename(file), () => {
    const { size } = fs.statSync(file);
    if (size > documentLimits.bytes) {
      throw new Error(`it is larger than ${documentLimits.bytes / 1024 ** 2} MB`);
    }
    return fs.readFileSync(file, "utf8");
  });
}

/** Makes a problem of whatever goes wrong with one document. */
function readDocument(name: string, from: string, text: () => string): PulledDocument {
  try {
    return { name, from, read: readApiDocument(name, text()) };
  } catch (error) {
    return { name, from, read: { problem: problemOf(name, error) } };
  }
}

/** One line, without the document's name before it. */
export function problemOf(name: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const said = code === undefined || !/^E[A-Z]+$/.test(code) ? message : fileTroubleInWords(error);
  return said.startsWith(`${name}: `) ? said.slice(name.length + 2) : said.replace(`${name}:`, "line ");
}
