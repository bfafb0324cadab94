import path from "node:path";
import { z } from "zod";
import type { Content } from "./content";
import { withTrait } from "../traits";

const named = z.string().min(1).max(1000).optional();

/** One of several files, as a person writes it. */
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
      name: named.describe("The name that it gets, with / between folders; the file's own where it has one."),
    }),
  ],
  { error: "expected the path of a file, a pattern of paths, or an object with `path`, `content` or `base64`" },
);

/**
 * Several files: a list of paths, patterns and contents, in any order; an empty list removes all that were declared
 * before. `check` makes a map of them, by the name that each gets.
 */
export const filesOf = withTrait(z.array(source).max(10_000), "files").optional();

export type FileSource = z.output<typeof source>;

/** Files by the name that each gets. */
export type FileSet = Readonly<Record<string, Content>>;

const patternSigns = /[*?[\]{}()!]/;

const escapedSigns = /\\([*?[\]{}()!])/g;

export function isPattern(text: string): boolean {
  return patternSigns.test(text);
}

/** The same where the signs of names, which are all but `*` and `?`, mean themselves. */
export function withEscapedNames(pattern: string): string {
  return pattern.replace(/(?<!\\)[[\]{}()!]/g, "\\$&");
}

/** The folder that a pattern starts from; the names that files get are relative to it. */
export function baseOf(pattern: string): string {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => isPattern(part.replace(escapedSigns, "")));
  // Where all signs are escaped it is one file.
  const base = parts.slice(0, first === -1 ? parts.length - 1 : first).join("/");
  return base.replace(escapedSigns, "$1") || ".";
}

/** The name that a file gets; undefined where it has to be given. */
export function nameOf(source: Exclude<FileSource, string>): string | undefined {
  return source.name ?? (source.path === undefined ? undefined : path.basename(source.path));
}
