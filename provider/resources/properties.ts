import * as pulumi from "@pulumi/pulumi";
import { toFile } from "./files";
import { refuseImport, refuseTimeouts, refuseToIgnoreParts, sayWhatHasNoEffect } from "./options";
import { secretsIn } from "./secrets";

/** What a resource class knows of its kind's properties. */
export interface Shape {
  /** Inputs that are outputs as well, where they are declared. */
  readonly inputs: readonly string[];
  /** What only the server gives. */
  readonly outputs: readonly string[];
  /** Inputs for which a resource may stand in for its id, alone or in a list. */
  readonly references: readonly string[];
  /** References whose resource also fills another input: with its revision. */
  readonly revisions?: Readonly<Record<string, string>>;
  /** Lists in which a resource stands for its revision. */
  readonly triggers?: readonly string[];
  /** Inputs that are files, for which one of Pulumi's assets may stand in. */
  readonly files?: readonly string[];
  /** Inputs that are encrypted in the state wherever they come from. */
  readonly secrets?: readonly string[];
  /** Outputs that are encrypted in the state. */
  readonly secretOutputs?: readonly string[];
}

/** The properties handed to Pulumi: the arguments in plain form, and where the resource comes from. */
export function propertiesOf(
  shape: Shape,
  name: string,
  args: object,
  options?: pulumi.CustomResourceOptions,
): pulumi.Inputs {
  const given = args as Readonly<Record<string, unknown>>;
  const computed = Object.fromEntries(shape.outputs.map((property) => [property, undefined]));
  const secrets = secretsIn(given, options);
  sayWhatHasNoEffect(name, options);
  refuseToIgnoreParts(name, shape, given, options);
  refuseTimeouts(name, shape, options);
  return {
    ...computed,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...revisionsIn(given, shape.revisions ?? {}),
    ...converted(given, shape.references, toId),
    ...converted(given, shape.triggers ?? [], toRevision),
    ...converted(given, shape.files ?? [], toFile),
    ...converted(given, shape.secrets ?? [], pulumi.secret),
    __origin: originOf(name, options?.parent),
    ...(secrets === undefined ? {} : { __secrets: secrets }),
    ...optionsThatMatter(options),
  };
}

/** Pulumi keeps its options from the provider, which has to know of these what becomes of the object. */
function optionsThatMatter(options: pulumi.CustomResourceOptions = {}): { readonly __options?: readonly string[] } {
  const { deleteBeforeReplace, protect, retainOnDelete } = options;
  const given = Object.entries({ deleteBeforeReplace, protect, retainOnDelete });
  const on = given.filter(([, value]) => value === true).map(([option]) => option);
  return on.length === 0 ? {} : { __options: on };
}

/** Resources of one name are told apart, as in their URNs, by the types of what they are in: `dev/my:Tenant::county`. */
function originOf(name: string, parent: pulumi.Resource | undefined): pulumi.Input<string> {
  const stack = pulumi.getStack();
  return parent === undefined
    ? `${stack}/${name}`
    : // Handed on as an output, it would make the resource wait for its whole component.
      new Promise((resolve) => {
        parent.urn.apply((urn) => {
          resolve(`${stack}/${urn.split("::")[2] ?? ""}::${name}`);
        });
      });
}

export function optionsOf(
  { secretOutputs = [] }: Shape,
  options: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions | undefined {
  refuseImport(options);
  return secretOutputs.length === 0
    ? options
    : pulumi.mergeOptions({ additionalSecretOutputs: [...secretOutputs] }, options);
}

/**
 * Gives a class an output for each input that a resource does not declare: that of nothing. Pulumi makes outputs only of
 * what it is handed, and each costs time, so that nothing undeclared is handed to it.
 */
export function declareOutputs(prototype: object, { inputs }: Shape): void {
  for (const name of inputs) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get: () => pulumi.output(undefined),
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
}

function converted(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
  convert: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, convert(given[name])]),
  );
}

/** At every depth of what is written out; what is inside of an output is an id already. */
function toId(reference: unknown): unknown {
  if (Array.isArray(reference)) {
    return reference.map(toId);
  }
  if (pulumi.CustomResource.isInstance(reference)) {
    return reference.id;
  }
  return isWrittenOut(reference)
    ? Object.fromEntries(Object.entries(reference).map(([name, value]) => [name, toId(value)]))
    : reference;
}

/** What the resources are now. A revision that the program gives itself counts. */
function revisionsIn(given: Readonly<Record<string, unknown>>, revisions: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(revisions)
      .filter(([field, into]) => given[into] === undefined && pulumi.CustomResource.isInstance(given[field]))
      .map(([field, into]) => [into, toRevision(given[field])]),
  );
}

/**
 * A resource by what changes with it: its revision, the moment of its last change or of its file, or else its id. A state
 * of an earlier version may lack any of them, so the values decide, not the outputs that the class has.
 */
function toRevision(given: unknown): unknown {
  if (Array.isArray(given)) {
    return given.map(toRevision);
  }
  if (!pulumi.CustomResource.isInstance(given)) {
    return given;
  }
  const { revision, lastModified, stored } = given as unknown as Readonly<
    Record<string, pulumi.Output<string | number | null | undefined> | undefined>
  >;
  return pulumi
    .all([revision, lastModified, stored, given.id])
    .apply(([revised, changed, kept, id]) => String(revised ?? changed ?? kept ?? id));
}

function isWrittenOut(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
