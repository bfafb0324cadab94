import { isDeepStrictEqual } from "node:util";
import type { Decision, Handover, Kind, Outlook, Values } from "../../kinds";
import { keyOf } from "../comparing/key";
import type { Inputs } from "../values/inputs";
import { isKeyKnown, UNKNOWN } from "../values/unknown";
import { Changes } from "./changes";
import { Claims } from "./claims";
import { Decisions } from "./decisions";
import { Keys } from "./keys";

/** The object that a resource is about to replace, and whether it is deleted before the new one is made. */
export type Replacement = Pick<Outlook, "replacing" | "deletedFirst">;

/** Two decisions of different resources that cannot both hold. */
export interface Contradiction {
  readonly subject: string;
  readonly mine: Decision;
  readonly other: { readonly origin: string; readonly decision: Decision };
}

/**
 * What the resources of this run declare, have, give up and hand over, as far as this process has seen them. What begins
 * with `record` records; all else only looks. Nothing here asks the server.
 */
export class Program {
  readonly #declared = new Map<string, Values>();
  readonly #decisions = new Decisions();
  readonly #claims = new Claims();
  readonly #keys = new Keys();
  readonly #changes = new Changes();
  readonly #replacements = new Map<string, Replacement>();
  readonly #retained = new Set<string>();
  readonly #left = new Set<string>();

  /** Records what the program declares of a resource. What it declared before no longer counts. */
  recordDeclaration({ declared, origin }: Inputs): void {
    this.#decisions.forget(origin);
    this.#declared.set(origin, plain(declared));
  }

  /** Records what the resource decides; with the id it may be more. */
  recordDecisions(kind: Kind, inputs: Inputs, id?: string): void {
    for (const decision of this.#decisionsOf(kind, inputs, id)) {
      this.#decisions.add(decision, inputs.origin);
    }
  }

  /** Records which object the resource declares, if its key is known. */
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

  /** Records that this run changes the object; one that is only now created has no id. */
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

  /** Records that the resource's object stays when the engine forgets the resource. */
  recordRetention(origin: string): void {
    this.#retained.add(origin);
  }

  /** Records the objects that go when this one leaves the given places. */
  recordLeaving({ place }: Kind, id: string, places: readonly string[]): void {
    places.forEach((it) => this.#left.add(place?.frees(id, it) ?? ""));
  }

  /** A refresh hands in what the state holds, which the program may no longer say: that decides nothing. */
  declares({ origin, declared }: Inputs): boolean {
    return isDeepStrictEqual(this.#declared.get(origin), plain(declared));
  }

  /** The first decision of the resource that another resource contradicts. */
  contradictionOf(kind: Kind, inputs: Inputs, id?: string): Contradiction | undefined {
    return this.#decisionsOf(kind, inputs, id)
      .map((mine) => ({ subject: mine.subject, mine, other: this.#decisions.contradictionOf(mine, inputs.origin) }))
      .find((it): it is Contradiction => it.other !== undefined);
  }

  /** Whether another resource has taken over what this one decided. */
  isDecidedBesides(origin: string, handover: Handover): boolean {
    return this.#decisions.isDecidedBesides(origin, handover);
  }

  /** The other resource that declares the same object, if there is one: by the exact key, or by any spelling of it. */
  alsoDeclaredBy(kind: Kind, { declared, origin }: Inputs, spelling: "exact" | "any"): string | undefined {
    const first =
      spelling === "exact"
        ? this.#keys.firstToDeclare(kind.name, kind.identity.keyOf(declared))
        : this.#keys.firstToDeclare(alike(kind), keyOf(kind, declared));
    return first === origin ? undefined : first;
  }

  /** The other resource that has the object, if there is one. */
  holderBesides(kindName: string, id: string, origin: string): string | undefined {
    return this.#claims.holderBesides(kindName, id, origin);
  }

  /** Whether this run changes the object, as far as it is known by now. */
  changes(kindName: string, id: string): boolean {
    return this.#changes.has(kindName, id);
  }

  replacementOf(origin: string): Replacement | undefined {
    return this.#replacements.get(origin);
  }

  isRetained(origin: string): boolean {
    return this.#retained.has(origin);
  }

  /** Whether the object of that key goes because another one leaves its place. */
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

/** Apart from the exact keys, since these may look the same. */
function alike({ name }: Kind): string {
  return `${name} like`;
}

/** Pulumi hands the same values to each call, but not always in the same order, nor with what is undefined. */
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
