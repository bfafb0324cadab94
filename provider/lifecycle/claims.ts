import type { Kind } from "../kinds";
import { belongsToAnother } from "./existing";
import type { Inputs } from "./inputs";
import type { Surroundings } from "./surroundings";

/** Which resource of the program has which object, as far as this process has seen: no two have the same one. */
export class Claims {
  readonly #holders = new Map<string, string>();

  /** Who has the object, if that is another resource; otherwise it is the caller's from now on. */
  take(kind: string, id: string, origin: string): string | undefined {
    const holder = this.heldBesides(kind, id, origin);
    if (holder === undefined && origin !== "") {
      this.#holders.set(`${kind} ${id}`, origin);
    }
    return holder;
  }

  heldBesides(kind: string, id: string, origin: string): string | undefined {
    const holder = this.#holders.get(`${kind} ${id}`);
    return holder === origin || origin === "" ? undefined : holder;
  }

  letGo(kind: string, id: string, origin: string): void {
    if (this.#holders.get(`${kind} ${id}`) === origin) {
      this.#holders.delete(`${kind} ${id}`);
    }
  }
}

/**
 * Refuses the object of another resource of the program. What only the state has, as in a refresh, is no resource of the
 * program: it may be about to go.
 */
export function refuseSecondHolder(kind: Kind, id: string, inputs: Inputs, around: Surroundings): void {
  if (!around.decisions.isDeclared(inputs.origin, inputs.declared)) {
    return;
  }
  const holder = around.claims.take(kind.name, id, inputs.origin);
  if (holder !== undefined) {
    throw belongsToAnother(kind, id, inputs, holder);
  }
}
