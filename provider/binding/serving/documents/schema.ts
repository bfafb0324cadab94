import { EACH, type FieldPath } from "../../applying/field-path";
import { valueAt, isObject, without, type Json } from "./json";

/** The models of a document, by name. */
export type PrintedModels = Json;

/** A schema and whether the object that has it must have it. */
export interface FoundSchema {
  readonly schema: Json;
  readonly required: boolean;
}

const prefix = "#/definitions/";

/** The schema itself, where it only refers to a model. */
export function expanded(models: PrintedModels, schema: unknown): Json {
  const reference = valueAt(schema, "$ref");
  const model = typeof reference === "string" ? models[reference.slice(prefix.length)] : schema;
  return isObject(model) ? model : {};
}

/** The schema of what stands at a path. */
export function schemaAt(
  models: PrintedModels,
  schema: unknown,
  [step, ...rest]: FieldPath,
  required = true,
): FoundSchema | undefined {
  if (step === undefined) {
    return isObject(schema) ? { schema, required } : undefined;
  }
  const outer = expanded(models, schema);
  const inner = step === EACH ? outer["items"] : valueAt(outer["properties"], step);
  return inner === undefined
    ? undefined
    : schemaAt(models, inner, rest, step === EACH || requiredIn(outer).includes(step));
}

/** The schema with another one at a path. What is not there yet is made. */
export function withSchema(
  models: PrintedModels,
  schema: unknown,
  [step, ...rest]: FieldPath,
  found: FoundSchema,
): Json {
  if (step === undefined) {
    return found.schema;
  }
  const outer = expanded(models, schema);
  if (step === EACH) {
    return { ...outer, type: "array", items: withSchema(models, outer["items"], rest, found) };
  }
  const properties = isObject(outer["properties"]) ? outer["properties"] : {};
  const inner = withSchema(models, properties[step], rest, found);
  const required = requiredIn(outer).filter((name) => name !== step);
  const isRequired = rest.length === 0 ? found.required : found.required || requiredIn(outer).includes(step);
  return {
    ...without(outer, "required"),
    type: "object",
    properties: { ...properties, [step]: inner },
    ...requiredOf(isRequired ? [...required, step] : required),
  };
}

/** The schema without what stands at a path, and without objects that have nothing else. */
export function withoutSchema(models: PrintedModels, schema: unknown, [step, ...rest]: FieldPath): Json | undefined {
  if (step === undefined) {
    return undefined;
  }
  const outer = expanded(models, schema);
  if (step === EACH) {
    const items = withoutSchema(models, outer["items"], rest);
    return items === undefined ? undefined : { ...outer, items };
  }
  const properties = isObject(outer["properties"]) ? outer["properties"] : {};
  if (!Object.hasOwn(properties, step)) {
    return outer;
  }
  const inner = withoutSchema(models, properties[step], rest);
  const left = valueAt(inner, "properties");
  const isEmptied = inner === undefined || (isObject(left) && Object.keys(left).length === 0);
  return {
    ...without(outer, "required"),
    properties: isEmptied ? without(properties, step) : { ...properties, [step]: inner },
    ...requiredOf(requiredIn(outer).filter((name) => !isEmptied || name !== step)),
  };
}

function requiredIn(schema: unknown): readonly string[] {
  const required = valueAt(schema, "required");
  return Array.isArray(required) ? (required as string[]) : [];
}

/** Swagger takes no empty list there. */
function requiredOf(names: readonly string[]): Json {
  return names.length === 0 ? {} : { required: names };
}
