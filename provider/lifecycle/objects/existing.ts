import { HaleconnectError } from "../../errors";
import type { Kind, Live, Obstacle } from "../../kinds";
import type { Context } from "../context";
import type { Inputs } from "../values/inputs";
import { quotedName } from "../values/origin";

/** The errors about objects that exist already. The preview and create() raise the same ones. */

export function alreadyExists(kind: Kind, inputs: Inputs, object: Live | undefined, answer?: string): HaleconnectError {
  const id = object === undefined ? "" : ` with id ${object.id}`;
  return new HaleconnectError("HC4001", {
    what: `${inWords(kind, inputs)} exists already${id}`,
    ...(answer === undefined ? {} : { why: `The server refused to create it: ${answer}` }),
  });
}

/** Only a forced replacement creates an object that the resource already has. */
export function hasItAlready(kind: Kind, inputs: Inputs, { id }: Live): HaleconnectError {
  const loss = kind.lossOnDeletion?.(inputs.declared);
  return new HaleconnectError("HC4001", {
    what: `${inWords(kind, inputs)} exists already with id ${id}, and is this resource's own`,
    why: "The journal lists it under this resource. So something forces a replacement (`up --replace`, `pulumi state taint`, `replacementTrigger`), and Pulumi creates the new object before it deletes the old one.",
    remedy: `To keep the object, run \`pulumi up\` without forcing a replacement; after a taint, run \`pulumi state untaint\` first. To get a new object, set Pulumi's option \`deleteBeforeReplace: true\`, which deletes this one first.${loss === undefined ? "" : ` ${loss}`} If the state no longer has the object, for instance after \`pulumi state delete\`, declare \`adopt: "ifExists"\` to take it over.`,
  });
}

export function notThereToAdopt(kind: Kind, inputs: Inputs): HaleconnectError {
  return new HaleconnectError("HC4002", { what: `${inWords(kind, inputs)} does not exist` });
}

export function moreThanOne(kind: Kind, inputs: Inputs, objects: readonly Live[]): HaleconnectError {
  const ids = objects.map(({ id }) => id).join(" and ");
  return new HaleconnectError("HC4004", { what: `${inWords(kind, inputs)} exists more than once: ids ${ids}` });
}

export function declaredTwice(kind: Kind, inputs: Inputs, first: string): HaleconnectError {
  return new HaleconnectError("HC4006", {
    what: `${inWords(kind, inputs)} is declared twice: by resource ${quotedName(first)} and by resource ${quotedName(inputs.origin)}`,
  });
}

export function belongsToAnother(kind: Kind, id: string, inputs: Inputs, holder: string): HaleconnectError {
  return new HaleconnectError("HC4009", {
    what: `${inWords(kind, inputs)}, with id ${id}, belongs to resource ${quotedName(holder)}, so resource ${quotedName(inputs.origin)} cannot have it`,
  });
}

export function inWords(kind: Kind, inputs: Inputs): string {
  return `${kind.name} ${kind.identity.inWords(inputs.declared)}`;
}

/** The error about an obstacle that a look at the server found. */
export function inTheWay({ field: _field, ...details }: Obstacle): HaleconnectError {
  return new HaleconnectError("HC3003", details);
}

/** The error about an object that exists already. The journal shows whether it is the resource's own. */
export function existsAlready(kind: Kind, inputs: Inputs, found: Live, context: Context): HaleconnectError {
  const own = context.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  return own?.id === found.id ? hasItAlready(kind, inputs, found) : alreadyExists(kind, inputs, found);
}
