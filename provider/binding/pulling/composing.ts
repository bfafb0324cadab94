import type { ApiField } from "../documents";
import type { Binding, ContractFile } from "../file/model";
import { fieldWordsOf } from "../matching/words";
import { ownOperations, type OwnOperation } from "./contract-operations";
import { isNamedBy } from "./received";

type Bindings = ContractFile["operations"];

/** Begins the remark of what pull proposes. Without it, a person has decided to take the object from a list. */
export const PROPOSED = "No operation of the documents is like it, but the list";

/**
 * The bindings, with what takes two calls on the server as far as that can be told surely: an object that only a list shows
 * (`foundIn`), and a list that an object lacks and another operation gives (`with`). Nobody has confirmed either.
 */
export function composed(bindings: Bindings): Bindings {
  return Object.fromEntries(
    ownOperations().map((own): [string, Binding] => {
      const binding = bindings[own.operation.key] ?? { missing: true };
      const isRead = own.printed.method === "GET" && own.printed.answer.gives === "json" && !own.printed.answer.isList;
      return [own.operation.key, isRead ? withLists(own, foundInList(own, binding, bindings), bindings) : binding];
    }),
  );
}

/** `/members` lists what `/members/{userId}` shows one of. */
function foundInList(own: OwnOperation, binding: Binding, bindings: Bindings): Binding {
  const parameter = own.printed.pathParameters.at(-1);
  const list = listsOf(own, own.printed.answer.fields).find(
    ({ printed }) => own.printed.path === `${printed.path}/{${parameter?.path[0] ?? ""}}`,
  );
  if (binding.missing !== true || parameter === undefined || list === undefined) {
    return binding;
  }
  const key = keyOf(list.printed.answer.fields, parameter);
  const listed = bindings[list.operation.key];
  if (key === undefined || !gives(listed, key)) {
    return binding;
  }
  const where = { [key]: parameter.path[0] ?? "" };
  const remark = `${PROPOSED} ${list.operation.key} has such objects. The provider would find this one by \`${key}\`.`;
  return { confirmed: false, foundIn: { list: list.operation.key, where }, remarks: [remark] };
}

/** The field that tells one item from the others; undefined: that is not sure. */
function keyOf(fields: readonly ApiField[], parameter: ApiField): string | undefined {
  const hasId = fields.some(({ path, required }) => path.length === 1 && path[0] === "id" && required);
  if (hasId) {
    // `userIdOrScreenName` is not always the id.
    return fieldWordsOf(parameter.path[0] ?? "").filter((word) => word !== "id").length <= 1 ? "id" : undefined;
  }
  const named = fields.filter((field) => field.required && isNamedBy(field, parameter));
  return named.length === 1 ? named[0]?.path[0] : undefined;
}

/** Lists that the answer lacks, where an operation gives just such items for the same address. */
function withLists(own: OwnOperation, binding: Binding, bindings: Bindings): Binding {
  const lacking = own.printed.answer.fields.filter(
    ({ path: [name = "", ...rest], type }) => rest.length === 0 && type === "array" && binding.answer?.[name] === null,
  );
  return lacking.reduce((before, { path: [name = ""] }) => {
    const items = own.printed.answer.fields.flatMap((field) =>
      field.path[0] === name && field.path[1] === "[]" ? [{ ...field, path: field.path.slice(2) }] : [],
    );
    const known = new Set(own.printed.pathParameters.map(({ path }) => path[0]));
    const [list, ...others] = listsOf(own, items).filter(
      ({ operation, printed }) =>
        gives(bindings[operation.key]) && printed.pathParameters.every(({ path }) => known.has(path[0])),
    );
    const isDoubtful = before.remarks?.some((remark) => remark.startsWith(`\`${name}\` may be `)) === true;
    if (list === undefined || others.length > 0 || isDoubtful) {
      return before;
    }
    const { [name]: _, ...answer } = before.answer ?? {};
    const remark = `The answer lacks \`${name}\`, and the list ${list.operation.key} has such items. The provider would ask for it as well.`;
    return {
      ...before,
      answer,
      with: { ...before.with, [name]: { list: list.operation.key } },
      remarks: [...(before.remarks ?? []), remark],
    };
  }, binding);
}

/** The provider's lists of the same service whose items have just these fields. */
function listsOf({ operation }: OwnOperation, fields: readonly ApiField[]): readonly OwnOperation[] {
  const namesOf = (all: readonly ApiField[]): string =>
    all
      .map(({ path, type }) => `${path.join("/")}: ${type}`)
      .sort()
      .join();
  return fields.length === 0
    ? []
    : ownOperations().filter(
        (it) =>
          it.operation.service === operation.service &&
          it.printed.method === "GET" &&
          it.printed.answer.isList &&
          namesOf(it.printed.answer.fields) === namesOf(fields),
      );
}

/** Whether the server has the list, and the field in its items. */
function gives(binding: Binding | undefined, field?: string): boolean {
  const isThere = binding?.same === true || binding?.path !== undefined;
  return isThere && (field === undefined || binding.answer?.[field] !== null);
}
