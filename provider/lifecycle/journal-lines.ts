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
export type Line = Begun | { readonly settled: string };

export function subjectOf(line: Begun): Entry | Deletion | Holding {
  return "begun" in line ? line.begun : "has" in line ? line.has : line.deleting;
}

export function entryName(origin: string, kind: string): string {
  return `${kind} ${origin}`;
}

/** By resource, what the lines say in the end. */
export function replay(text: string): Map<string, Begun> {
  const entries = new Map<string, Begun>();
  for (const line of text.split("\n")) {
    const read = parse(line);
    if (read === undefined) {
      continue;
    }
    if ("settled" in read) {
      entries.delete(read.settled);
    } else {
      const { origin, kind } = subjectOf(read);
      entries.set(entryName(origin, kind), read);
    }
  }
  return entries;
}

function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return undefined;
  }
}
