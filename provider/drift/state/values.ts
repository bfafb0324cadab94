import type { Values } from "../../kinds";
import { secretsOf } from "../../lifecycle/values/inputs";
import { member } from "../../lifecycle/values/leaves";

/** The inputs and outputs of a resource, without what the state keeps encrypted. */
export interface OpenValues {
  readonly inputs: Values;
  readonly outputs: Values;
  /** Paths of inputs whose value the state keeps encrypted. */
  readonly sealed: readonly (readonly string[])[];
  /** Names of inputs that the state marks as secret, and of which it shows the value all the same. */
  readonly secrets: readonly string[];
}

/** What was found while values were read. */
interface Seals {
  readonly sealed: (readonly string[])[];
  readonly secrets: Set<string>;
}

/** Pulumi's mark of a value with a meaning of its own, and the mark of a secret. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function openValues(inputs: unknown, outputs: unknown): OpenValues {
  const seals: Seals = { sealed: [], secrets: new Set() };
  return {
    inputs: opened(inputs, [], seals),
    outputs: opened(outputs, [], { sealed: [], secrets: seals.secrets }),
    sealed: seals.sealed,
    secrets: [...seals.secrets],
  };
}

/** Returns the names of the inputs that hold a secret, as the engine marks it or as the program gave it. */
export function secretNames(inputs: unknown): readonly string[] {
  const given = (inputs ?? {}) as Values;
  return [...new Set([...secretsOf(given), ...Object.keys(given).filter((name) => holdsSecret(given[name]))])];
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return member(value as Values, SIGNATURE) === SECRET || Object.values(value).some(holdsSecret);
}

/** Returns the values without those that are encrypted, and notes where these are. */
function opened(values: unknown, path: readonly string[], seals: Seals): Values {
  const entries = Object.entries((values ?? {}) as Values).flatMap(([name, value]) => {
    const here = [...path, name];
    const plain = plainOf(value, here, seals);
    return plain === undefined ? [] : [[name, plain] as const];
  });
  return Object.fromEntries(entries);
}

function plainOf(value: unknown, path: readonly string[], seals: Seals): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    // A list is compared as a whole, so one secret in it seals all of it.
    const inside: Seals = { sealed: [], secrets: seals.secrets };
    const members = value.map((member) => plainOf(member, path, inside));
    if (inside.sealed.length > 0) {
      seals.sealed.push(path);
      return undefined;
    }
    return members;
  }
  if (member(value as Values, SIGNATURE) !== SECRET) {
    return opened(value, path, seals);
  }
  const plaintext = member(value as Values, "plaintext");
  if (typeof plaintext === "string") {
    seals.secrets.add(path[0] ?? "");
    return plainOf(JSON.parse(plaintext), path, seals);
  }
  seals.sealed.push(path);
  return undefined;
}
