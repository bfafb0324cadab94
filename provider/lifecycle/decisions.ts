import { HaleconnectError } from "../errors";
import type { Decision, Kind, Values } from "../kinds";
import type { Surroundings } from "./surroundings";
import { UNKNOWN } from "./unknown";

/** Which resources decide what, as far as this process has seen them: one fact, one owner (decision 10). */
export class Decisions {
  readonly #bySubject = new Map<string, Map<string, boolean>>();

  /** The resource whose decision contradicts this one, if there is one. */
  add({ subject, isWhole }: Decision, origin: string): string | undefined {
    const known = this.#bySubject.get(subject) ?? new Map<string, boolean>();
    this.#bySubject.set(subject, known.set(origin, isWhole));
    return [...known].find(([other, isOtherWhole]) => other !== origin && (isWhole || isOtherWhole))?.[0];
  }
}

/** Refuses what another resource decides already; with the id more of it is known. */
export function refuseContradiction(
  kind: Kind,
  declared: Values,
  origin: string,
  around: Surroundings,
  id?: string,
): void {
  for (const decision of kind.decides?.(declared, id) ?? []) {
    const other = decision.subject.includes(UNKNOWN) ? undefined : around.decisions.add(decision, origin);
    if (other !== undefined) {
      throw new HaleconnectError("HC4007", {
        what: `Two resources decide ${decision.subject}: ${nameIn(other)} and ${nameIn(origin)}`,
      });
    }
  }
}

function nameIn(origin: string): string {
  return JSON.stringify(origin.slice(origin.indexOf("/") + 1));
}
