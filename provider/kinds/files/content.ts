import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { checksum, type Upload } from "../../contract/files";
import { entryAt } from "./archives";
import { withTrait } from "../traits";

/** Where the bytes of a declared file come from, as a person writes it. */
const source = {
  path: z.string().min(1).optional().describe("Path of the file, relative to the program's folder."),
  content: z.string().optional().describe("The content itself, as text."),
  base64: z.base64().optional().describe("The content itself, in base64."),
};

/** The members that say where the bytes come from. They are not sent, and a change of them alone is no change. */
export const sourceMembers: readonly string[] = [...Object.keys(source), "entry", "bytes"];

/**
 * A file, by its path or with its content. An empty text removes it. `check` adds its checksum, by which it is compared.
 * The members in `more` are compared by value.
 */
export function contentOf<Shape extends z.ZodRawShape>(more: Shape) {
  const file = z
    .strictObject({ ...source, ...more, sha256: checksum.optional() })
    .refine(hasOneSource, "expected exactly one of `path`, `content` and `base64`");
  const error = "expected a file, with its `path`, `content` or `base64`, or an empty text to remove it";
  return withTrait(z.union([file, z.literal("")], { error }), "content");
}

function hasOneSource(file: object): boolean {
  return Object.entries(file).filter(([name, it]) => sourceMembers.includes(name) && it !== undefined).length === 1;
}

/** A file as a person writes it. */
export type DeclaredFile = Readonly<z.output<z.ZodObject<typeof source>>>;

/** A file as `check` resolves it: where its bytes come from, with their checksum once they are read. */
export interface ResolvedFile extends DeclaredFile {
  /** If `path` is an archive: the path of the file in it. */
  readonly entry?: string | undefined;
  /** If there is an `entry`: its size. */
  readonly bytes?: number | undefined;
  readonly sha256?: string | undefined;
}

/** The checksum of a file. undefined: it is no file, or nobody knows its checksum. */
export function checksumIn(file: unknown): unknown {
  return typeof file === "object" && file !== null && "sha256" in file ? file.sha256 : undefined;
}

/** The bytes of a file. They can be read more than once. */
export interface Bytes {
  readonly length: number;
  readonly open: () => Readable;
}

/** Fails where the file cannot be read. */
export function bytesOf({ path: file, content, base64, entry, bytes: size = 0 }: ResolvedFile): Bytes {
  if (file !== undefined) {
    const found = fs.statSync(file);
    if (!found.isFile()) {
      throw Object.assign(new Error("it is not a file"), { code: "ENOTFILE" });
    }
    fs.accessSync(file, fs.constants.R_OK);
    if (entry !== undefined) {
      return { length: size, open: () => entryAt(file, entry) };
    }
    return { length: found.size, open: () => fs.createReadStream(file) };
  }
  const bytes = content === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(content, "utf8");
  return { length: bytes.length, open: () => Readable.from([bytes]) };
}

/** The file as it is sent. A file without a path gets `name`. */
export function uploadOf(content: ResolvedFile, name: string, type: string): Upload {
  const { length, open } = bytesOf(content);
  return { name: content.path === undefined ? name : path.basename(content.path), bytes: length, type, open };
}
