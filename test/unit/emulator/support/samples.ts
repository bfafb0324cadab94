import fs from "node:fs";
import path from "node:path";
import type { TestBucket } from "./buckets";
import type { Visitor } from "./visitor";

const samples = path.resolve(__dirname, "../../../samples");

export function sample(name: string): Buffer {
  return fs.readFileSync(path.join(samples, name));
}

/** Real files lie beside the repository on some machines, and are never part of it. */
const realFiles = path.resolve(__dirname, "../../../../../shared/data");

/** Whether they lie here. */
export const hasRealFiles = fs.existsSync(realFiles);

export function realFile(name: string): Buffer {
  return fs.readFileSync(path.join(realFiles, name));
}

/** The documents of the sample schema, by their paths in its folder. */
export const roads = ["Roads.xsd", "Surfaces.xsd", "base/BaseTypes.xsd"] as const;

export const roadsNamespace = "http://example.org/roads/1.0";

/** Puts a file of the samples into a bucket, under its own name or another one. */
export async function addSample(by: Visitor, { files }: TestBucket, name: string, as = name): Promise<void> {
  const { status, body } = await by.upload(`${files}/${encodeURIComponent(as)}`, sample(name));
  if (status !== 200) {
    throw new Error(JSON.stringify(body));
  }
}

export async function addRoads(by: Visitor, made: TestBucket): Promise<void> {
  for (const name of roads) {
    await addSample(by, made, `roads/${name}`, name);
  }
}
