import { parametersIn, readPlace, type RequestPart } from "../../applying/place";
import type { ApiBody, ApiField, ApiOperation } from "../../documents";
import type { Binding, SentSpec } from "../../file/model";
import { isWhole } from "../places";
import { isKnown } from "./fields";
import { itemsGone, type Lines } from "./items";

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

function partTrouble(own: ApiBody, { part }: Binding, { filePart: now, otherFileParts: others }: ApiBody): string[] {
  const before = part === undefined ? own.filePart : (part ?? undefined);
  return before === now || (before !== undefined && others?.includes(before) === true)
    ? []
    : [`it takes the file ${inWords(now)}, no longer ${inWords(before)}`];
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
    .filter(({ part, name }) => !isKnown(taken[part], name) && !(part === "path" && inPath.has(name)))
    .map(({ part, name }) =>
      name === "" ? `it no longer takes a value as its ${part}` : `it no longer takes \`${name}\``,
    );
}

/** Phrases for the fields within lists of the body that have no line, and that their list no longer has. */
export function itemTrouble({ body: own }: ApiOperation, binding: Binding, { body }: TakenFields): string[] {
  if (own === undefined || binding.bodyExpression !== undefined) {
    return [];
  }
  return itemsGone(own.fields, linesOf(binding.body ?? {}), body).map((name) => `it no longer takes \`${name}\``);
}

/** What the server has elsewhere than in its body is not in its lists. */
function linesOf(specs: Readonly<Record<string, SentSpec>>): Lines {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const target = targetOf(spec);
      const place = target === undefined ? undefined : placeOf(target);
      return [name, place?.part === "body" ? place.name : undefined];
    }),
  );
}

/** `query:overwrite`, or a name within the body. */
function placeOf(text: string): { readonly part: RequestPart; readonly name: string } {
  return { part: readPlace(text, "body").part, name: text.replace(/^(path|query|body):/, "") };
}

export function targetOf(spec: SentSpec | undefined): string | undefined {
  return typeof spec === "object" && spec !== null ? spec.to : (spec ?? undefined);
}
