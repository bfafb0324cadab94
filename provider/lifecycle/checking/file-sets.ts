import fs from "node:fs";
import path from "node:path";
import type { DeclaredFiles, FileSource, ResolvedFile, ResolvedFiles } from "../../kinds";
import { baseOf, isPattern, nameOf, withEscapedNames } from "../../kinds/files/file-sets";
import { pathOnDisk } from "../../kinds/files/on-disk";

export interface Expanded {
  readonly files: ResolvedFiles;
  readonly problems: readonly string[];
}

/** Finds the files of a list of paths, patterns and contents, by the name that each gets, sorted by name. */
export async function expand(sources: DeclaredFiles): Promise<Expanded> {
  const files = new Map<string, ResolvedFile>();
  const problems: string[] = [];
  for (const source of sources) {
    const found = await filesOfSource(source);
    if (typeof found === "string") {
      problems.push(found);
      continue;
    }
    for (const [name, content] of found) {
      const other = files.get(name);
      if (other !== undefined && !isSameFile(other, content)) {
        problems.push(`two files get the name ${JSON.stringify(name)}; give one of them another \`name\``);
      }
      files.set(name, content);
    }
  }
  const ordered = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: Object.fromEntries(ordered), problems };
}

/** Whether two sources are one file, for instance one that two patterns match. */
function isSameFile(one: ResolvedFile, other: ResolvedFile): boolean {
  return one.path !== undefined && other.path !== undefined && path.resolve(one.path) === path.resolve(other.path);
}

/** Returns the files with their names, or what is wrong. */
async function filesOfSource(source: FileSource): Promise<readonly (readonly [string, ResolvedFile])[] | string> {
  if (typeof source === "string") {
    return isPattern(source) && !fs.existsSync(source)
      ? matching(source)
      : [[path.basename(source), { path: pathOnDisk(source) }]];
  }
  const { name: _name, ...given } = source;
  const content = given.path === undefined ? given : { ...given, path: pathOnDisk(given.path) };
  const sourceCount = Object.values(content).filter((value) => value !== undefined).length;
  const name = nameOf(source);
  if (sourceCount !== 1) {
    return "each file needs exactly one of `path`, `content` and `base64`";
  }
  return name === undefined ? "a file with `content` or `base64` needs a `name`" : [[name, content]];
}

async function matching(pattern: string): Promise<readonly (readonly [string, ResolvedFile])[] | string> {
  // Loaded only for a pattern.
  const { glob } = require("tinyglobby") as typeof import("tinyglobby");
  const base = baseOf(pattern);
  const found = await glob(pattern, { onlyFiles: true, dot: false, expandDirectories: false });
  const circles = new Circles(base);
  const files = found.map((file) => path.posix.relative(base, file)).filter((name) => !circles.has(name));
  return files.length === 0 ? noMatch(pattern) : files.map((name) => [name, { path: path.posix.join(base, name) }]);
}

function noMatch(pattern: string): string {
  const escaped = withEscapedNames(pattern);
  const hint =
    escaped === pattern ? "" : `; if a name contains such signs itself, put a backslash before each: ${escaped}`;
  return `no file matches ${JSON.stringify(pattern)}${hint}`;
}

/** Linked folders that lead back to a folder around them. All files behind such a link are found without it. */
class Circles {
  readonly #known = new Map<string, boolean>([[".", false]]);

  constructor(private readonly base: string) {}

  /** Whether the path of a file leads through such a link. */
  has(name: string): boolean {
    const folder = path.posix.dirname(name);
    const known = this.#known.get(folder);
    if (known !== undefined) {
      return known;
    }
    const found = this.has(folder) || this.#leadsBack(folder);
    this.#known.set(folder, found);
    return found;
  }

  #leadsBack(folder: string): boolean {
    const place = path.join(this.base, folder);
    if (!fs.lstatSync(place).isSymbolicLink()) {
      return false;
    }
    const within = path.relative(fs.realpathSync(place), fs.realpathSync(path.dirname(place)));
    return within.split(path.sep)[0] !== ".." && !path.isAbsolute(within);
  }
}
