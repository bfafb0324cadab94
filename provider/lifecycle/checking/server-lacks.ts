import type { ContractInForce } from "../../binding/in-force";
import { HaleconnectError } from "../../errors";
import type { Kind, Lack, ServerVerb, Values } from "../../kinds";
import { fieldLacks, generalCalls, verbLacks } from "../../kinds/on-server";
import { isAttached } from "../../kinds/kind";
import type { Difference } from "../comparing/difference";
import type { Context } from "../context";
import type { Inputs } from "../values/inputs";
import { leavesOf, writePath } from "../values/leaves";
import type { Failure } from "./failure";

/** What this server cannot do of a creation, by field. Without a contract file nothing is known of that. */
export async function lacksOfCreation(
  kind: Kind,
  { declared }: Pick<Inputs, "declared">,
  context: Context,
): Promise<readonly Failure[]> {
  const contract = await context.client().contract();
  if (contract === undefined) {
    return [];
  }
  const verb = isAttached(kind) ? "update" : "create";
  const whole = verbLacks(kind, verb, contract);
  if (whole.length > 0) {
    return [{ property: kind.identity.fields[0] ?? "", reason: verbRefused(kind, "create", whole, contract).message }];
  }
  return declaredPaths(kind, declared).flatMap((path) =>
    fieldLacks(kind, verb, path, contract).map((lack) => ({
      property: writePath(path),
      reason: fieldsRefused(kind, [{ path, lack }], contract).message,
    })),
  );
}

/** Refuses an update of fields that this server cannot take. */
export async function refuseLackingUpdate(kind: Kind, found: readonly Difference[], context: Context): Promise<void> {
  const contract = await context.client().contract();
  if (contract === undefined) {
    return;
  }
  const lacking = found.flatMap(({ path }) =>
    fieldLacks(kind, "update", path, contract).map((lack) => ({ path, lack })),
  );
  if (lacking.length > 0) {
    throw fieldsRefused(kind, lacking, contract);
  }
  const sent = found.flatMap(({ path: [name = ""] }) => kind.inputs[name]?.sentBy ?? generalCalls(kind, "update"));
  await context.client().admit(sent);
  const isGeneral = found.some(({ path: [name = ""] }) => kind.inputs[name]?.sentBy === undefined);
  const whole = isGeneral ? verbLacks(kind, "update", contract) : [];
  if (whole.length > 0) {
    throw verbRefused(kind, "update", whole, contract);
  }
}

/** Refuses a deletion of which this server has no operation. */
export async function refuseLackingDeletion(kind: Kind, context: Context): Promise<void> {
  const contract = await context.client().contract();
  const whole = contract === undefined ? [] : verbLacks(kind, "delete", contract);
  if (contract !== undefined && whole.length > 0) {
    throw verbRefused(kind, "delete", whole, contract);
  }
}

/** Warns with the creation if this server cannot delete the object again. */
export async function sayLackingDeletion(kind: Kind, context: Context): Promise<void> {
  const contract = await context.client().contract();
  const whole = contract === undefined ? [] : verbLacks(kind, "delete", contract);
  if (contract !== undefined && whole.length > 0 && context.said.isFirst(`${kind.name} cannot be deleted`)) {
    console.warn(
      `This server cannot delete a ${kind.name}: ${contract.file} says that ${operations(whole)} is missing. \`pulumi destroy\` will stop with an error, unless you declare \`onDestroy: "retain"\`.`,
    );
  }
}

function declaredPaths(kind: Kind, declared: Values): readonly (readonly string[])[] {
  const writeOnly = Object.entries(kind.inputs)
    .filter(([name, { mark }]) => mark === "writeOnly" && declared[name] !== undefined)
    .map(([name]) => [name]);
  const paths = leavesOf(kind, declared).map(({ path }) =>
    kind.inputs[path[0] ?? ""]?.sentBy ? path.slice(0, 1) : path,
  );
  return [...new Map([...paths, ...writeOnly].map((path) => [writePath(path), path])).values()];
}

function verbRefused(
  kind: Kind,
  verb: ServerVerb,
  lacks: readonly Lack[],
  { file }: ContractInForce,
): HaleconnectError {
  return new HaleconnectError("HC2013", {
    what: `This server cannot ${verb} ${kind.name}`,
    where: file,
    why: `The file says that the server has no operation ${operations(lacks)}.`,
  });
}

interface LackingField {
  readonly path: readonly string[];
  readonly lack: Lack;
}

function fieldsRefused(kind: Kind, lacking: readonly LackingField[], { file }: ContractInForce): HaleconnectError {
  const names = lacking.map(({ path }) => `\`${writePath(path)}\``).join(", ");
  const [first] = lacking;
  return new HaleconnectError(first?.lack.why === "missing" ? "HC2013" : "HC2014", {
    what: `This server cannot take ${names} of ${kind.name}`,
    where: file,
    why: lacking.map(({ path, lack }) => reason(path, lack)).join(" "),
    remedy: `Leave ${lacking.length === 1 ? "the field" : "these fields"} out. If the server does take ${lacking.length === 1 ? "it" : "them"}, say so in the contract file.`,
  });
}

function reason(path: readonly string[], { why, operation }: Lack): string {
  return why === "missing"
    ? `The server has no operation ${operation.key}.`
    : `Its operation for ${operation.key} has no field for \`${writePath(path)}\`.`;
}

function operations(lacks: readonly Lack[]): string {
  return [...new Set(lacks.map(({ operation }) => operation.key))].join(" and ");
}
