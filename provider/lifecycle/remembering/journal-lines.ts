import { createHash } from "node:crypto";

/** A creation that was begun. No later call has shown yet that Pulumi's state has its object. */
export interface Entry extends Known {
  readonly kind: string;
  /** `stack/name` of the resource that began it. Only this resource may claim the object. */
  readonly origin: string;
  readonly key: string;
  /** Whether the provider looked for the object before the creation and did not find it. */
  readonly absentBefore: boolean;
  /** Address of the server on which it was begun. */
  readonly home: string;
  /** The name under which the object is created, before it gets its own. */
  readonly workingName?: string;
  /** The id, once the server has answered. */
  readonly id?: string;
}

/**
 * A deletion that was begun. The line stands until the resource is created anew, since no call shows that a state lacks
 * an id.
 */
export interface Deletion {
  readonly kind: string;
  readonly origin: string;
  readonly id: string;
  /** Address of the server on which it was begun. */
  readonly home: string;
}

/** The object that a resource has. The line stands until the resource is deleted or has another object. */
export interface Holding extends Known {
  readonly kind: string;
  readonly origin: string;
  readonly id: string;
  readonly home: string;
}

/** Whether this stack made the object, although the copy in the state has it as adopted. */
export function isMadeHere({ made }: Pick<Known, "made">, birth: string | undefined): boolean {
  return birth !== undefined && made === birth;
}

/** What the journal knows of an object that a resource has. */
interface Known {
  /** Which creation brought it into the state. After a forced replacement the old and the new copy have the same id. */
  readonly birth?: string;
  /** The birth of the copy whose object this stack made, although the state has it as adopted. */
  readonly made?: string;
  /** Deleting the resource deletes the object. */
  readonly goes?: true;
  /** The object stays when the engine forgets the resource: Pulumi's option `retainOnDelete`. */
  readonly retained?: true;
  /** The values that never change. They tell the object from another one with the same id. */
  readonly stamp?: Readonly<Record<string, unknown>>;
  /** The files that were sent: for each name a fingerprint of the content. */
  readonly files?: Readonly<Record<string, string>>;
  /** For an object that exists with its owner: the values before it was attached. */
  readonly former?: Readonly<Record<string, unknown>>;
  /** For a whole list: for each field the keys of the members that it has named. */
  readonly named?: Readonly<Record<string, readonly string[]>>;
}

/** The last thing that a resource began, or what it has. */
export type Begun = { readonly begun: Entry } | { readonly deleting: Deletion } | { readonly has: Holding };

/**
 * `over` is the mark of the last line about the same resource that the writer knew. The new line counts only if it
 * follows that one: a preview that runs beside an update may write late, when the update has already written something
 * newer.
 */
export type Line = (Begun | { readonly settled: string }) & { readonly over?: string };

/** How many deletions of resources that were never created again are kept. */
const MOST_DELETIONS = 1000;

export function subjectOf(line: Begun): Entry | Deletion | Holding {
  return "begun" in line ? line.begun : "has" in line ? line.has : line.deleting;
}

export function entryName(origin: string, kind: string): string {
  return `${kind} ${origin}`;
}

/** Returns a short hash of a line. */
export function markOf(line: Begun | undefined): string {
  return line === undefined ? "" : createHash("sha256").update(JSON.stringify(line)).digest("hex").slice(0, 12);
}

/** Returns the last valid line of each resource, the latest last. */
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

/** Returns a shorter journal with the same meaning. */
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

/** Returns what the resource has according to its last line. */
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

/** Returns undefined for a line that a kill has torn, and for a form that only a later release writes. */
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
