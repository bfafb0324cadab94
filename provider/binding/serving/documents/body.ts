import type { Operation } from "../../../contract";
import type { Binding } from "../../file/model";
import { bodyPlacements } from "../placement";
import type { Json } from "./json";
import { bodySchema, type Sent } from "./parameters";
import { reshapedSchema } from "./reshaped";
import { withSchema, type PrintedModels } from "./schema";
import { written } from "./written";

/** How the body of a call is declared: its parameter, and its media type where that is not JSON. */
export interface BodyDeclared {
  readonly parameters: readonly Json[];
  readonly consumes?: readonly string[];
}

export function bodyDeclared(
  operation: Operation,
  binding: Binding,
  printed: Json,
  models: PrintedModels,
  further: readonly Sent[],
): BodyDeclared {
  if (operation.sends === "file") {
    return fileDeclared(binding.part);
  }
  const own = bodySchema(printed);
  const fields = bodyPlacements(binding);
  const moved =
    fields.length === 0
      ? own
      : reshapedSchema(
          models,
          own,
          fields.map(({ name, own: { at }, server, form }) => ({
            from: at,
            to: server?.part === "body" ? server.at : undefined,
            change: written(binding.values, name, form),
          })),
        );
  const schema = further
    .filter(({ place }) => place.part === "body")
    .reduce<unknown>((made, { place, ...found }) => withSchema(models, made, place.at, found), moved);
  const isText = operation.sends === "text" && fields.length === 0;
  return schema === undefined
    ? { parameters: [] }
    : {
        parameters: [{ name: "body", in: "body", required: true, schema }],
        ...(isText ? { consumes: ["text/plain"] } : {}),
      };
}

function fileDeclared(part: Binding["part"]): BodyDeclared {
  return part === null
    ? {
        parameters: [{ name: "body", in: "body", required: true, schema: { type: "string", format: "binary" } }],
        consumes: ["application/octet-stream"],
      }
    : {
        parameters: [{ name: part ?? "file", in: "formData", required: true, type: "file" }],
        consumes: ["multipart/form-data"],
      };
}
