import type { Kind, Values } from "../kinds";
import { isAttached } from "../kinds/kind";
import { withoutAssets } from "./checking/assets";
import { sayDeprecated } from "./checking/deprecated";
import { measureFiles } from "./checking/contents";
import { refuseContradiction, refuseSecondDeclaration } from "./program/one-owner";
import { PROVIDER, splitInputs, withoutNulls, type Inputs } from "./values/inputs";
import { lookAhead, reasonOf } from "./checking/looking-ahead";
import type { Context } from "./context";
import { quotedName } from "./values/origin";
import { hiddenInputs } from "./values/veil";
import { validate } from "./checking/validate";
import type { Failure } from "./checking/failure";
import { sayWhatIsNotSent } from "./comparing/write-only";

export interface Checked {
  readonly inputs: Values;
  readonly failures: readonly Failure[];
}

/**
 * Finds everything that is wrong with the inputs before the first write. For an object that is still to be created, the
 * check looks at the server, so that the preview shows what stands in the way. For one in the state it sends nothing.
 */
export async function check(kind: Kind, olds: Values, given: Values, context: Context): Promise<Checked> {
  const news = withoutAssets(kind, given);
  const wrong = validate(kind, news, olds);
  const isWrong = (name: string): boolean => wrong.some(({ property }) => property.split(".")[0] === name);
  const { inputs, failures } = await measureFiles(kind, withoutNulls(news), isWrong, {
    hidden: hiddenInputs(kind, news, olds),
    isMade: !isNotMade(olds),
  });
  rememberRetained(kind, olds, context);
  const all = [...wrong, ...failures];
  if (all.length > 0) {
    return { inputs, failures: all };
  }
  sayDeprecated(kind, news, context);
  const split = splitInputs(kind, inputs);
  const contradictions = contradictionsOf(kind, split, isNotMade(olds), context);
  if (contradictions.length === 0 && !isNotMade(olds)) {
    sayWhatIsNotSent(kind, olds, inputs);
  }
  if (contradictions.length > 0 || !isNotMade(olds)) {
    return { inputs, failures: contradictions };
  }
  return { inputs, failures: await lookAhead(kind, split, context) };
}

/**
 * Records that the state has `retainOnDelete`. Only check() sees the options of the state. If a program drops the
 * option, a preview does not lift it; only an `up` does.
 */
function rememberRetained(kind: Kind, olds: Values, context: Context): void {
  const { origin, options } = splitInputs(kind, olds);
  if (options.includes("retainOnDelete")) {
    context.program.recordRetention(origin);
  }
}

function contradictionsOf(kind: Kind, inputs: Inputs, isNew: boolean, context: Context): Failure[] {
  const { program } = context;
  // An object that is still to be made has no id, so the resource's name stands for it. One to adopt could have any id.
  const isMade = isNew && !isAttached(kind) && (inputs.policies.adopt ?? "never") === "never";
  const id = isMade ? quotedName(inputs.origin) : undefined;
  program.recordDeclaration(inputs);
  program.recordDecisions(kind, inputs, id);
  program.recordKey(kind, inputs);
  try {
    refuseContradiction(kind, inputs, program, id);
    refuseSecondDeclaration(kind, inputs, isNew, program);
    return [];
  } catch (error) {
    return [{ property: kind.identity.fields[0] ?? "", reason: reasonOf(error) }];
  }
}

function isNotMade(olds: Values): boolean {
  return Object.keys(olds).every((key) => key === PROVIDER);
}
