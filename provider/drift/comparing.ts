import type { Kind, Values } from "../kinds";
import { differences } from "../lifecycle/comparing/compare";
import type { Difference } from "../lifecycle/comparing/difference";
import { setInWords } from "../lifecycle/comparing/members";
import type { Context } from "../lifecycle/context";
import { read } from "../lifecycle/read";
import { memoryOf } from "../lifecycle/remembering/state";
import { stateOf } from "../lifecycle/remembering/untold";
import { splitInputs, type Inputs } from "../lifecycle/values/inputs";
import { writePath } from "../lifecycle/values/leaves";
import { isHidden, placeOf } from "../lifecycle/values/veil";
import { inCode } from "./code";
import { consequenceOfAbsence, consequenceOfChange } from "./consequence";
import { lastChangeOf, placeInTenant } from "./facts";
import { MASK, type DriftFinding } from "./model";
import type { Names } from "./names";
import { accessInWords, accessOfField } from "./permissions";
import type { OpenResource } from "./state";

/** Compares one resource of the state with its object on the server, as a refresh does. */
export async function compare(
  resource: OpenResource,
  context: Context,
  names: Names,
): Promise<readonly DriftFinding[]> {
  const { kind, id, outputs } = resource;
  const inputs = inputsOf(resource);
  const found = await read(kind, id, outputs, context);
  if (found.id === undefined || found.props === undefined) {
    return [missing(resource, inputs, context, names)];
  }
  const { props } = found;
  const { declared } = inputs;
  return differences(kind, stateOf(kind, props, declared), declared, memoryOf(props).declared)
    .filter(({ path }) => kind.inputs[path[0] ?? ""]?.mark !== "writeOnly")
    .map((difference) => changed({ resource, inputs, props, difference }, names))
    .filter(isToldFirst);
}

/** Two fields may tell one loss: a user who left an organisation has no role there either. */
function isToldFirst({ type, details }: DriftFinding, index: number, all: readonly DriftFinding[]): boolean {
  const told = JSON.stringify(details);
  return type !== "permission" || index === all.findIndex((it) => JSON.stringify(it.details) === told);
}

/** The declared values that cannot be compared, because the state keeps them encrypted. */
export function sealedFields({ kind, sealed }: OpenResource): readonly string[] {
  return sealed
    .filter(([field = ""]) => {
      const { mark, kept } = kind.inputs[field] ?? {};
      return (mark === "mutable" || mark === "replace") && kept !== true;
    })
    .map(writePath);
}

function inputsOf({ kind, inputs, secrets }: OpenResource): Inputs {
  const split = splitInputs(kind, inputs);
  return { ...split, secrets: [...split.secrets, ...secrets] };
}

interface Change {
  readonly resource: OpenResource;
  readonly inputs: Inputs;
  readonly props: Values;
  readonly difference: Difference;
}

function changed({ resource, inputs, props, difference }: Change, names: Names): DriftFinding {
  const { kind, id } = resource;
  const { path, declared, actual } = difference;
  const hidden = isHidden(kind, path, inputs);
  const place = placeOf(kind, path, inputs);
  const nameOf = names.inWords.bind(names);
  const access = hidden ? [] : accessOfField(kind, id, { ...props, ...inputs.declared }, difference, nameOf);
  const isFile = isOfFile(kind, path);
  const change = changeOf(difference);
  const details = hidden || access.length > 0 ? access : membersInWords(kind, difference);
  return {
    type: access.length > 0 ? "permission" : isFile ? "file" : "changed",
    change,
    ...about(resource),
    path: place,
    ...valueOf("declared", declared, hidden),
    ...valueOf("actual", actual, hidden),
    says: access[0] ?? sentence(resource, isFile ? fileIn(kind, path) : place, { isFile, change }),
    ...(details.length === 0 ? {} : { details: [...details] }),
    ...placeInTenant(kind, id, { ...inputs.declared, ...props }, names),
    ...lastChangeOf(props),
    up: consequenceOfChange(resource, path),
  };
}

/** Whether a value is about a file. */
export function isOfFile({ inputs }: Kind, [field = ""]: readonly string[]): boolean {
  return inputs[field]?.file !== undefined || inputs[field]?.files !== undefined;
}

/** The name of one of several files, or of the field that is one file. */
export function fileIn({ inputs }: Kind, [field = "", name = ""]: readonly string[]): string {
  return inputs[field]?.files === undefined ? field : name;
}

function changeOf({ declared, actual }: Difference): DriftFinding["change"] {
  return isNothing(declared) ? "added" : isNothing(actual) ? "removed" : "changed";
}

/** Says of a set which members differ. */
function membersInWords(kind: Kind, { path, declared, actual }: Difference): readonly string[] {
  return setInWords(kind, path, declared, actual)?.split("; ") ?? [];
}

function missing(resource: OpenResource, inputs: Inputs, context: Context, names: Names): DriftFinding {
  const { kind, id, outputs } = resource;
  const values = { ...outputs, ...inputs.declared };
  const isReplaced = context.objects(kind).shown(id) !== undefined;
  const access = accessInWords(kind, id, values, {}, names.inWords.bind(names));
  const type =
    access.length > 0 && kind.standing.access !== undefined ? "permission" : isOneFile(kind) ? "file" : "missing";
  const gone = isReplaced
    ? `${kind.name} ${JSON.stringify(resource.name)} is gone: another object has its id now`
    : `${kind.name} ${JSON.stringify(resource.name)} is gone`;
  return {
    type,
    change: "removed",
    ...about(resource),
    says: type === "permission" ? (access[0] ?? gone) : gone,
    ...(access.length === 0 ? {} : { details: [...access] }),
    ...placeInTenant(kind, id, values, names),
    up: consequenceOfAbsence(resource),
  };
}

function about({ kind, name, id, urn }: OpenResource) {
  return { kind: kind.name, name, id, urn };
}

/** Whether an object of the kind is one file. */
export function isOneFile({ standing }: Kind): boolean {
  return standing.isFile === true;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function valueOf(name: "declared" | "actual", value: unknown, hidden: boolean): Partial<DriftFinding> {
  return value === undefined
    ? {}
    : { [name]: hidden ? MASK : (JSON.parse(JSON.stringify(value)) as DriftFinding["actual"]) };
}

function sentence(
  { kind, name }: OpenResource,
  place: string,
  { isFile, change }: { readonly isFile: boolean; readonly change: DriftFinding["change"] },
): string {
  const whose = `of ${kind.name} ${JSON.stringify(name)}`;
  if (isFile) {
    return `The file ${inCode(place)} ${whose} was ${change}`;
  }
  return `${inCode(place)} ${whose} was ${change === "removed" ? "cleared" : "changed"}`;
}
