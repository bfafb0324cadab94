import type { Contained, ContentFate, Kind, Live, Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";
import { fingerprint, isSame } from "../remembering/holding";
import type { Holding } from "../remembering/journal";
import type { Context } from "../context";
import { wasDeleted } from "./written";

/**
 * What this stack made inside an object that is to be deleted. With `deletedWith`, `retainOnDelete` and `pulumi state
 * delete` the engine forgets a resource and does not tell the provider. So an object that the journal still lists was
 * forgotten in one of these ways, or its deletion comes later. It is deleted too, if nobody has changed it since this
 * stack made it and no other resource declares it.
 */
export class MadeHere {
  readonly #byId: ReadonlyMap<string, Holding>;
  readonly #going = new Map<string, Holding>();

  constructor(
    readonly origin: string,
    readonly context: Context,
  ) {
    const holdings = context.journal(origin)?.holdings() ?? [];
    this.#byId = new Map(holdings.map((it) => [`${it.kind} ${it.id}`, it]));
  }

  /** Returns what becomes of a file that now has this checksum. */
  fateOfFile = (id: string, name: string, sha256: unknown): ContentFate =>
    this.#fateOf("BucketFile", `${id}/${name}`, (holding) => isAsSent(holding, "source", sha256));

  /** Returns what becomes of an object and everything in it. */
  fateOfObject(kind: Kind, { id, values }: Live): ContentFate {
    return this.#fateOf(kind.name, id, (holding) => isSame(holding, values) && this.#holdsOnlyOurs(holding, values));
  }

  /** Returns the journal's line about a contained object. */
  find({ kind, id }: Contained): Holding | undefined {
    return kind === undefined
      ? [...this.#byId.values()].find((it) => it.id.endsWith(`/${id}`) && it.kind !== "BucketFile")
      : this.#byId.get(`${kind} ${id}`);
  }

  /** The objects that go, in words. */
  get inWords(): string[] {
    return [...this.#going.values()].map(({ kind, id }) => `${kind} ${id}`);
  }

  /** Keeps everything, because something else inside stays. */
  keepAll(): void {
    this.#going.clear();
  }

  /** Forgets the objects that went. */
  async forget(): Promise<void> {
    for (const { kind, origin, id } of this.#going.values()) {
      wasDeleted(this.context.kindNamed(kind), id, this.context);
      await this.context.journal(origin)?.forget(origin, kind);
    }
    this.#going.clear();
  }

  #fateOf(kind: string, id: string, isAsMade: (holding: Holding) => boolean): ContentFate {
    const holding = this.#byId.get(`${kind} ${id}`);
    const isDeclared =
      this.context.program.holderBesides(kind, id, this.origin) !== undefined ||
      this.context.journal(this.origin)?.isHeldBeside(kind, id) === true;
    if (holding?.retained === true) {
      return "retained";
    }
    if (holding?.goes !== true || isDeclared || !isAsMade(holding)) {
      return "unknown";
    }
    this.#going.set(`${kind} ${id}`, holding);
    return "goes";
  }

  #holdsOnlyOurs(holding: Holding, values: Values): boolean {
    const files = isPlainObject(values["files"]) ? Object.entries(values["files"]) : [];
    return files.every(([name, content]) => {
      const sha256 = isPlainObject(content) ? content["sha256"] : undefined;
      return isAsSent(holding, name, sha256) || this.fateOfFile(holding.id, name, sha256) === "goes";
    });
  }
}

function isAsSent({ origin, files = {} }: Holding, field: string, sha256: unknown): boolean {
  return typeof sha256 === "string" && files[field] === fingerprint(origin, field, sha256);
}
