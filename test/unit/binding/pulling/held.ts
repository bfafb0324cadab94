import type { ApiField, ApiOperation } from "../../../../provider/binding/documents";
import type { Binding } from "../../../../provider/binding/file/model";
import { ownOperations, type OwnOperation } from "../../../../provider/binding/pulling/contract-operations";
import { disagreements } from "../../../../provider/binding/pulling/holding/holds";

export const ownOf = (key: string): OwnOperation => {
  const found = ownOperations().find(({ operation }) => operation.key === key);
  if (found === undefined) {
    throw new Error(`There is no operation ${key}.`);
  }
  return found;
};

export type Change = (theirs: ApiOperation) => ApiOperation;

/** What a binding and the server have against each other. The server has the operation as the provider has it, but for a change. */
export const troubleOf = (key: string, binding: Binding, change: Change): readonly string[] => {
  const own = ownOf(key);
  return disagreements(own, { id: own.printed.id, path: own.printed.path, ...binding }, change(own.printed));
};

export const unchanged: Change = (theirs) => theirs;

export const withFields =
  (fields: (before: readonly ApiField[]) => readonly ApiField[]): Change =>
  (theirs) => ({ ...theirs, body: { sends: "json", fields: fields(theirs.body?.fields ?? []) } });

/** A list of the body, or a field within it, has another name. */
export const called =
  (list: string, from: string, to: string): Change =>
  (theirs) =>
    withFields((fields) =>
      fields.map((it) =>
        it.path[0] === list ? { ...it, path: it.path.map((step) => (step === from ? to : step)) } : it,
      ),
    )(theirs);

export const field = (path: readonly string[], type: ApiField["type"] = "string"): ApiField => ({
  path,
  type,
  required: false,
  description: "",
});
