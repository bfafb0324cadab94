import * as pulumi from "@pulumi/pulumi";

/** What a resource class knows of its kind. */
export interface Shape {
  /** Every property that the resource has, so that Pulumi makes an Output of it. */
  readonly properties: readonly string[];
  /** Inputs for which a resource may stand in for its id, alone or in a list. */
  readonly references: readonly string[];
  /** Inputs that are files, for which one of Pulumi's assets may stand in. */
  readonly files?: readonly string[];
  /** Inputs that are encrypted in the state wherever they come from. */
  readonly secrets?: readonly string[];
  /** Outputs that are encrypted in the state. */
  readonly secretOutputs?: readonly string[];
}

/** The properties handed to Pulumi: the arguments in plain form, and where the resource comes from. */
export function propertiesOf(shape: Shape, name: string, args: object): pulumi.Inputs {
  const given = args as Readonly<Record<string, unknown>>;
  const undeclared = Object.fromEntries(shape.properties.map((property) => [property, undefined]));
  return {
    ...undeclared,
    ...given,
    ...converted(given, shape.references, toId),
    ...converted(given, shape.files ?? [], toFile),
    ...converted(given, shape.secrets ?? [], (value) => (value === undefined ? undefined : pulumi.secret(value))),
    __origin: `${pulumi.getStack()}/${name}`,
  };
}

export function optionsOf(
  { secretOutputs = [] }: Shape,
  options: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions | undefined {
  return secretOutputs.length === 0
    ? options
    : pulumi.mergeOptions({ additionalSecretOutputs: [...secretOutputs] }, options);
}

function converted(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
  convert: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, convert(given[name])]));
}

function toId(reference: unknown): unknown {
  if (Array.isArray(reference)) {
    return reference.map(toId);
  }
  return pulumi.CustomResource.isInstance(reference) ? reference.id : reference;
}

function toFile(value: unknown): unknown {
  if (value instanceof pulumi.asset.FileAsset) {
    return { path: value.path };
  }
  return value instanceof pulumi.asset.StringAsset ? { content: value.text } : value;
}
