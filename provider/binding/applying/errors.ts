import type { Binding, ErrorForm, SentSpec } from "../file/model";
import { readFieldPath, valueAtPath } from "./field-path";
import { readPlace } from "./place";

/** The body of an error in the words of the provider's contract. What has another form than told is left out. */
export function boundError(form: ErrorForm, body: unknown, binding?: Binding): unknown {
  const message = textAt(body, form.message);
  const list = form.fields === undefined ? undefined : valueAtPath(body, readFieldPath(form.fields));
  return {
    ...(message === undefined ? {} : { message }),
    ...(Array.isArray(list) ? { fields: list.map((item: unknown) => invalidField(form, item, binding)) } : {}),
  };
}

function invalidField({ field = "field", problem = "message" }: ErrorForm, item: unknown, binding?: Binding) {
  const name = textAt(item, field) ?? "";
  return { field: ownNameOf(binding, name) ?? name, message: textAt(item, problem) ?? "" };
}

function textAt(value: unknown, path: string): string | undefined {
  const found = valueAtPath(value, readFieldPath(path));
  return typeof found === "string" ? found : undefined;
}

/** The field of the provider that the server takes under this name. */
function ownNameOf(binding: Binding | undefined, name: string): string | undefined {
  const specs = Object.entries({ ...binding?.parameters, ...binding?.body });
  const [own] = specs.find(([, spec]) => name !== "" && targetOf(spec) === name) ?? [];
  return own === "" ? undefined : own;
}

function targetOf(spec: SentSpec): string | undefined {
  const to = typeof spec === "string" ? spec : spec?.to;
  return to === undefined ? undefined : readPlace(to, "body").at.join(".");
}
