import { HaleconnectError } from "../errors";
import type { Kind, Live, Values } from "../kinds";
import { alreadyExists, declaredTwice, moreThanOne, notThereToAdopt } from "./existing";
import { PROVIDER, splitInputs, withoutNulls, type Inputs } from "./inputs";
import type { Surroundings } from "./surroundings";
import { containsUnknown } from "./unknown";
import { validate, type Failure } from "./validate";

export interface Checked {
  readonly inputs: Values;
  readonly failures: readonly Failure[];
}

/**
 * Everything that can be known about the inputs before the first write. An object that is to be created is looked for
 * on the server, so that its preview already tells what stands in the way; for one that is in the state nothing is sent.
 */
export async function check(kind: Kind, olds: Values, news: Values, around: Surroundings): Promise<Checked> {
  const inputs = withoutNulls(news);
  const failures = validate(kind, news);
  if (failures.length > 0 || !isNew(olds)) {
    return { inputs, failures };
  }
  return { inputs, failures: await lookAhead(kind, splitInputs(kind, news), around) };
}

function isNew(olds: Values): boolean {
  return Object.keys(olds).every((key) => key === PROVIDER);
}

async function lookAhead(kind: Kind, inputs: Inputs, around: Surroundings): Promise<readonly Failure[]> {
  const { identity } = kind;
  if (identity.fields.some((field) => containsUnknown(inputs.declared[field]))) {
    return [];
  }
  try {
    const key = identity.keyOf(inputs.declared);
    const first = around.firstToDeclare(`${kind.name} ${key}`, inputs.origin);
    if (first !== inputs.origin) {
      throw declaredTwice(kind, inputs, first);
    }
    if (around.journal(inputs.origin)?.entryOf(inputs.origin, kind.name)?.key === key) {
      return [];
    }
    return await obstaclesOf(kind, inputs, key, around);
  } catch (error) {
    const isAboutTheKey = error instanceof HaleconnectError && error.code.startsWith("HC4");
    return [{ property: isAboutTheKey ? (identity.fields[0] ?? "") : "", reason: reasonOf(error) }];
  }
}

async function obstaclesOf(kind: Kind, inputs: Inputs, key: string, around: Surroundings): Promise<Failure[]> {
  await around.client().admit(kind.calls.create);
  const living = around.living(kind);
  const known = async (id: string) => (await living.byId(id)) !== undefined;
  const obstacles = await kind.obstacles(around.client(), inputs.declared, known);
  if (obstacles.length > 0) {
    return obstacles.map(({ field, ...details }) => {
      const error = new HaleconnectError("HC3003", details);
      return { property: field, reason: error.message };
    });
  }
  const conflict = conflictWith(kind, inputs, (await living.byKey(key)).items);
  return conflict === undefined ? [] : [{ property: kind.identity.fields[0] ?? "", reason: conflict.message }];
}

function conflictWith(kind: Kind, inputs: Inputs, existing: readonly Live[]): HaleconnectError | undefined {
  const adopt = inputs.policies.adopt ?? "never";
  if (existing.length > 1) {
    return moreThanOne(kind, inputs, existing);
  }
  if (existing.length === 1 && adopt === "never") {
    return alreadyExists(kind, inputs, existing[0]);
  }
  return existing.length === 0 && adopt === "required" ? notThereToAdopt(kind, inputs) : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
