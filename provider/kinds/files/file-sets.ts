import path from "node:path";
import { z } from "zod";
import type { ResolvedFile } from "./content";
import { withTrait } from "../traits";

const named = z.string().min(1).max(1000).optional();

const source = z.union(
  [
    z
      .string()
      .min(1)
      .describe("Path of a file, or a pattern of paths such as `data/*.gml`, relative to the program's folder."),
    z.strictObject({
      path: z.string().min(1).optional().describe("Path of the file, relative to the program's folder."),
      content: z.string().optional().describe("The content itself, as text; it needs a `name`."),
      base64: z.base64().optional().describe("The content itself, in base64; it needs a `name`."),
      name: named.describe("Name of the file in the bucket, with / between folders. Default: the file name in `path`."),
    }),
  ],
  { error: "expected the path of a file, a pattern of paths, or an object with `path`, `content` or `base64`" },
);

/**
 * Several files: a list of paths, patterns and contents, in any order. An empty list removes all files that were
 * declared before. `check` turns the list into a map from names to files.
 */
export const filesOf = withTrait(z.array(source).max(10_000), "files").optional();

/** One of several files as a person writes it: a path, a pattern or a content. */
export type FileSource = z.output<typeof source>;

/** Several files as a person writes them: a list of paths, patterns and contents. */
export type DeclaredFiles = readonly FileSource[];

/** The list as the program gave it. The field's type has checked what is in it. */
export function isDeclaredFiles(files: unknown): files is DeclaredFiles {
  return Array.isArray(files);
}

/** Several files as `check` resolves them: each by its name in the bucket. */
export type ResolvedFiles = Readonly<Record<string, ResolvedFile>>;

const patternSigns = /[*?[\]{}()!]/;

const escapedSigns = /\\([*?[\]{}()!])/g;

export function isPattern(text: string): boolean {
  return patternSigns.test(text);
}

/** The same pattern, in which only `*` and `?` are signs: all others stand for themselves, as they do in names. */
export function withEscapedNames(pattern: string): string {
  return pattern.replace(/(?<!\\)[[\]{}()!]/g, "\\$&");
}

/** The folder where a pattern starts. The names of its files are relative to it. */
export function baseOf(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => isPattern(part.replace(escapedSigns, "")));
  // A pattern whose signs are all escaped names one file.
  const base = parts.slice(0, first === -1 ? parts.length - 1 : first).join("/");
  return base.replace(escapedSigns, "$1") || ".";
}

/** What an update changes of them. null: the file is no longer declared. */
export type FileChanges = Readonly<Record<string, ResolvedFile | null>>;

/** The name of the file in the bucket. undefined: the program has to give one. */
export function nameOf(source: Exclude<FileSource, string>): string | undefined {
  return source.name ?? (source.path === undefined ? undefined : path.basename(source.path));
}
