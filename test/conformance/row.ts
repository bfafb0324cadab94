import assert from "node:assert/strict";
import type { Kind, Values } from "../../provider/kinds";
import type { ProviderProcess } from "../support/provider-process";
import type { SingleResource } from "../support/single-resource";
import type { Stage } from "../support/stage";
import { isKept } from "../../provider/lifecycle/comparing/compare";
import type { Declarations, Specimen } from "./specimen";

/** What a row needs: a specimen, what its object needs on the server, and processes to manage it. */
export interface Trial {
  readonly specimen: Specimen;
  readonly kind: Kind;
  /** All kinds, for a row that runs in the process of the test. */
  readonly kinds: readonly Kind[];
  readonly stage: Stage;
  readonly declarations: Declarations;
  readonly resource: SingleResource;
  /** The provider as at the start of a run, in a process that all rows of the kind share. */
  readonly nextRun: (environment?: Readonly<Record<string, string>>) => Promise<ProviderProcess>;
  /** The same in a process of its own, for a row that looks at what the process prints or at how it ends. */
  readonly nextProcess: (environment?: Readonly<Record<string, string>>) => Promise<ProviderProcess>;
}

/** A property that every kind has to have. It fails with an assertion, or says why it does not apply. */
export interface Row {
  readonly name: string;
  /** What it means, for docs/conformance.md. */
  readonly meaning: string;
  readonly run: (trial: Trial) => Promise<Verdict>;
}

export type Verdict = "holds" | { readonly doesNotApply: string };

export function fieldsWith(
  { kind, instead = {} }: Specimen,
  ...marks: readonly Kind["inputs"][string]["mark"][]
): string[] {
  return Object.entries(kind.inputs)
    .filter(([name, { mark }]) => marks.includes(mark) && instead[name] === undefined)
    .map(([name]) => name);
}

/** Every field that can be declared together with the others. */
export function fieldsOf(specimen: Specimen): string[] {
  return fieldsWith(specimen, "mutable", "replace", "writeOnly", "local");
}

/** The full declaration with every field changed that can be changed in place; undefined where there is none. */
export function changedInPlace(specimen: Specimen, { full, other }: Declarations): Values | undefined {
  const fields = fieldsWith(specimen, "mutable").filter((name) => !isKept(specimen.kind, name) && name in other);
  return fields.length === 0
    ? undefined
    : { ...full, ...Object.fromEntries(fields.map((name) => [name, other[name]])) };
}

export function without(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** Fails with what is there although nothing should be. */
export function expectNone(list: readonly string[], message: string): void {
  assert.equal(list.join(", "), "", message);
}

export function idOf({ resource }: Trial): string {
  if (resource.state === undefined) {
    throw new Error(`${resource.name} is not in the state`);
  }
  return resource.state.id;
}
