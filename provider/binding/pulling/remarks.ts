import type { ApiField, ApiOperation } from "../documents";
import { nameOfPath } from "./field-name";
import type { PlacedField } from "./places";
import type { Receiving } from "./received";
import type { Sending } from "./sent";
import { narrowedLimits, valuesOf } from "./values";

/** What a person has to know of a binding before it is confirmed, one sentence each. */
export function remarksOf(
  own: ApiOperation,
  theirs: ApiOperation,
  sending: Sending,
  receiving: Receiving,
): readonly string[] {
  return [
    ...(theirs.deprecated ? ["The server calls this operation deprecated."] : []),
    ...sending.lacking.map(
      ({ place, field }) =>
        `The server requires \`${placed(place, field)}\`, which the provider never sends. Give it a value under \`fixed\`.`,
    ),
    ...sending.missing
      .filter(({ field }) => field.required)
      .map(({ field }) => `The provider always sends \`${nameIn(field)}\`, and the server does not take it.`),
    ...sending.byPlace.map(
      ({ own: it, theirs: other }) =>
        `\`${nameIn(it.field)}\` goes to \`path:${nameIn(other.field)}\` by its place in the path alone.`,
    ),
    ...sending.unsure.map(({ own: it, candidates }) =>
      doubt(
        it.field,
        candidates.map(({ place, field }) => placed(place, field)),
      ),
    ),
    ...sending.pairs.flatMap((pair) => {
      const fields = { own: pair.own.field, theirs: pair.theirs.field };
      const remark = valuesOf(fields, nameIn(fields.own))?.remark;
      return [...(remark === undefined ? [] : [remark]), ...narrowedLimits(fields, nameIn(fields.own))];
    }),
    ...fileRemarks(own, theirs),
    ...shapeRemarks(own, theirs),
    ...answerRemarks(own, theirs, receiving),
  ];
}

/** Of what a call gives or takes as a whole. */
function shapeRemarks(own: ApiOperation, theirs: ApiOperation): readonly string[] {
  const [takesFile, sendsFile] = [theirs, own].map(({ body }) => body?.sends === "file");
  return [
    ...listRemarks(own, theirs),
    ...(sendsFile === true && takesFile === false ? ["The provider sends a file, and the server takes none."] : []),
    ...(takesFile === true && sendsFile === false ? ["The server takes a file, and the provider sends none."] : []),
  ];
}

function listRemarks(own: ApiOperation, theirs: ApiOperation): readonly string[] {
  const areTold = own.answer.gives === "json" && theirs.answer.gives === "json" && theirs.answer.fields.length > 0;
  if (!areTold || own.answer.isList === theirs.answer.isList || isFeedback(own)) {
    return [];
  }
  return own.answer.isList
    ? ["The provider expects a list, and the server answers one object. If a list stands in it, write `list`."]
    : ["The provider expects one object, and the server answers a list. `foundIn` finds an object in a list."];
}

/** A form may take several files. The provider sends one. */
function fileRemarks({ body: own }: ApiOperation, { body: theirs }: ApiOperation): readonly string[] {
  const { filePart, otherFileParts: others } = theirs ?? {};
  if (filePart === undefined || others === undefined || own?.sends !== "file") {
    return [];
  }
  const parts = [filePart, ...others].map((it) => `\`${it}\``).join(", ");
  return [`The server takes files in the parts ${parts}, and the provider sends one. \`part\` says in which.`];
}

function answerRemarks(own: ApiOperation, theirs: ApiOperation, receiving: Receiving): readonly string[] {
  if (isFeedback(own) || own.answer.gives !== "json") {
    return [];
  }
  if (theirs.answer.gives === "nothing") {
    return ["The server answers without a body, and the provider expects the object."];
  }
  return [
    ...receiving.missing
      .filter((field) => isNeeded(field, own.answer.fields))
      .map((field) => `The provider needs \`${nameIn(field)}\` of the answer, and the server does not give it.`),
    ...receiving.unsure.map(({ own: field, candidates }) => doubt(field, candidates.map(nameIn))),
  ];
}

/** Whether every object around the field has to be there too. */
export function isNeeded({ path }: ApiField, fields: readonly ApiField[]): boolean {
  const wanted = new Set(path.map((_, index) => JSON.stringify(path.slice(0, index + 1))));
  return fields.every(({ path: at, required }) => required || !wanted.has(JSON.stringify(at)));
}

/** The soft result of many writes. The status says the same, so nothing of it has to be there. */
export function isFeedback({ answer }: ApiOperation): boolean {
  const names = answer.fields.map(({ path }) => path.join("."));
  return !answer.isList && names.length === 2 && names.includes("error") && names.includes("message");
}

function doubt(field: ApiField, candidates: readonly string[]): string {
  const named = candidates.slice(0, 4).map((name) => `\`${name}\``);
  return `\`${nameIn(field)}\` may be ${named.join(" or ")}. Nothing is bound until a person chooses.`;
}

function placed(place: PlacedField["place"], field: ApiField): string {
  return `${place}:${nameOfPath(field.path)}`;
}

function nameIn({ path }: ApiField): string {
  return path.length === 0 ? "the body" : nameOfPath(path);
}
