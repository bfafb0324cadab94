import { createHash } from "node:crypto";

/** A creation that was begun and of which no later call has shown yet that Pulumi's state knows it. */
export interface Entry extends Known {
  readonly kind: string;
  /** `stack/name` of the resource that began it; only the same resource may claim its object. */
  readonly origin: string;
  readonly key: string;
  /** The object was looked for and was not there when the creation began. */
  readonly absentBefore: boolean;
  /** Address of the server on which it was begun. */
  readonly home: string;
  /** The name under which an object is made that is named in the end. */
  readonly workingName?: string;
  /** Known once the server has answered. */
  readonly id?: string;
}

/** A deletion that was begun. It stands until the same resource is created anew: no call ever shows that a state lacks an id. */
export interface Deletion {
  readonly kind: string;
  readonly origin: string;
  readonly id: string;
  /** Address of the server on which it was begun. */
  readonly home: string;
}

/** The object that a resource has. It stands until the resource is deleted, or has another one. */
export interface Holding extends Known {
  readonly kind: string;
  readonly origin: string;
  readonly id: string;
  readonly home: string;
}

/** Whether the copy of that birth has an object that this stack made, although its state has it as adopted. */
export function isMadeHere({ made }: Pick<Known, "made">, birth: string | undefined): boolean {
  return birth !== undefined && made === birth;
}

/** What is known of an object that a resource brought into its state. */
interface Known {
  /** Which creation brought it there: when the engine forces a replacement, the old and the new copy have one id. */
  readonly birth?: string;
  /** The birth of the copy that is known to be of an object made by this stack, although the state has it as adopted. */
  readonly made?: string;
  /** It goes when the resource does. */
  readonly goes?: true;
  /** It is to stay when the engine forgets it: Pulumi's option `retainOnDelete`. */
  readonly retained?: true;
  /** What never changes of it, by which it is told from another one of its id. */
  readonly stamp?: Readonly<Record<string, unknown>>;
  /** The files that were sent: by name, a fingerprint of the content. */
  readonly files?: Readonly<Record<string, string>>;
  /** Of what exists with its owner: the values before it was taken hold of. */
  readonly former?: Readonly<Record<string, unknown>>;
  /** Of a whole list: by field, the keys of the members that it has named. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
}

/** The last thing that a resource began, or what it has. */
export type Begun = { readonly begun: Entry } | { readonly deleting: Deletion } | { readonly has: Holding };

/**
 * `over`: the mark of the line that the writer knew of the same resource. It holds only after that one: a preview that
 * runs beside an update may write late what the update has overtaken.
 */
export type Line = (Begun | { readonly settled: string }) & { readonly over?: string };

/** Deletions that are remembered, of resources that were never made again. */
const MOST_DELETIONS = 1000;

export function subjectOf(line: Begun): Entry | Deletion | Holding {
  return "begun" in line ? line.begun : "has" in line ? line.has : line.deleting;
}

export function entryName(origin: string, kind: string): string {
  return `${kind} ${origin}`;
}

/** What a line says, in short. */
export function markOf(line: Begun | undefined): string {
  return line === undefined ? "" : createHash("sha256").update(JSON.stringify(line)).digest("hex").slice(0, 12);
}

/** By resource, what the lines say in the end; what was said last comes last. */
export function replay(text: string): Map<string, Begun> {
  const entries = new Map<string, Begun>();
  for (const each of text.split("\n")) {
    const read = parse(each);
    if (read === undefined) {
      continue;
    }
    const { over, ...line } = read;
    const name = "settled" in line ? line.settled : nameOf(line);
    if (over !== undefined && over !== markOf(entries.get(name))) {
      continue;
    }
    entries.delete(name);
    if (!("settled" in line)) {
      entries.set(name, line);
    }
  }
  return entries;
}

/** The lines of a journal that says the same. */
export function compacted(entries: ReadonlyMap<string, Begun>): string {
  const lines = [...entries.values()];
  const deletions = lines.filter((line) => "deleting" in line);
  const dropped = new Set<Begun>(deletions.slice(0, Math.max(0, deletions.length - MOST_DELETIONS)));
  return lines
    .filter((line) => !dropped.has(line))
    .map(textOf)
    .join("");
}

export function textOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

/** What the resource has, as its last line tells. */
export function heldBy(line: Begun): Holding | undefined {
  if ("has" in line) {
    return line.has;
  }
  return "begun" in line && line.begun.id !== undefined ? { ...line.begun, id: line.begun.id } : undefined;
}

function nameOf(line: Begun): string {
  const { origin, kind } = subjectOf(line);
  return entryName(origin, kind);
}

/** Undefined for a line that was torn by a kill, and for one of a kind that only a later release writes. */
function parse(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as unknown;
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: unknown): line is Line {
  if (typeof line !== "object" || line === null) {
    return false;
  }
  const { settled, begun, has, deleting } = line as Record<string, unknown>;
  return typeof settled === "string" || [begun, has, deleting].some((it) => typeof it === "object" && it !== null);
}
