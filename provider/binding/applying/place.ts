import { readFieldPath, type FieldPath } from "./field-path";

/** The parts of a request that take values. */
export type RequestPart = "path" | "query" | "body";

/** Where a value goes on the server's side. */
export interface RequestPlace {
  readonly part: RequestPart;
  readonly at: FieldPath;
}

/** `query:overwrite`, `body:owner.id`, or a bare name, which stays in the part where the provider has it. */
export function readPlace(text: string, part: RequestPart): RequestPlace {
  const [, prefix, rest] = /^(path|query|body):(.*)$/.exec(text) ?? [];
  return prefix === undefined
    ? { part, at: readFieldPath(text) }
    : { part: prefix as RequestPart, at: readFieldPath(rest ?? "") };
}

/** A path, or a method with its path, whatever the parameters are called. */
export function shapeOfPath(path: string): string {
  return path.replace(/\{[^{}]+\}/g, "{}");
}

/** The parameters that a path names, in their order. */
export function parametersIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
}
