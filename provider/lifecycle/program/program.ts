import { isDeepStrictEqual } from "node:util";
import type { Decision, Handover, Kind, Outlook, Values } from "../../kinds";
import { keyOf } from "../comparing/key";
import type { Inputs } from "../values/inputs";
import { isKeyKnown, UNKNOWN } from "../values/unknown";
import { ChangedObjects } from "./changed-objects";
import { Claims } from "./claims";
import { Decisions } from "./decisions";
import { Keys } from "./keys";

/** The object that a resource is about to replace, and whether it is deleted before the new one is created. */
export type Replacement = Pick<Outlook, "replacing" | "deletedFirst">;

/** Two decisions of different resources that cannot both hold. */
export interface Contradiction {
  readonly subject: string;
  readonly mine: Decision;
  readonly other: { readonly origin: string; readonly decision: Decision };
}

/**
 * What the resources of this run declare, have, give up and hand over, as far as this process has seen them. The
 * methods that begin with `record` write; all others only read. Nothing here asks the server.
 */
export class Program {
  readonly #declared = new Map<string, Values>();
  readonly #decisions = new Decisions();
  readonly #claims = new Claims();
  readonly #keys = new Keys();
  readonly #changes = new ChangedObjects();
  readonly #replacements = new Map<string, Replacement>();
  readonly #retained = new Set<string>();
  readonly #left = new Set<string>();

  /** Records what the program declares for a resource, in place of what it declared before. */
  recordDeclaration({ declared, origin }: Inputs): void {
    this.#decisions.forget(origin);
    this.#declared.set(origin, plain(declared));
  }

  /** Records what the resource decides. It may decide more once its id is known. */
  recordDecisions(kind: Kind, inputs: Inputs, id?: string): void {
    for (const decision of this.#decisionsOf(kind, inputs, id)) {
      this.#decisions.add(decision, inputs.origin);
    }
  }

  /** Records the key that the resource declares, if it is known. */
  recordKey(kind: Kind, { declared, origin }: Inputs): void {
    if (isKeyKnown(kind, declared)) {
      this.#keys.declare(kind.name, kind.identity.keyOf(declared), origin);
      this.#keys.declare(alike(kind), keyOf(kind, declared), origin);
    }
  }

  /** Records that the resource has the object, unless another one has it. */
  recordClaim(kind: Kind, id: string, inputs: Inputs): void {
    if (this.declares(inputs)) {
      this.#claims.take(kind.name, id, inputs.origin);
    }
  }

  recordRelease(kind: Kind, id: string, origin: string): void {
    this.#claims.letGo(kind.name, id, origin);
  }

  /** Records that this run changes the object. An object that it only now creates has no id. */
  recordChange(kind: Kind, declared: Values, id?: string): void {
    this.#changes.add(kind, declared, id);
  }

  /** Records the object that the resource is about to replace, or that it replaces none. */
  recordReplacement(origin: string, replacement: Replacement | undefined): void {
    if (replacement === undefined) {
      this.#replacements.delete(origin);
    } else {
      this.#replacements.set(origin, replacement);
    }
  }

  /** Records that the object stays when the engine forgets the resource. */
  recordRetention(origin: string): void {
    this.#retained.add(origin);
  }

  /** Records the objects that disappear when this one leaves the given places. */
  recordLeaving({ place }: Kind, id: string, places: readonly string[]): void {
    places.forEach((it) => this.#left.add(place?.frees(id, it) ?? ""));
  }

  /**
   * Whether the program declares exactly these inputs. A refresh passes inputs from the state, which decide nothing.
   */
  declares({ origin, declared }: Inputs): boolean {
    const known = this.#declared.get(origin);
    return known !== undefined && isDeepStrictEqual(known, plain(declared));
  }

  /** Returns the first decision of the resource that another resource contradicts. */
  contradictionOf(kind: Kind, inputs: Inputs, id?: string): Contradiction | undefined {
    return this.#decisionsOf(kind, inputs, id)
      .map((mine) => ({ subject: mine.subject, mine, other: this.#decisions.contradictionOf(mine, inputs.origin) }))
      .find((it): it is Contradiction => it.other !== undefined);
  }

  /** Whether another resource has taken over what this one decided. */
  isDecidedBesides(origin: string, handover: Handover): boolean {
    return this.#decisions.isDecidedBesides(origin, handover);
  }

  /** Returns the other resource, if any, that declares the same key: exactly, or in any spelling. */
  alsoDeclaredBy(kind: Kind, { declared, origin }: Inputs, spelling: "exact" | "any"): string | undefined {
    const first =
      spelling === "exact"
        ? this.#keys.firstToDeclare(kind.name, kind.identity.keyOf(declared))
        : this.#keys.firstToDeclare(alike(kind), keyOf(kind, declared));
    return first === origin ? undefined : first;
  }

  /** Returns the other resource, if any, that has the object. */
  holderBesides(kindName: string, id: string, origin: string): string | undefined {
    return this.#claims.holderBesides(kindName, id, origin);
  }

  /** Whether this run changes the object, as far as this process knows by now. */
  changes(kindName: string, id: string): boolean {
    return this.#changes.has(kindName, id);
  }

  replacementOf(origin: string): Replacement | undefined {
    return this.#replacements.get(origin);
  }

  isRetained(origin: string): boolean {
    return this.#retained.has(origin);
  }

  /** Whether the object of that key disappears because another one leaves its place. */
  isLeft({ name }: Kind, key: string): boolean {
    return this.#left.has(`${name} ${key}`);
  }

  #decisionsOf(kind: Kind, inputs: Inputs, id: string | undefined): readonly Decision[] {
    if (kind.decides === undefined || !this.declares(inputs)) {
      return [];
    }
    return kind.decides(inputs.declared, id).filter(({ subject }) => !subject.includes(UNKNOWN));
  }
}

/** A name of its own, because an exact key may look like a normalised one. */
function alike({ name }: Kind): string {
  return `${name} like`;
}

/** Drops undefined values: Pulumi passes the same values to each call, but sometimes leaves these out. */
function plain(values: Values): Values {
  const known = plainForms.get(values);
  if (known !== undefined) {
    return known;
  }
  const made = JSON.parse(JSON.stringify(values)) as Values;
  plainForms.set(values, made);
  return made;
}

/** One call asks several times for the form of the same values. */
const plainForms = new WeakMap<Values, Values>();
