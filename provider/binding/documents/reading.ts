import { BrokenOperation } from "./broken-document";
import { isObject, shown, valueAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { ApiField } from "./model";
import type { SchemaShape } from "./shape";

const unknownThen = "What refers to it is of unknown type.";

/** One document while it is read: what its references mean, what is to be remarked, how much is still allowed. */
export class DocumentReading {
  /** Of each schema, once it was asked for. */
  readonly shapes = new WeakMap<Json, SchemaShape>();
  /** Of each schema that is a whole body or answer, once they were listed. */
  readonly fields = new WeakMap<Json, readonly ApiField[]>();
  private readonly targets = new Map<string, unknown>();
  private readonly noted = new Set<string>();
  private steps = 0;
  private untold = 0;

  constructor(readonly root: Json) {}

  get remarks(): readonly string[] {
    return this.untold === 0 ? [...this.noted] : [...this.noted, `There are ${this.untold} more remarks.`];
  }

  /** `what` is a sentence of this reader; texts of the document in it went through `shown`. */
  remark(what: string): void {
    if (this.noted.size < documentLimits.remarks) {
      this.noted.add(what);
    } else if (!this.noted.has(what)) {
      this.untold += 1;
    }
  }

  /** Counts what is looked at. Schemas that refer to each other many times would else keep the reader busy for ever. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > documentLimits.steps) {
      throw new BrokenOperation("the document has more fields than this reader takes");
    }
  }

  /** The object that is meant: `node` itself, or where its `$ref` leads in the end. */
  resolve(node: unknown): Json | undefined {
    let at = node;
    for (let passed = 0; passed <= documentLimits.references; passed += 1) {
      const reference = valueAt(at, "$ref");
      if (typeof reference !== "string") {
        return isObject(at) ? at : undefined;
      }
      at = this.follow(reference);
    }
    const first = String(valueAt(node, "$ref"));
    this.remark(`The $ref "${shown(first)}" leads from one $ref to the next without end. ${unknownThen}`);
    return undefined;
  }

  private follow(reference: string): unknown {
    if (!this.targets.has(reference)) {
      this.targets.set(reference, this.find(reference));
    }
    return this.targets.get(reference);
  }

  private find(reference: string): unknown {
    if (!reference.startsWith("#")) {
      this.remark(`The $ref "${shown(reference)}" leads out of the document and is not fetched. ${unknownThen}`);
      return undefined;
    }
    const found = keysOf(reference).reduce<unknown>(step, this.root);
    if (found === undefined) {
      this.remark(`The $ref "${shown(reference)}" leads to nothing. ${unknownThen}`);
    }
    return found;
  }
}

function step(holder: unknown, key: string): unknown {
  return Array.isArray(holder) ? (holder as unknown[])[Number(key)] : valueAt(holder, key);
}

/** `#/paths/~1users/get` → paths, /users, get */
function keysOf(reference: string): string[] {
  const pointer = reference.slice(1).split("/").slice(1);
  return pointer.map((key) => decoded(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
