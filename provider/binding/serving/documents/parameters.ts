import type { Operation } from "../../../contract";
import { pagingOf, pageLimit } from "../../applying/paging";
import type { RequestPlace } from "../../applying/place";
import type { Binding, PagingForm } from "../../file/model";
import { bodyPlacements, fixedIn, parameterPlacements, type Placement } from "../placement";
import { expanded, schemaAt, type PrintedModels } from "./schema";
import { valueAt, isObject, without, type Json } from "./json";
import { written } from "./written";

/** A value of a call in the server's words: where it goes, and its schema. */
export interface Sent {
  readonly place: RequestPlace;
  readonly schema: Json;
  readonly required: boolean;
}

/** The values of a call that the server takes elsewhere than the provider has them, or under its own name. */
export function valuesSent(
  operation: Operation,
  binding: Binding,
  printed: Json,
  models: PrintedModels,
): readonly Sent[] {
  const parameters = listIn(printed);
  const ofParameter = (placement: Placement): readonly Sent[] => {
    const own = parameters.find((one) => one["name"] === placement.name && one["in"] === placement.own.part);
    return sent(binding, placement, without(own ?? {}, "name", "in", "required"), own?.["required"] === true);
  };
  const body = bodySchema(printed);
  const ofField = (placement: Placement): readonly Sent[] => {
    const found = schemaAt(models, body, placement.own.at);
    return placement.server?.part === "body" || found === undefined
      ? []
      : sent(binding, placement, expanded(models, found.schema), found.required);
  };
  return [
    ...parameterPlacements(operation, binding).flatMap(ofParameter),
    ...bodyPlacements(binding).flatMap(ofField),
    ...fixedIn(binding).map(({ place, value }) => ({ place, schema: schemaOf(value), required: true })),
  ];
}

function sent(binding: Binding, { name, server, form }: Placement, schema: Json, required: boolean): readonly Sent[] {
  return server === undefined
    ? []
    : [
        {
          place: server,
          schema: written(binding.values, name, form)(schema),
          required: required || server.part === "path",
        },
      ];
}

/** The schema of one value that never changes. */
function schemaOf(value: unknown): Json {
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? { type, enum: [value] } : {};
}

export function listIn(printed: Json): readonly Json[] {
  const parameters = printed["parameters"];
  return Array.isArray(parameters) ? parameters.filter(isObject) : [];
}

export function bodySchema(printed: Json): unknown {
  return valueAt(
    listIn(printed).find((one) => one["in"] === "body"),
    "schema",
  );
}

const simple = [
  "type",
  "format",
  "enum",
  "description",
  "items",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
];

/** A value outside of the body, as Swagger declares it. */
export function parameter({ place, schema, required }: Sent): Json {
  const kept = Object.fromEntries(Object.entries(schema).filter(([name]) => simple.includes(name)));
  const isPlain = typeof kept["type"] === "string" && kept["type"] !== "object";
  return {
    name: place.at.join("."),
    in: place.part,
    required: place.part === "path" || required,
    ...(isPlain ? kept : { ...without(kept, "items"), type: "string" }),
  };
}

/** The parameters that ask for a part of a list. */
export function pageParameters(operation: Operation, binding: Binding): readonly Json[] {
  if (!operation.paged && binding.paging === undefined) {
    return [];
  }
  const paging = pagingOf(binding);
  const of = (name: string, more: Json): Json => ({ name, in: "query", required: false, ...more });
  const limit = (name: string): Json => of(name, { type: "integer", minimum: 1, maximum: pageLimit(paging) });
  return pageNames(paging).map(({ name, is }) =>
    is === "limit" ? limit(name) : of(name, is === "cursor" ? { type: "string" } : { type: "integer" }),
  );
}

function pageNames(
  paging: PagingForm,
): readonly { readonly name: string; readonly is: "start" | "limit" | "cursor" }[] {
  switch (paging.by) {
    case "offset":
      return [
        { name: paging.offset, is: "start" },
        { name: paging.limit, is: "limit" },
      ];
    case "page":
      return [
        { name: paging.page, is: "start" },
        { name: paging.size, is: "limit" },
      ];
    case "cursor":
      return [
        { name: paging.cursor, is: "cursor" },
        { name: paging.limit, is: "limit" },
      ];
    case "none":
      return [];
  }
}
