import fs from "node:fs";
import path from "node:path";
import {
  baseOf,
  isPattern,
  nameOf,
  pathOnDisk,
  withEscapedNames,
  type DeclaredFiles,
  type FileSource,
  type ResolvedFile,
  type ResolvedFiles,
} from "../../kinds";

export interface Expanded {
  readonly files: ResolvedFiles;
  readonly problems: readonly string[];
}

/** The files that a list of paths, patterns and contents means, by the name that each gets, in the order of names. */
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

/** A file that two patterns match is one file. */
function isSameFile(one: ResolvedFile, other: ResolvedFile): boolean {
  return one.path !== undefined && other.path !== undefined && path.resolve(one.path) === path.resolve(other.path);
}

/** Files with their names, or what is wrong. */
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
    return "each file has exactly one of `path`, `content` and `base64`";
  }
  return name === undefined ? "a file that is given by its content needs a `name`" : [[name, content]];
}

async function matching(pattern: string): Promise<readonly (readonly [string, ResolvedFile])[] | string> {
  // Loaded when there is a pattern.
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
    escaped === pattern ? "" : `; where names have such signs themselves, put backslashes before them: ${escaped}`;
  return `no file matches ${JSON.stringify(pattern)}${hint}`;
}

/** Linked folders that lead back to a folder that they lie in: all that is reached through them is there already. */
class Circles {
  readonly #known = new Map<string, boolean>([[".", false]]);

  constructor(private readonly base: string) {}

  /** Whether a file is reached through one. */
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
