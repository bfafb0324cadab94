import { parametersIn, readPlace, type RequestPart } from "../../applying/place";
import type { ApiBody, ApiField, ApiOperation } from "../../documents";
import type { Binding, SentSpec } from "../../file/model";
import { nameOfPath } from "../field-name";
import { isWhole } from "../places";
import { isWithin } from "./fields";

/** What a server takes of a call, by place. */
export type TakenFields = Readonly<Record<RequestPart, readonly ApiField[]>>;

/** Phrases if the server no longer takes the body as a whole: as a file, in this part of a form, as one value. */
export function wholeTrouble({ body: own }: ApiOperation, binding: Binding, { body: theirs }: ApiOperation): string[] {
  if (own === undefined || binding.bodyExpression !== undefined) {
    return [];
  }
  if (own.sends === "file") {
    return theirs?.sends === "file" ? partTrouble(own, binding, theirs) : ["it no longer takes a file"];
  }
  if (theirs?.sends === "file") {
    return ["it takes a file as its body"];
  }
  const isLined = Object.hasOwn(binding.body ?? {}, "");
  if (!isWhole(own) || isLined) {
    return [];
  }
  if (theirs === undefined) {
    return ["it no longer takes a body"];
  }
  // A person may leave members of an object to the program. Pull writes a line.
  const isOneValue = own.fields.length > 0 || binding.id !== undefined;
  return isOneValue && !isWhole(theirs) ? ["its body is an object with fields of its own"] : [];
}

function partTrouble(own: ApiBody, { part }: Binding, { filePart: now }: ApiBody): string[] {
  const before = part === undefined ? own.filePart : (part ?? undefined);
  return before === now ? [] : [`it takes the file ${inWords(now)}, no longer ${inWords(before)}`];
}

function inWords(part: string | undefined): string {
  return part === undefined ? "as the whole body" : `in the part \`${part}\``;
}

/** Phrases for the lines whose targets are gone, `known` fields aside: those of whole objects, within lists, and `fixed`. */
export function lineTrouble(binding: Binding, taken: TakenFields, known: ReadonlySet<string>): string[] {
  const body = binding.bodyExpression === undefined ? Object.entries(binding.body ?? {}) : [];
  const lines = body.flatMap(([name, spec]) => {
    const target = targetOf(spec);
    return known.has(name) || target === undefined ? [] : [placeOf(target)];
  });
  const fixed = Object.keys(binding.fixed ?? {}).map(placeOf);
  const inPath = new Set(parametersIn(binding.path ?? ""));
  return [...lines, ...fixed]
    .filter(({ part, name }) => !isTaken(taken[part], name) && !(part === "path" && inPath.has(name)))
    .map(({ part, name }) =>
      name === "" ? `it no longer takes a value as its ${part}` : `it no longer takes \`${name}\``,
    );
}

/** Phrases for the fields within lists of the body that have no line, and that their list no longer has. */
export function itemTrouble({ body: own }: ApiOperation, binding: Binding, { body }: TakenFields): string[] {
  const specs = binding.body ?? {};
  if (own === undefined || binding.bodyExpression !== undefined) {
    return [];
  }
  return own.fields.flatMap(({ path }) => {
    const at = path.indexOf("[]");
    const isLined = path.some((_, index) => index > at && Object.hasOwn(specs, nameOfPath(path.slice(0, index + 1))));
    if (at < 0 || isLined || isWithin(path.slice(0, at), specs)) {
      return [];
    }
    const list = listOf(path.slice(0, at), specs);
    const expected = list === undefined ? undefined : `${list}${nameOfPath(path.slice(at))}`;
    const items = body.filter((it) => list !== undefined && nameOfPath(it.path).startsWith(`${list}[]`));
    const isThere = items.length === 0 || items.some((it) => nameOfPath(it.path) === expected);
    return isThere || expected === undefined ? [] : [`it no longer takes \`${expected}\``];
  });
}

/** Where the server takes a list: its own line says it, or a line of a field within it. undefined: it takes none. */
function listOf(path: readonly string[], specs: Readonly<Record<string, SentSpec>>): string | undefined {
  const name = nameOfPath(path);
  const line = specs[name];
  if (line !== undefined) {
    const target = targetOf(line);
    return target === undefined || placeOf(target).part !== "body" ? undefined : placeOf(target).name;
  }
  const within = Object.entries(specs).find(([it, spec]) => it.startsWith(`${name}[]`) && targetOf(spec) !== undefined);
  const target = within === undefined ? undefined : targetOf(within[1]);
  return target?.includes("[]") === true ? placeOf(target).name.replace(/\[\].*$/s, "") : name;
}

/** `query:overwrite`, or a name within the body. */
function placeOf(text: string): { readonly part: RequestPart; readonly name: string } {
  return { part: readPlace(text, "body").part, name: text.replace(/^(path|query|body):/, "") };
}

/** By its name, or as a member of an object whose members the document does not tell. */
function isTaken(fields: readonly ApiField[], name: string): boolean {
  const names = fields.map(({ path }) => nameOfPath(path));
  const isOpen = (holder: string): boolean => !names.some((it) => it !== holder && isBelow(it, holder));
  return name === ""
    ? fields.length === 0 || names.includes("")
    : names.includes(name) || names.some((it) => isBelow(name, it) && isOpen(it));
}

function isBelow(name: string, holder: string): boolean {
  return holder === "" || name.startsWith(`${holder}.`) || name.startsWith(`${holder}[]`);
}

export function targetOf(spec: SentSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? spec.to : (spec ?? undefined);
}
