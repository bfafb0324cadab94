import type { Contained, ContentFate, Kind, Live, Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";
import { fingerprint, isSame } from "../remembering/holding";
import type { Holding } from "../remembering/journal";
import type { Context } from "../context";
import { wasDeleted } from "./written";

/**
 * What this stack made inside of an object that goes. With Pulumi's options `deletedWith` and `retainOnDelete`, and with
 * `pulumi state delete`, the engine forgets a resource without a word to the provider: what the journal still has was
 * dropped in one of these ways, or comes later. It goes along where it is as it was made and nobody else declares it.
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

  /** What becomes of a file, by the checksum that it has now. */
  fateOfFile = (id: string, name: string, sha256: unknown): ContentFate =>
    this.#fateOf("BucketFile", `${id}/${name}`, (holding) => isAsSent(holding, "source", sha256));

  /** The same of an object with all that is in it. */
  fateOfObject(kind: Kind, { id, values }: Live): ContentFate {
    return this.#fateOf(kind.name, id, (holding) => isSame(holding, values) && this.#holdsOnlyOurs(holding, values));
  }

  /** What the journal has of something that lies in an object. */
  find({ kind, id }: Contained): Holding | undefined {
    return kind === undefined
      ? [...this.#byId.values()].find((it) => it.id.endsWith(`/${id}`) && it.kind !== "BucketFile")
      : this.#byId.get(`${kind} ${id}`);
  }

  /** What was found to go, in words. */
  get inWords(): string[] {
    return [...this.#going.values()].map(({ kind, id }) => `${kind} ${id}`);
  }

  /** Nothing goes, since something else stays. */
  keepAll(): void {
    this.#going.clear();
  }

  /** They are gone. */
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
