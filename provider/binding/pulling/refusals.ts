import { isDeepStrictEqual } from "node:util";
import type { ApiField, ApiOperation } from "../documents";
import type { ErrorForm } from "../file/model";
import { nameOfPath } from "./field-name";

const ownForm: ErrorForm = { message: "message", fields: "fields", field: "field", problem: "message" };

/** Where refusals say what is wrong. undefined: as the provider has it, or the documents do not agree. */
export function errorFormOf(operations: readonly ApiOperation[]): ErrorForm | undefined {
  const forms = operations.flatMap(({ refusal }) => {
    const form = refusal === undefined ? undefined : formIn(refusal);
    return form === undefined ? [] : [form];
  });
  const [first, ...others] = forms;
  const isAgreed = first !== undefined && others.every((other) => isDeepStrictEqual(other, first));
  return isAgreed && !isDeepStrictEqual(first, ownForm) ? first : undefined;
}

const messages = ["message", "error_message", "errormessage", "reason", "detail", "description", "title", "error"];
const problems = ["message", "problem", "reason", "detail", "description", "error", "msg"];
const names = ["field", "attribute", "property", "path", "pointer", "name", "parameter", "loc"];

function formIn(fields: readonly ApiField[]): ErrorForm | undefined {
  const message = firstNamed(fields.filter(isPlainText), messages);
  if (message === undefined) {
    return undefined;
  }
  for (const list of fields.filter(({ type, path }) => type === "array" && !path.includes("[]"))) {
    const items = fields
      .filter((it) => it.type === "string" && isItemOf(it, list))
      .map((it) => ({ ...it, path: it.path.slice(list.path.length + 1) }));
    const [field, problem] = [firstNamed(items, names), firstNamed(items, problems)];
    if (field !== undefined && problem !== undefined) {
      return { message, fields: nameOfPath(list.path), field, problem };
    }
  }
  return { message };
}

function isPlainText({ type, path }: ApiField): boolean {
  return type === "string" && !path.includes("[]");
}

function isItemOf({ path }: ApiField, list: ApiField): boolean {
  return path[list.path.length] === "[]" && list.path.every((step, index) => step === path[index]);
}

function firstNamed(fields: readonly ApiField[], wanted: readonly string[]): string | undefined {
  const found = wanted.flatMap((name) =>
    fields.filter(({ path }) => (path.at(-1) ?? "").toLowerCase().replaceAll("-", "_") === name),
  );
  return found[0] === undefined ? undefined : nameOfPath(found[0].path);
}
