import type { z } from "zod";

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes["_zod"]["def"];

export function definitionOf(type: Schema): Definition {
  return type._zod.def as Definition;
}

/** The types that a value may have at this place: several where the type is a union, none where any value is right. */
export function typesAt(type: Schema, path: readonly PropertyKey[], value: unknown): readonly Schema[] {
  const choices = choicesOf(type, value);
  const [step, ...rest] = path;
  return step === undefined
    ? choices
    : choices.flatMap((choice) => {
        const inside = insideOf(definitionOf(choice), step);
        return inside === undefined ? [] : typesAt(inside, rest, memberOf(value, step));
      });
}

/** The names that a map may have at this place. */
export function namesAt(type: Schema, path: readonly PropertyKey[], value: unknown): readonly string[] {
  const names = typesAt(type, path, value).flatMap((choice) => {
    const definition = definitionOf(choice);
    return definition.type === "object" ? Object.keys(definition.shape) : [];
  });
  return [...new Set(names)];
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(memberOf, value);
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<PropertyKey, unknown>>)[step]
    : undefined;
}

function choicesOf(type: Schema, value: unknown): readonly Schema[] {
  const definition = definitionOf(type);
  switch (definition.type) {
    case "optional":
    case "default":
      return choicesOf(definition.innerType, value);
    case "nullable":
      return choicesOf(definition.innerType, value);
    case "union":
      return chosen(definition, value).flatMap((option) => choicesOf(option, value));
    default:
      return [type];
  }
}

/** Where one member says which form the map has, only that form counts. */
function chosen(definition: z.core.$ZodUnionDef, value: unknown): readonly Schema[] {
  const { discriminator } = definition as { readonly discriminator?: string };
  const meant = discriminator === undefined ? undefined : memberOf(value, discriminator);
  const matching = definition.options.filter((option) => {
    const inside = insideOf(definitionOf(option), discriminator ?? "");
    const literal = inside === undefined ? undefined : definitionOf(inside);
    return literal?.type === "literal" && (literal.values as readonly unknown[]).includes(meant);
  });
  return matching.length > 0 ? matching : definition.options;
}

function insideOf(definition: Definition, step: PropertyKey): Schema | undefined {
  switch (definition.type) {
    case "object":
      return Object.hasOwn(definition.shape, step) ? definition.shape[String(step)] : undefined;
    case "record":
      return definition.valueType;
    case "array":
      return definition.element;
    default:
      return undefined;
  }
}
