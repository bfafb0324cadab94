import type { Kind, Values } from "../../kinds";
import { openValues, secretNames, type OpenValues } from "./values";

/** One resource of the package in an exported state. */
export interface StateResource {
  readonly urn: string;
  readonly kind: Kind;
  readonly name: string;
  readonly id: string;
  /** The inputs that the program gave as secrets. No report shows their values. */
  readonly hides: readonly string[];
  /** The URNs of what the resource refers to: its parent, and what its inputs come from. */
  readonly dependsOn: readonly string[];
  /** The property paths of which Pulumi ignores changes, as the program wrote them: `contact["city"]`. */
  readonly ignoreChanges: readonly string[];
  /** Pulumi only reads the object, and neither creates nor changes it. */
  readonly external: boolean;
  /** Reads its values. A state of thousands of resources is held as text, because objects take several times as much. */
  readonly open: () => OpenResource;
}

/** A resource with its values, for as long as somebody looks at it. */
export interface OpenResource extends Omit<StateResource, "dependsOn" | "open">, OpenValues {}

/** One entry of `deployment.resources`. */
export interface Exported {
  readonly urn?: unknown;
  readonly id?: unknown;
  readonly delete?: unknown;
  readonly external?: unknown;
  readonly ignoreChanges?: unknown;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly parent?: unknown;
  readonly dependencies?: unknown;
  readonly propertyDependencies?: unknown;
  readonly deletedWith?: unknown;
}

export type KindNamed = (name: string) => Kind | undefined;

/** How Pulumi finds the provider of a dynamic resource. Each resource has the same long text in it. */
const PROVIDER = "__provider";

/**
 * undefined: it is of another package, or a copy that the engine is about to delete, which says nothing of what is
 * declared.
 */
export function resourceOf(exported: Exported, kindNamed: KindNamed): StateResource | undefined {
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
  const kept = JSON.stringify([withoutProvider(exported.inputs), withoutProvider(exported.outputs)]);
  const { ignoreChanges } = exported;
  const known = {
    urn,
    kind,
    name,
    id,
    hides: secretNames(exported.inputs),
    ignoreChanges: Array.isArray(ignoreChanges) ? ignoreChanges.map(String) : [],
    external: exported.external === true,
  };
  return {
    ...known,
    dependsOn: referencesOf(exported),
    open: () => {
      const [inputs, outputs] = JSON.parse(kept) as readonly unknown[];
      return { ...known, ...openValues(inputs, outputs) };
    },
  };
}

/** The kind and the name in the URN of a resource of this package; other URNs have neither. */
export function partsOfUrn(urn: string): { readonly kindName: string; readonly name: string } {
  const [, kindName = "", name = ""] = /(?:^|[:$])pulumi-nodejs:dynamic\/haleconnect:(\w+)::(.*)$/s.exec(urn) ?? [];
  return { kindName, name };
}

function withoutProvider(values: unknown): Values {
  const { [PROVIDER]: _provider, ...others } = (values ?? {}) as Values;
  return others;
}

function referencesOf({ parent, dependencies, propertyDependencies, deletedWith }: Exported): readonly string[] {
  const byProperty = Object.values((propertyDependencies ?? {}) as Values);
  const all = [parent, deletedWith, dependencies, byProperty].flat(2);
  return [...new Set(all.filter((it) => typeof it === "string" && it !== ""))] as readonly string[];
}
