import { HaleconnectError } from "../../errors";
import type { Kind, Live, Obstacle } from "../../kinds";
import type { Context } from "../context";
import type { Inputs } from "../values/inputs";
import { quotedName } from "../values/origin";

/** The errors about what is on the server already; preview and create give the same ones. */

export function alreadyExists(kind: Kind, inputs: Inputs, object: Live | undefined, answer?: string): HaleconnectError {
  const id = object === undefined ? "" : ` with id ${object.id}`;
  return new HaleconnectError("HC4001", {
    what: `${inWords(kind, inputs)} exists already${id}`,
    ...(answer === undefined ? {} : { why: `The server refused to create it: ${answer}` }),
  });
}

/** Only a replacement that the engine forces asks for what the resource has already. */
export function hasItAlready(kind: Kind, inputs: Inputs, { id }: Live): HaleconnectError {
  const loss = kind.lossOnDeletion?.(inputs.declared);
  return new HaleconnectError("HC4001", {
    what: `${inWords(kind, inputs)} exists already with id ${id}, and is this resource's own`,
    why: "The journal has it under this very resource. So a replacement is forced (`up --replace`, `pulumi state taint`, `replacementTrigger`), and Pulumi makes the new object before it deletes the old one.",
    remedy: `Run \`pulumi up\` without forcing it (after a taint, \`pulumi state untaint\` first): the object is kept, and brought to its declared form. For a new object set Pulumi's option \`deleteBeforeReplace: true\`, which deletes this one first.${loss === undefined ? "" : ` ${loss}`} If the state does not have it any more, after \`pulumi state delete\` for instance, \`adopt: "ifExists"\` takes it over.`,
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
    what: `${inWords(kind, inputs)}, with id ${id}, is that of resource ${quotedName(holder)}, so resource ${quotedName(inputs.origin)} cannot have it`,
  });
}

export function inWords(kind: Kind, inputs: Inputs): string {
  return `${kind.name} ${kind.identity.inWords(inputs.declared)}`;
}

/** What a look at the server found in the way of an input. */
export function inTheWay({ field: _field, ...details }: Obstacle): HaleconnectError {
  return new HaleconnectError("HC3003", details);
}

/** Whether it is the resource's own is told by the journal; a refresh or an earlier run has shown it. */
export function existsAlready(kind: Kind, inputs: Inputs, found: Live, context: Context): HaleconnectError {
  const own = context.journal(inputs.origin)?.holdingOf(inputs.origin, kind.name);
  return own?.id === found.id ? hasItAlready(kind, inputs, found) : alreadyExists(kind, inputs, found);
}
