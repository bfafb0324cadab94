import type { ErrorForm } from "../file/model";
import { readFieldPath, valueAtPath } from "./field-path";

/** The body of an error in the words of the provider's contract. */
export function boundError({ message, fields, field, problem }: ErrorForm, body: unknown): unknown {
  const list = fields === undefined ? undefined : valueAtPath(body, readFieldPath(fields));
  const at = (item: unknown, path: string | undefined, byDefault: string): unknown =>
    valueAtPath(item, readFieldPath(path ?? byDefault));
  return {
    message: valueAtPath(body, readFieldPath(message)),
    ...(Array.isArray(list)
      ? {
          fields: list.map((item: unknown) => ({
            field: at(item, field, "field"),
            message: at(item, problem, "message"),
          })),
        }
      : {}),
  };
}
