import { HaleconnectError } from "../errors";
import type { Kind, Values } from "../kinds";

/** One resource of the package in an exported state. */
export interface StateResource {
  readonly urn: string;
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
  /** Paths of inputs whose value the state keeps encrypted. */
  readonly sealed: readonly (readonly string[])[];
  /** Names of inputs that the state marks as secret, and of which it shows the value all the same. */
  readonly secrets: readonly string[];
  /** The URNs of what the resource refers to: its parent, and what its inputs come from. */
  readonly dependsOn: readonly string[];
}

/** What was found while values were read. */
interface Seals {
  readonly sealed: (readonly string[])[];
  readonly secrets: Set<string>;
}

export interface StackState {
  readonly project: string | undefined;
  readonly stack: string | undefined;
  readonly resources: readonly StateResource[];
  /** The URNs of all that the state has, of other packages too. */
  readonly urns: readonly string[];
}

interface Exported {
  readonly urn?: unknown;
  readonly id?: unknown;
  readonly delete?: unknown;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly parent?: unknown;
  readonly dependencies?: unknown;
  readonly propertyDependencies?: unknown;
  readonly deletedWith?: unknown;
}

/** Pulumi's mark of a value with a meaning of its own, and the mark of a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** How Pulumi finds the provider of a dynamic resource. */
const PROVIDER = "__provider";

/** Reads what `pulumi stack export` wrote. `source` names it in errors. */
export function readState(text: string, source: string, kindNamed: (name: string) => Kind | undefined): StackState {
  const exported = resourcesIn(parse(text, source), source);
  const urns = exported.flatMap(({ urn }) => (typeof urn === "string" ? [urn] : []));
  const [stack, project] = (urns[0] ?? "").split("::").map((part) => part.replace("urn:pulumi:", ""));
  const resources = exported.flatMap((it) => resourceOf(it, kindNamed) ?? []);
  return { project: project === "" ? undefined : project, stack: stack === "" ? undefined : stack, resources, urns };
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const ending = text.trim() === "" ? "It is empty." : `It is no whole JSON: ${(error as Error).message}.`;
    throw new HaleconnectError("HC8302", { where: source, why: ending });
  }
}

function resourcesIn(parsed: unknown, source: string): readonly Exported[] {
  const deployment = memberOf(parsed, "deployment");
  if (typeof deployment !== "object" || deployment === null) {
    throw new HaleconnectError("HC8302", { where: source, why: "It has no `deployment`." });
  }
  const resources = memberOf(deployment, "resources") ?? [];
  if (!Array.isArray(resources)) {
    throw new HaleconnectError("HC8302", { where: source, why: "`deployment.resources` is no list." });
  }
  if (resources.length === 0) {
    throw new HaleconnectError("HC8303", { where: source, why: "The stack has no resources: it never ran." });
  }
  return resources as readonly Exported[];
}

/** A copy that the engine is about to delete says nothing of what is declared. */
function resourceOf(exported: Exported, kindNamed: (name: string) => Kind | undefined): StateResource | undefined {
  const { urn, id } = exported;
  const { kindName, name } = partsOfUrn(typeof urn === "string" ? urn : "");
  const kind = kindNamed(kindName);
  if (
    typeof urn !== "string" ||
    typeof id !== "string" ||
    id === "" ||
    kind === undefined ||
    exported.delete === true
  ) {
    return undefined;
  }
  const seals: Seals = { sealed: [], secrets: new Set() };
  const inputs = opened(exported.inputs, [], seals);
  const outputs = opened(exported.outputs, [], { sealed: [], secrets: seals.secrets });
  const dependsOn = referencesOf(exported);
  return { urn, kind, name, id, inputs, outputs, sealed: seals.sealed, secrets: [...seals.secrets], dependsOn };
}

/** The kind and the name in the URN of a resource of this package; other URNs have neither. */
export function partsOfUrn(urn: string): { readonly kindName: string; readonly name: string } {
  const [, kindName = "", name = ""] = /(?:^|[:$])pulumi-nodejs:dynamic\/haleconnect:(\w+)::(.*)$/s.exec(urn) ?? [];
  return { kindName, name };
}

function referencesOf({ parent, dependencies, propertyDependencies, deletedWith }: Exported): readonly string[] {
  const byProperty = Object.values((propertyDependencies ?? {}) as Values);
  const all = [parent, deletedWith, dependencies, byProperty].flat(2);
  return [...new Set(all.filter((it) => typeof it === "string" && it !== ""))] as readonly string[];
}

/** Returns the values without those that are encrypted, and notes where these are. */
function opened(values: unknown, path: readonly string[], seals: Seals): Values {
  const entries = Object.entries((values ?? {}) as Values).flatMap(([name, value]) => {
    // Each resource has the same long text in it.
    if (name === PROVIDER && path.length === 0) {
      return [];
    }
    const here = [...path, name];
    const plain = plainOf(value, here, seals);
    return plain === undefined ? [] : [[name, plain] as const];
  });
  return Object.fromEntries(entries);
}

function plainOf(value: unknown, path: readonly string[], seals: Seals): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    // A list is compared as a whole, so one secret in it seals all of it.
    const inside: Seals = { sealed: [], secrets: seals.secrets };
    const members = value.map((member) => plainOf(member, path, inside));
    if (inside.sealed.length > 0) {
      seals.sealed.push(path);
      return undefined;
    }
    return members;
  }
  if (memberOf(value, SIGNATURE) !== SECRET) {
    return opened(value, path, seals);
  }
  const plaintext = memberOf(value, "plaintext");
  if (typeof plaintext === "string") {
    seals.secrets.add(path[0] ?? "");
    return plainOf(JSON.parse(plaintext), path, seals);
  }
  seals.sealed.push(path);
  return undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Values)[name]
    : undefined;
}
