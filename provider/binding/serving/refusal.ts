import { readFieldPath, withAt } from "../applying/field-path";
import type { Binding, ErrorForm } from "../file/model";
import { bodyPlacements } from "./placement";

/** What a refusal says, in the words of the provider's contract. */
export interface Refused {
  readonly message: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

/** The inverse of `boundError`: the body of an error in the server's words. */
export function serverError(form: ErrorForm, { message, fields }: Refused): unknown {
  const said = withAt({}, readFieldPath(form.message), () => message);
  return form.fields === undefined || fields === undefined
    ? said
    : withAt(said, readFieldPath(form.fields), () =>
        fields.map((one) =>
          withAt(
            withAt({}, readFieldPath(form.field ?? "field"), () => one.field),
            readFieldPath(form.problem ?? "message"),
            () => one.message,
          ),
        ),
      );
}

/** The server's name for an invalid field or parameter. */
export function serverName({ parameters, ...binding }: Binding, field: string): string {
  const body = bodyPlacements(binding).find(({ name, server }) => name === field && server !== undefined);
  const to = parameters?.[field];
  const parameter = typeof to === "object" ? to?.to : to;
  return body?.server?.at.join(".") ?? parameter?.replace(/^(path|query|body):/, "") ?? field;
}
