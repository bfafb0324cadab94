import fs from "node:fs";
import path from "node:path";
import { readApiDocument } from "../../../../provider/binding/documents";
import type { PulledDocument } from "../../../../provider/binding/pulling/pull";

const folder = path.resolve(__dirname, "..", "..", "..", "foreign", "documents");

/** The documents of the foreign server; `change` may give one of them another text. */
export function foreignDocuments(change: (name: string, text: string) => string = (_, text) => text): PulledDocument[] {
  return ["catalogue.json", "directory.yaml", "identity.yaml", "jobs.json", "storage.yaml"].map((file) => {
    const name = path.parse(file).name;
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    return { name, from: file, read: readApiDocument(name, change(name, text)) };
  });
}
