import { readAnswer, refusalsOf, successOf } from "./answer";
import { readBody } from "./body";
import { BrokenOperation } from "./broken-document";
import { firstOf, isJson } from "./content";
import type { Dialect, OperationPlace } from "./dialect";
import { fieldsOf } from "./fields";
import { entriesAt, isObject, listAt, shown, textAt, textsAt, valueAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { ApiField, ApiOperation } from "./model";
import { parametersAt, readParameters } from "./parameters";
import type { DocumentReading } from "./reading";

/** Where an operation stands in its document. */
export interface Standing {
  readonly document: string;
  readonly method: string;
  /** As the document writes it. */
  readonly path: string;
  readonly item: Json;
  readonly operation: unknown;
}

export function readOperation(reading: DocumentReading, dialect: Dialect, standing: Standing): ApiOperation {
  const { document, item, operation } = standing;
  if (!isObject(operation)) {
    throw new BrokenOperation("it is no object");
  }
  reading.step(1 + ["tags", "security", "parameters"].reduce((sum, key) => sum + listAt(operation, key).length, 0));
  const place: OperationPlace = { operation, item, parameters: parametersAt(reading, item, operation) };
  const method = standing.method.toUpperCase();
  const path = pathOf(dialect.prefix(reading, place), standing.path);
  const label = `${method} ${shown(path)}`;
  const parameters = readParameters(reading, dialect, place.parameters, { label, path });
  const sent = dialect.sent(reading, place);
  return {
    document,
    id: idOf(operation) ?? `${method} ${path}`,
    method,
    path,
    tags: textsAt(operation, "tags").map(shown),
    summary: shown(textAt(operation, "summary")),
    description: textAt(operation, "description"),
    ...parameters,
    ...(sent === undefined ? {} : { body: readBody(reading, label, sent) }),
    answer: answerOf(reading, dialect, place, { label, path }),
    refusals: refusalsOf(operation),
    ...refusalOf(reading, dialect, place),
    needsLogin: needsLogin(
      reading.root,
      operation,
      parameters.headers.filter(({ required }) => required),
    ),
    deprecated: valueAt(operation, "deprecated") === true,
  };
}

function answerOf(
  reading: DocumentReading,
  dialect: Dialect,
  place: OperationPlace,
  { label, path }: { readonly label: string; readonly path: string },
): ApiOperation["answer"] {
  const success = successOf(place.operation);
  if (success === undefined) {
    reading.remark(`${label}: the document does not say what it answers. It is taken as 200 with nothing.`);
  }
  const [status, given] = success ?? [200, undefined];
  const response = reading.resolve(given);
  const answer = readAnswer(
    reading,
    path,
    status,
    response === undefined ? new Map() : dialect.given(reading, place, response),
  );
  const headers = entriesAt(response, "headers").map(([name]) => name);
  return headers.length === 0 ? answer : { ...answer, headers };
}

/** What a refusal says, told by the first of them that is described. */
function refusalOf(
  reading: DocumentReading,
  dialect: Dialect,
  place: OperationPlace,
): { readonly refusal?: readonly ApiField[] } {
  const responses = entriesAt(place.operation, "responses").filter(([status]) => /^[45]|^default$/i.test(status));
  for (const [, given] of responses) {
    const response = reading.resolve(given);
    const content = response === undefined ? undefined : dialect.given(reading, place, response);
    const [, schema] = (content === undefined ? undefined : firstOf(content, isJson)) ?? [];
    const fields = schema === undefined ? [] : fieldsOf(reading, schema);
    if (fields.length > 0) {
      return { refusal: fields };
    }
  }
  return {};
}

function idOf(operation: Json): string | undefined {
  const id = valueAt(operation, "operationId");
  return typeof id === "string" && /^[\x21-\x7e]{1,200}$/.test(id) ? id : undefined;
}

/** Requests are sent to this path later, so it has to be a plain one. */
function pathOf(prefix: string, path: string): string {
  if (prefix.length + path.length > documentLimits.text) {
    throw new BrokenOperation(`its path has more than ${documentLimits.text} characters`);
  }
  const whole = `/${prefix}/${path}`
    .replaceAll(/\/{2,}/g, "/")
    // Some servers tell the form of a parameter too: {id:[0-9]+}
    .replaceAll(/\{\s*([\w.-]+)\s*:[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "{$1}");
  if (/[\s\\?#\p{Cc}\p{Cf}]|\/\.{1,2}(?:\/|$)/u.test(whole)) {
    throw new BrokenOperation("its path has characters or steps that no path of an API may have");
  }
  return whole;
}

const tokenHeaders = /^(?:authorization|x-auth-token|x-api-key|x-access-token)$/i;

/** As its security says; or it wants a header that carries a token. An empty choice means that no login is needed. */
function needsLogin(root: Json, operation: Json, required: ApiOperation["headers"]): boolean {
  const security = listAt(Object.hasOwn(operation, "security") ? operation : root, "security");
  const isOpen = security.some((choice) => isObject(choice) && Object.keys(choice).length === 0);
  return (security.length > 0 && !isOpen) || required.some(({ path }) => tokenHeaders.test(path[0] ?? ""));
}
