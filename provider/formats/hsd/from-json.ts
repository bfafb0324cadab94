import { z } from "zod";
import { FormatError } from "../file-problem";
import { cardinality, isTrue, type HsdChild, type HsdSchema, type HsdType } from "./model";

type Reference = string | number;

interface JsonDefinition {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly description?: string | undefined;
  readonly constraints?: Readonly<Record<string, unknown>> | undefined;
}

interface JsonType extends JsonDefinition {
  readonly id?: Reference | undefined;
  readonly superType?: { readonly ref: Reference } | undefined;
  readonly declares?: readonly JsonChild[] | undefined;
}

interface JsonChild extends JsonDefinition {
  /** Its type, or a reference to it; missing for a group. */
  readonly propertyType?: { readonly ref: Reference } | JsonType | undefined;
  readonly declares?: readonly JsonChild[] | undefined;
}

const reference = z.union([z.string(), z.number()]);

const definition = {
  name: z.string().min(1),
  namespace: z.string().optional(),
  description: z.string().optional(),
  constraints: z.record(z.string(), z.unknown()).optional(),
};

const Type: z.ZodType<JsonType> = z.lazy(() =>
  z.object({
    ...definition,
    id: reference.optional(),
    superType: z.object({ ref: reference }).optional(),
    declares: z.array(Child).optional(),
  }),
);

const Child: z.ZodType<JsonChild> = z.lazy(() =>
  z.object({
    ...definition,
    propertyType: z.union([z.object({ ref: reference }), Type]).optional(),
    declares: z.array(Child).optional(),
  }),
);

const Schema = z.object({
  namespace: z.string().optional(),
  mappingRelevant: z.array(reference).optional(),
  types: z.array(Type).optional(),
});

/** The schemas of a .hsd.json or .json.hsd file. */
export function hsdFromJson(content: Uint8Array, file: string): HsdSchema[] {
  const parsed = parse(
    Buffer.from(content)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
    file,
  );
  const isSchema = typeof parsed === "object" && parsed !== null && ("schemas" in parsed || "types" in parsed);
  if (!isSchema) {
    throw new FormatError({ file, message: "it is JSON, but no hale schema: `types` or `schemas` is expected in it" });
  }
  return checked("schemas" in parsed ? parsed.schemas : [parsed], file).map((schema) => {
    const relevant = new Set(schema.mappingRelevant?.map(String));
    return { namespace: schema.namespace ?? "", types: (schema.types ?? []).map((type) => typeOf(type, relevant)) };
  });
}

function checked(schemas: unknown, file: string): z.output<typeof Schema>[] {
  const result = attemptParse(schemas, file);
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue?.path.map(String).join(".") ?? "";
    const message = `it is no hale schema: schemas.${place}: ${issue?.message ?? "not readable"}`;
    throw new FormatError({ file, message });
  }
  return result.data;
}

function attemptParse(schemas: unknown, file: string) {
  try {
    return z.array(Schema).safeParse(schemas);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new FormatError({ file, message: "its types are nested too deep" });
    }
    throw error;
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not readable";
    const position = /position (\d+)/.exec(reason)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length;
    throw new FormatError({ file, ...(line === undefined ? {} : { line }), message: `it is not JSON: ${reason}` });
  }
}

function typeOf(type: JsonType, relevant: ReadonlySet<string>): HsdType {
  const { id, name, namespace = "", description, superType, constraints = {}, declares = [] } = type;
  return {
    ...(id === undefined ? {} : { key: String(id) }),
    name,
    namespace,
    ...(description === undefined ? {} : { description }),
    ...(superType === undefined ? {} : { superType: String(superType.ref) }),
    isAbstract: isTrue(constraints["abstract"]),
    isRelevant: id !== undefined && relevant.has(String(id)),
    hasValue: isTrue(constraints["has-value"]),
    children: declares.map((child) => childOf(child, relevant)),
  };
}

function childOf(child: JsonChild, relevant: ReadonlySet<string>): HsdChild {
  const { name, namespace = "", propertyType, constraints = {}, declares = [] } = child;
  if (propertyType === undefined) {
    return { kind: "group", children: declares.map((it) => childOf(it, relevant)) };
  }
  const type = "ref" in propertyType ? String(propertyType.ref) : typeOf(propertyType, relevant);
  return { kind: "property", name, namespace, ...cardinality(constraints["cardinality"]), isAttribute: false, type };
}
