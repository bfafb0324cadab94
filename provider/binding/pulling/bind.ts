import { isDeepStrictEqual } from "node:util";
import { ownPaging } from "../applying/paging";
import type { ApiOperation } from "../documents";
import type { Binding, PagingForm } from "../file/model";
import { ownOperations, type OwnOperation } from "./contract-operations";
import { nameOfPath } from "./field-name";
import { isIdentical } from "./identical";
import { pagingOf } from "./paging";
import { pairReceived, type Receiving } from "./received";
import { isFeedback, remarksOf } from "./remarks";
import { pairSent, type Sending } from "./sent";
import { receivedSpecs, sentSpecs } from "./specs";
import { valuesOf } from "./values";

/** Query parameters by which the provider asks for a page. */
export const ownPages: ReadonlySet<string> = new Set(["offset", "limit"]);

/**
 * How the provider's operation is called on the server, as far as the documents tell. Nobody has confirmed it. `isChosen`: a
 * person says that it is this operation.
 */
export function bind(own: OwnOperation, theirs: ApiOperation, isChosen = false): Binding {
  const mine = own.printed;
  if (isIdentical(mine, theirs)) {
    return { same: true, document: theirs.document };
  }
  const paging = pagingOf(theirs);
  const isPaged = mine.answer.isList && theirs.answer.isList;
  const sending = pairSent(mine, theirs, {
    own: own.operation.paged ? ownPages : new Set(),
    theirs: isPaged ? paging.parameters : new Set(),
    isChosen,
  });
  const receiving = pairReceived(mine, theirs);
  const thenRead = thenReadOf(own, theirs);
  const remarks = [...remarksOf(mine, theirs, sending, receiving), ...(isPaged ? paging.remarks : [])];
  return {
    confirmed: false,
    document: theirs.document,
    id: theirs.id,
    method: theirs.method as Binding["method"],
    path: theirs.path,
    ...sentOf(mine, sending),
    ...partOf(mine, theirs),
    ...listOf(mine, theirs),
    ...(isPaged ? pagingIfOther(own, paging.form) : {}),
    ...receivedOf(mine, theirs, receiving),
    ...valuesIn(sending, receiving),
    ...(thenRead === undefined ? {} : { thenRead }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

/** What the path of the server's operation needs and nothing of the provider gives. */
export function gapsInPath(own: OwnOperation, theirs: ApiOperation, isChosen = false): readonly string[] {
  const { lacking } = pairSent(own.printed, theirs, { own: new Set(), theirs: new Set(), isChosen });
  return lacking.flatMap(({ place, field }) => (place === "path" ? [nameOfPath(field.path)] : []));
}

function sentOf(own: ApiOperation, sending: Sending): Pick<Binding, "parameters" | "body"> {
  const order = [...own.pathParameters, ...own.query, ...(own.body?.fields ?? [])];
  const { parameters, body } = sentSpecs(sending, order);
  return { ...ifAny("parameters", parameters), ...ifAny("body", body) };
}

function partOf({ body: own }: ApiOperation, { body: theirs }: ApiOperation): Pick<Binding, "part"> {
  if (own?.sends !== "file" || theirs?.sends !== "file") {
    return {};
  }
  const isThere = own.filePart !== undefined && theirs.otherFileParts?.includes(own.filePart) === true;
  return isThere || own.filePart === theirs.filePart ? {} : { part: theirs.filePart ?? null };
}

function listOf({ answer: own }: ApiOperation, { answer: theirs }: ApiOperation): Pick<Binding, "list"> {
  const at = theirs.listAt ?? [];
  return own.isList && theirs.isList && at.length > 0 ? { list: nameOfPath(at) } : {};
}

/** A list that the provider reads at once, and that the server gives at once, needs no word. */
function pagingIfOther({ operation }: OwnOperation, form: PagingForm): Pick<Binding, "paging"> {
  const isSame = operation.paged ? isDeepStrictEqual(inLowerCase(form), ownPaging) : form.by === "none";
  return isSame ? {} : { paging: form };
}

function inLowerCase(form: PagingForm): PagingForm {
  return "total" in form ? { ...form, total: form.total?.replace(/^header:.*/, (name) => name.toLowerCase()) } : form;
}

function receivedOf(own: ApiOperation, theirs: ApiOperation, receiving: Receiving): Pick<Binding, "answer"> {
  if (own.answer.gives !== "json" || own.answer.fields.length === 0) {
    return {};
  }
  if (isFeedback(own) && !receiving.pairs.some((pair) => pair.own.path[0] === "error")) {
    return {};
  }
  return theirs.answer.gives === "nothing" ? {} : ifAny("answer", receivedSpecs(receiving, own.answer.fields));
}

function valuesIn(sending: Sending, receiving: Receiving): Pick<Binding, "values"> {
  const pairs = [
    ...sending.pairs.map(({ own, theirs }) => ({ own: own.field, theirs: theirs.field })),
    ...receiving.pairs,
  ];
  const found = pairs.map((pair) => {
    const name = nameOfPath(pair.own.path);
    return [name, valuesOf(pair, name)?.names ?? {}] as const;
  });
  return ifAny("values", Object.fromEntries(found.filter(([, names]) => Object.keys(names).length > 0)));
}

/** The provider's operation that reads the same object, if the server answers this write without it. */
function thenReadOf({ operation, printed }: OwnOperation, theirs: ApiOperation): string | undefined {
  // Nothing names an object that was just made.
  if (
    printed.method === "GET" ||
    printed.method === "POST" ||
    theirs.answer.gives !== "nothing" ||
    printed.answer.gives !== "json"
  ) {
    return undefined;
  }
  const known = new Set(printed.pathParameters.map(({ path }) => path[0]));
  const read = isFeedback(printed)
    ? undefined
    : ownOperations().find(
        (it) =>
          it.operation.service === operation.service &&
          it.printed.method === "GET" &&
          it.printed.pathParameters.length > 0 &&
          !it.printed.answer.isList &&
          it.printed.answer.fields === printed.answer.fields &&
          it.printed.pathParameters.every(({ path }) => known.has(path[0])),
      );
  return read?.operation.key;
}

function ifAny<Key extends string, Value extends object>(key: Key, value: Value): { [K in Key]?: Value } {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
