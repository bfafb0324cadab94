import { ErrorInfo, type Operation, type Service } from "../../../contract";
import { printSwagger } from "../../../contract/swagger";
import { readFieldPath } from "../../applying/field-path";
import { parametersIn } from "../../applying/place";
import type { Binding, ContractFile, ErrorForm } from "../../file/model";
import { isServed, shapeOf } from "../remarks";
import { without, type Json } from "./json";
import { merged } from "./merged";
import { declaredAsBound } from "./operation";
import { used } from "./used";
import { withSchema, type PrintedModels } from "./schema";

/** The Swagger 2.0 document of a service, as a server that speaks as the contract file says publishes it. */
export function documentAsBound(service: Service, { operations, errors }: ContractFile): Json {
  const own = printSwagger(service);
  const printed = own["paths"] as Record<string, Record<string, Json>>;
  const models = own["definitions"] as PrintedModels;
  const paths: Record<string, Record<string, Json>> = {};
  const templates = new Map<string, string>();
  for (const operation of service.operations) {
    const binding = operations[operation.key];
    if (binding !== undefined && !isServed(binding)) {
      continue;
    }
    const { path, declared } = declaredAt(operation, binding, printed, models, templates);
    const method = (binding?.method ?? operation.method).toLowerCase();
    const there = paths[path]?.[method];
    paths[path] = { ...paths[path], [method]: there === undefined ? declared : merged(models, there, declared) };
  }
  const definitions = errors === undefined ? models : { ...models, [errorModel]: errorSchema(errors) };
  // Paths begin at the root of the server: those of one service need not have a beginning in common.
  return { ...without(own, "basePath", "definitions"), basePath: "/", paths, definitions: used(paths, definitions) };
}

function declaredAt(
  operation: Operation,
  binding: Binding | undefined,
  printed: Record<string, Record<string, Json>>,
  models: PrintedModels,
  templates: Map<string, string>,
): { readonly path: string; readonly declared: Json } {
  const own = printed[operation.path]?.[operation.method.toLowerCase()] ?? {};
  const path = binding?.path ?? `${operation.service.basePath}${operation.path}`;
  const template = templates.get(shapeOf(path)) ?? path;
  templates.set(shapeOf(path), template);
  const names = parametersIn(template);
  const renamed = new Map(parametersIn(path).map((name, at) => [name, names[at] ?? name]));
  const isOwn = binding === undefined || binding.same === true;
  return { path: template, declared: isOwn ? own : declaredAsBound(operation, binding, own, models, renamed) };
}

const errorModel = ErrorInfo.meta()?.id ?? "";

function errorSchema({ message, fields, field, problem }: ErrorForm): Json {
  const text = { schema: { type: "string" }, required: true };
  const said = withSchema({}, {}, readFieldPath(message), text);
  if (fields === undefined) {
    return said;
  }
  const item = withSchema(
    {},
    withSchema({}, {}, readFieldPath(field ?? "field"), text),
    readFieldPath(problem ?? "message"),
    text,
  );
  return withSchema({}, said, readFieldPath(fields), { schema: { type: "array", items: item }, required: false });
}
