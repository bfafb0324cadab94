import { createHash } from "node:crypto";
import fs from "node:fs";
import { HaleconnectError } from "../../errors";
import type {
  Bytes,
  DeclaredFiles,
  ResolvedFile,
  FileRule,
  ResolvedFiles,
  FileSetRule,
  Kind,
  Values,
} from "../../kinds";
import { bytesOf } from "../../kinds/files/content";
import { isDeclaredFiles } from "../../kinds/files/file-sets";
import { pathOnDisk } from "../../kinds/files/on-disk";
import { expand, type Expanded } from "./file-sets";
import { isPlainObject } from "../values/inputs";
import { isMeasuredSet } from "./measured";
import { PROTOTYPE } from "../remembering/state";
import { containsUnknown, UNKNOWN } from "../values/unknown";
import type { Failure } from "./failure";

export interface Measured {
  readonly inputs: Values;
  readonly failures: readonly Failure[];
}

/** What the check knows of the resource besides its inputs. */
export interface Outside {
  /** The names of the inputs whose values are not shown. */
  readonly hidden?: ReadonlySet<string>;
  /** Whether the object exists already. Then a file with a checksum is not read again. */
  readonly isMade?: boolean;
}

/** Adds its checksum to every declared file, for the comparison, and finds what is wrong with the files. */
export async function measureFiles(
  kind: Kind,
  inputs: Values,
  isWrong: (field: string) => boolean,
  { hidden = new Set(), isMade = false }: Outside = {},
): Promise<Measured> {
  const measured: Record<string, unknown> = { ...inputs };
  const failures: Failure[] = [];
  for (const [name, { file: rule, files: setRule }] of Object.entries(kind.inputs)) {
    const given = inputs[name];
    if (given === undefined || isWrong(name)) {
      continue;
    }
    if (setRule !== undefined) {
      const { files, problems } = await measureAll(given, setRule, inputs, { isHidden: hidden.has(name), isMade });
      measured[name] = files;
      failures.push(...problems.map((problem) => ({ property: name, reason: complaint(name, {}, problem) })));
    }
    if (rule !== undefined && isPlainObject(given)) {
      const found = await measuredOf(given, rule, inputs, { isHidden: hidden.has(name), isMade });
      if ("value" in found) {
        measured[name] = found.value;
      } else {
        failures.push({ property: name, reason: complaint(name, hidden.has(name) ? {} : given, found.problem) });
      }
    }
  }
  return { inputs: measured, failures };
}

/** Stands for a problem that quotes the contents of a secret file. */
const WITHHELD = "it cannot be used, and the reason is not shown, because it is a secret";

interface OfField {
  readonly isHidden: boolean;
  readonly isMade: boolean;
}

async function measuredOf(
  given: ResolvedFile,
  rule: FileRule,
  declared: Values,
  { isHidden, isMade }: OfField,
): Promise<Read<ResolvedFile>> {
  if (isMade && given.sha256 !== undefined) {
    return { value: given };
  }
  const onDisk = given.path === undefined ? given : { ...given, path: pathOnDisk(given.path) };
  const found = containsUnknown(given) ? { value: UNKNOWN } : await measureOne(onDisk, rule, declared);
  if ("value" in found) {
    return { value: { ...onDisk, sha256: found.value } };
  }
  return isHidden ? { problem: WITHHELD } : found;
}

async function measureAll(given: unknown, rule: FileSetRule, declared: Values, { isHidden, isMade }: OfField) {
  if (isDeclaredFiles(given)) {
    return measureSet(given, rule, declared, isHidden);
  }
  return isMade || !isMeasuredSet(given) ? { files: given, problems: [] } : measureAgain(given, rule, declared);
}

/**
 * Measures files in the form of an earlier check, for an object that is created only now: their contents are needed.
 */
async function measureAgain(files: ResolvedFiles, rule: FileSetRule, declared: Values) {
  const lost = Object.entries(files).filter(
    ([, { path, content, base64 }]) => path === undefined && content === undefined && base64 === undefined,
  );
  const problems = [
    ...lost.map(([name, file]) => aboutFile(name, file, "it has neither a path nor a content")),
    ...problemsWithEach(files, rule, declared),
  ];
  return problems.length > 0 ? { files, problems } : checksumsOf(files);
}

/** Measures several files and returns everything that is wrong with them. */
async function measureSet(sources: DeclaredFiles, rule: FileSetRule, declared: Values, isHidden: boolean) {
  if (containsUnknown(sources)) {
    return { files: UNKNOWN, problems: [] };
  }
  const { files: given, problems } = await expand(sources);
  const unreadable = problemsWithEach(given, rule, declared);
  if (problems.length > 0 || unreadable.length > 0) {
    return { files: given, problems: [...problems, ...unreadable] };
  }
  const { files, problems: withContents } = await readTogether(given, rule, declared, isHidden);
  return { files, problems: isHidden && withContents.length > 0 ? [WITHHELD] : withContents };
}

/** Finds what is wrong with the contents of the files. */
async function readTogether(
  given: ResolvedFiles,
  rule: FileSetRule,
  declared: Values,
  isHidden: boolean,
): Promise<{ readonly files: ResolvedFiles; readonly problems: readonly string[] }> {
  const completed = await reading(async () => rule.complete?.(given) ?? { files: given, problems: [] }, reasonWithPath);
  if ("problem" in completed) {
    return { files: given, problems: [completed.problem] };
  }
  const { files } = completed.value;
  const all = [...completed.value.problems, ...problemsWithEach(files, rule, declared)];
  if (all.length > 0) {
    return { files, problems: all };
  }
  const say = isHidden ? () => undefined : console.warn;
  const together = await reading(async () => rule.problem?.(files, declared, say), reasonWithPath);
  const problem = "problem" in together ? together.problem : together.value;
  return problem === undefined ? checksumsOf(files) : { files, problems: [problem] };
}

/** Reads one file after the other, because a process may not open thousands at once. */
async function checksumsOf(files: ResolvedFiles): Promise<Pick<Expanded, "files" | "problems">> {
  const measured = new Map<string, ResolvedFile>();
  const problems: string[] = [];
  for (const [name, file] of Object.entries(files)) {
    const found = await reading(() => checksumOf(file));
    if ("problem" in found) {
      problems.push(aboutFile(name, file, found.problem));
    } else {
      measured.set(name, { ...file, sha256: found.value });
    }
  }
  return { files: Object.fromEntries(measured), problems };
}

async function measureOne(given: ResolvedFile, rule: FileRule, declared: Values): Promise<Read<string>> {
  const problem = await reading(() => problemWith(given, rule, declared));
  if ("problem" in problem) {
    return problem;
  }
  return problem.value === undefined ? reading(() => checksumOf(given)) : { problem: problem.value };
}

function aboutFile(name: string, { path, entry }: ResolvedFile, problem: string): string {
  return entry === undefined ? `the file ${JSON.stringify(path ?? name)}: ${problem}` : problem;
}

function problemsWithEach(files: ResolvedFiles, rule: FileSetRule, declared: Values): string[] {
  return Object.entries(files).flatMap(([name, file]) => {
    const problem = problemWithOne(name, file, rule, declared);
    return problem === undefined ? [] : [aboutFile(name, { ...file, entry: undefined }, problem)];
  });
}

const namedLikeThePrototype = `a name other than ${PROTOTYPE}, which Pulumi's state cannot hold in a map of files (a BucketFile can have this name)`;

function problemWithOne(name: string, file: ResolvedFile, rule: FileSetRule, declared: Values): string | undefined {
  const bytes = readable(file);
  const nameProblem = name === PROTOTYPE ? namedLikeThePrototype : rule.problemWithName(name, declared);
  return typeof bytes === "string"
    ? bytes
    : nameProblem === undefined
      ? tooLarge(bytes, rule.largest(declared))
      : `its name ${JSON.stringify(name)} is not allowed: expected ${nameProblem}`;
}

async function problemWith(content: ResolvedFile, rule: FileRule, declared: Values): Promise<string | undefined> {
  const bytes = readable(content);
  if (typeof bytes === "string") {
    return bytes;
  }
  return tooLarge(bytes, rule.largest(declared)) ?? rule.problem?.(bytes);
}

function tooLarge({ length }: Bytes, largest: number): string | undefined {
  return length > largest
    ? `it has ${length.toLocaleString("en")} bytes, but at most ${largest.toLocaleString("en")} are allowed`
    : undefined;
}

function readable(content: ResolvedFile): Bytes | string {
  try {
    return bytesOf(content);
  } catch (error) {
    return reasonOf(error);
  }
}

type Read<T> = { readonly value: T } | { readonly problem: string };

/**
 * A file that cannot be read, or that has a wrong format, is a problem of the inputs. Any other failure is a defect.
 */
async function reading<T>(read: () => Promise<T>, tell = reasonOf): Promise<Read<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === undefined && name !== "FormatError") {
      throw error;
    }
    return { problem: tell(error) };
  }
}

/** Names the file too, because it may be undeclared and lie beside a declared one. */
function reasonWithPath(error: unknown): string {
  const { path } = error as NodeJS.ErrnoException;
  return path === undefined ? reasonOf(error) : aboutFile(path, {}, reasonOf(error));
}

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  ENAMETOOLONG: "there is no such file",
  ELOOP: "it is a link that leads to itself",
  EACCES: "it cannot be read",
  EPERM: "it cannot be read",
  EIO: "it cannot be read",
  ENOTFILE: "it is not a file",
};

function complaint(name: string, { path }: ResolvedFile, problem: string): string {
  const what =
    path === undefined ? `\`${name}\`: ${problem}` : `\`${name}\` is the file ${JSON.stringify(path)}: ${problem}`;
  return new HaleconnectError("HC3004", { what }).message;
}

/** Checksums of this process by path, size and time of change: preview, check and update ask for the same ones. */
const known = new Map<string, Promise<string>>();

function checksumOf(content: ResolvedFile): Promise<string> {
  if (content.path === undefined) {
    return hash(bytesOf(content));
  }
  const { size, mtimeMs, ino } = fs.statSync(content.path);
  const key = JSON.stringify([content.path, content.entry, size, mtimeMs, ino]);
  const found = known.get(key) ?? hash(bytesOf(content));
  known.set(key, found);
  return found;
}

async function hash({ open }: Bytes): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of open() as AsyncIterable<Buffer>) {
    digest.update(chunk);
  }
  return digest.digest("hex");
}
