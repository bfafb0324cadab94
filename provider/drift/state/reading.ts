import { JSONParser } from "@streamparser/json";
import { HaleconnectError } from "../../errors";
import type { Values } from "../../kinds";
import { valueAt } from "../../lifecycle/values/leaves";
import { resourceOf, type Exported, type KindNamed, type StateResource } from "./resource";

export interface StackState {
  readonly project: string | undefined;
  readonly stack: string | undefined;
  readonly resources: readonly StateResource[];
  /** The URNs of all that the state has, of other packages too. */
  readonly urns: readonly string[];
}

/** Reads what `pulumi stack export` wrote. `source` names it in errors. */
export function readState(text: string, source: string, kindNamed: KindNamed): StackState {
  const reader = new StateReader(kindNamed);
  reader.take(Buffer.from(text));
  return reader.end(source);
}

/** Reads a state piece by piece, so that it never stands in memory as a whole. */
export class StateReader {
  readonly #parser = new JSONParser({ paths: ["$.deployment.resources.*"], keepStack: false });
  readonly #urns: string[] = [];
  readonly #resources: StateResource[] = [];
  /** Each URN once: most resources refer to the same few others. */
  readonly #known = new Map<string, string>();
  /** The beginning, up to the first resource: it says what is wrong with a text that has none. */
  #head: Uint8Array[] | undefined = [];
  #isBroken = false;

  constructor(kindNamed: KindNamed) {
    this.#parser.onError = () => {
      this.#isBroken = true;
    };
    this.#parser.onValue = ({ key, value }) => {
      if (typeof key === "number") {
        this.#head = undefined;
        this.#keep(value as unknown as Exported | null, kindNamed);
      }
    };
  }

  take(piece: Uint8Array): void {
    this.#head?.push(piece);
    if (!this.#isBroken) {
      this.#parser.write(piece);
    }
  }

  /** Returns the state, or says why the text is none. `source` names it in errors. */
  end(source: string): StackState {
    if (this.#head !== undefined) {
      throw withoutResources(Buffer.concat(this.#head).toString("utf8"), source, this.#isBroken);
    }
    if (this.#isBroken || !this.#parser.isEnded) {
      throw notWhole(source, this.#isBroken);
    }
    const [stack, project] = (this.#urns[0] ?? "").split("::").map((part) => part.replace("urn:pulumi:", ""));
    return {
      project: project === "" ? undefined : project,
      stack: stack === "" ? undefined : stack,
      resources: this.#resources,
      urns: this.#urns,
    };
  }

  #keep(exported: Exported | null, kindNamed: KindNamed): void {
    if (typeof exported?.urn !== "string") {
      return;
    }
    const urn = this.#once(exported.urn);
    this.#urns.push(urn);
    const resource = resourceOf({ ...exported, urn }, kindNamed);
    if (resource !== undefined) {
      this.#resources.push({ ...resource, dependsOn: resource.dependsOn.map((it) => this.#once(it)) });
    }
  }

  #once(urn: string): string {
    const known = this.#known.get(urn) ?? urn;
    this.#known.set(urn, known);
    return known;
  }
}

function withoutResources(text: string, where: string, isBroken: boolean): HaleconnectError {
  if (text.trim() === "") {
    return new HaleconnectError("HC8302", { where, why: "It is empty." });
  }
  const whole = parsed(text);
  if (whole === undefined) {
    return notWhole(where, isBroken);
  }
  const deployment = valueAt(whole as Values, ["deployment"]);
  if (typeof deployment !== "object" || deployment === null) {
    return new HaleconnectError("HC8302", { where, why: "It has no `deployment`." });
  }
  return Array.isArray(valueAt(deployment as Values, ["resources"]) ?? [])
    ? new HaleconnectError("HC8303", { where, why: "The stack has no resources: it never ran." })
    : new HaleconnectError("HC8302", { where, why: "`deployment.resources` is no list." });
}

/** The text around a break may hold a secret, so the error does not show it. */
function notWhole(where: string, isBroken: boolean): HaleconnectError {
  const why = `It is no whole JSON: ${isBroken ? "a part of it is none" : "it ends too early"}.`;
  return new HaleconnectError("HC8302", { where, why });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
