import type { Operation } from "../../../contract";
import type { Binding } from "../../file/model";
import { answerDeclared } from "./answer";
import { bodyDeclared } from "./body";
import { isObject, without, type Json } from "./json";
import { pageParameters, parameter, valuesSent } from "./parameters";
import type { PrintedModels } from "./schema";

/** An operation of the provider's own document as the server declares it. `names`: of its path parameters, in order. */
export function declaredAsBound(
  operation: Operation,
  binding: Binding,
  printed: Json,
  models: PrintedModels,
  names: ReadonlyMap<string, string>,
): Json {
  const sent = valuesSent(operation, binding, printed, models);
  const inPath = sent
    .filter(({ place }) => place.part === "path")
    .map((one) => parameter(one))
    .map((one) => ({ ...one, name: names.get(String(one["name"])) ?? one["name"] }));
  const inQuery = sent.filter(({ place }) => place.part === "query").map((one) => parameter(one));
  const { parameters, ...media } = bodyDeclared(operation, binding, printed, models, sent);
  const responses = isObject(printed["responses"]) ? printed["responses"] : {};
  return {
    // The id is the provider's own. Where a document has none, the file has method and path for it.
    ...without(printed, "operationId", "consumes", "x-evidence"),
    ...(binding.id === undefined || /\s/.test(binding.id) ? {} : { operationId: binding.id }),
    ...media,
    parameters: [...inPath, ...inQuery, ...pageParameters(operation, binding), ...parameters],
    responses: {
      ...responses,
      [operation.status]: answerDeclared(operation, binding, responses[operation.status], models),
    },
  };
}
