import { isDeepStrictEqual } from "node:util";
import { HaleconnectError } from "../errors";
import type { Decision, Kind, Values } from "../kinds";
import type { Surroundings } from "./surroundings";
import { UNKNOWN } from "./unknown";

/** Which resources decide what, as far as this process has seen them: one fact, one owner (decision 10). */
export class Decisions {
  readonly #bySubject = new Map<string, Map<string, boolean>>();
  readonly #subjectsOf = new Map<string, Set<string>>();
  readonly #declared = new Map<string, Values>();

  /** What the program declares of a resource; what it declared before no longer counts. */
  declare(origin: string, declared: Values): void {
    this.#forget(origin);
    this.#declared.set(origin, plain(declared));
  }

  /** A refresh hands in what the state holds, which the program may no longer say: that decides nothing. */
  isDeclared(origin: string, declared: Values): boolean {
    return isDeepStrictEqual(this.#declared.get(origin), plain(declared));
  }

  /** The resource whose decision contradicts this one, if there is one. */
  add({ subject, isWhole }: Decision, origin: string): string | undefined {
    const known = this.#bySubject.get(subject) ?? new Map<string, boolean>();
    this.#bySubject.set(subject, known.set(origin, isWhole));
    this.#subjectsOf.set(origin, (this.#subjectsOf.get(origin) ?? new Set()).add(subject));
    return [...known].find(([other, isOtherWhole]) => other !== origin && (isWhole || isOtherWhole))?.[0];
  }

  #forget(origin: string): void {
    for (const subject of this.#subjectsOf.get(origin) ?? []) {
      this.#bySubject.get(subject)?.delete(origin);
    }
    this.#subjectsOf.delete(origin);
  }
}

/** What a check learns of a resource from the program. */
export function declare(kind: Kind, declared: Values, origin: string, around: Surroundings): void {
  around.decisions.declare(origin, declared);
  refuseContradiction(kind, declared, origin, around);
}

/** Refuses what another resource decides already; with the id more of it is known. */
export function refuseContradiction(
  kind: Kind,
  declared: Values,
  origin: string,
  around: Surroundings,
  id?: string,
): void {
  if (!around.decisions.isDeclared(origin, declared)) {
    return;
  }
  for (const decision of kind.decides?.(declared, id) ?? []) {
    const other = decision.subject.includes(UNKNOWN) ? undefined : around.decisions.add(decision, origin);
    if (other !== undefined) {
      throw new HaleconnectError("HC4007", {
        what: `Two resources decide ${decision.subject}: ${nameIn(other)} and ${nameIn(origin)}`,
      });
    }
  }
}

/** Pulumi hands the same values to each call, but not always in the same order, nor with what is undefined. */
function plain(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as Values;
}

function nameIn(origin: string): string {
  return JSON.stringify(origin.slice(origin.indexOf("/") + 1));
}
