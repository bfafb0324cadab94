import * as pulumi from "@pulumi/pulumi";

/** What a resource class knows of its kind. */
export interface Shape {
  /** Every property that the resource has, so that Pulumi makes an Output of it. */
  readonly properties: readonly string[];
  /** Inputs for which a resource may stand in for its id. */
  readonly references: readonly string[];
}

/** The properties handed to Pulumi: the arguments with resources as ids, and where the resource comes from. */
export function propertiesOf(shape: Shape, name: string, args: object): pulumi.Inputs {
  const given = args as Readonly<Record<string, unknown>>;
  const undeclared = Object.fromEntries(shape.properties.map((property) => [property, undefined]));
  const references = Object.fromEntries(shape.references.map((input) => [input, toId(given[input])]));
  return { ...undeclared, ...given, ...references, __origin: `${pulumi.getStack()}/${name}` };
}

function toId(reference: unknown): unknown {
  return pulumi.CustomResource.isInstance(reference) ? reference.id : reference;
}
