import type { RequestPart } from "../applying/place";
import type { ApiBody, ApiField, ApiOperation } from "../documents";
import { stepsOf } from "../matching/path-shape";

/** A value of a call, and where it travels. */
export interface PlacedField {
  readonly place: RequestPart;
  readonly field: ApiField;
}

/** What an operation takes of a caller, by place. */
export type Taken = Record<RequestPart, readonly ApiField[]>;

/** `pages` are query parameters that ask for a page of a list; the client gives them. */
export function takenBy(operation: ApiOperation, pages: ReadonlySet<string>): Taken {
  const { body } = operation;
  return {
    path: operation.pathParameters,
    query: operation.query.filter(({ path }) => !pages.has(path[0] ?? "")),
    body: body === undefined || isWhole(body) ? [] : body.fields,
  };
}

/** Whether a body is one value, or an object whose members nobody declares. */
export function isWhole({ sends, fields }: ApiBody): boolean {
  return sends !== "file" && (fields.length === 0 || fields.some(({ path }) => path.length === 0));
}

/**
 * The parameters of a path, each with the step before it in its name: `{id}` below `organisations` is the id of an
 * organisation.
 */
export function inContext({ path, pathParameters }: ApiOperation): readonly ApiField[] {
  const steps = stepsOf(path);
  return pathParameters.map((field) => {
    const name = field.path[0] ?? "";
    const before = steps.slice(0, steps.indexOf(`{${name}}`)).findLast((step) => !step.startsWith("{")) ?? "";
    return { ...field, type: "unknown", path: [`${before} ${name}`] };
  });
}

/** What the last step of a path names: `name` of `/buckets/{id}/name`. */
export function lastNameIn({ path }: ApiOperation): string {
  return stepsOf(path).findLast((step) => !step.startsWith("{")) ?? "";
}
