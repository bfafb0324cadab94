import { createClient, readSettings } from "../../../provider/client";
import { kinds, type Kind, type Values } from "../../../provider/kinds";
import { specimens } from "../../conformance/specimens";
import { Stage } from "../../support/stage";
import type { Tenant } from "./tenant";

export type Declared = Readonly<Record<string, Values>>;

/** What is declared of one object of each kind, by its name; makes on the server what these need. */
export async function oneOfEachKind({ environment }: Tenant): Promise<Declared> {
  const outOfBand = createClient(readSettings({ ...environment, HALECONNECT_REQUESTS_PER_SECOND: "1000" }));
  // A specimen asks for no more of the stage.
  const stage = Object.assign(Object.create(Stage.prototype) as Stage, { outOfBand });
  const declared: [string, Values][] = [];
  for (const { kind, prepare } of specimens) {
    const { full } = await prepare(stage, `one ${kind.name}`);
    declared.push([kind.name, full]);
  }
  outOfBand.close();
  return Object.fromEntries(declared);
}

/** The environment variable from which the program of `programOf` takes a secret input, as plain text. */
export function variableOf(kind: string, field: string): string {
  return `CANARY_${kind}_${field}`;
}

/** Every secret input of every kind. */
export const secretInputs: readonly { readonly kind: string; readonly field: string }[] = kinds.flatMap(
  ({ name, inputs }: Kind) =>
    Object.entries(inputs)
      .filter(([, { secret }]) => secret === true)
      .map(([field]) => ({ kind: name, field })),
);

/** A program with all of it; secrets come from the environment, so that the resource classes have to encrypt them. */
export function programOf(declared: Declared): Record<string, string> {
  const lines = Object.entries(declared).map(([kind, values]) => {
    const secrets = secretInputs
      .filter((it) => it.kind === kind)
      .map(({ field }) => `${field}: process.env["${variableOf(kind, field)}"]`);
    return `new haleconnect.${kind}(${JSON.stringify(kind)}, { ...${JSON.stringify(values)}, ${secrets.join(", ")} });`;
  });
  return { "index.js": ['const haleconnect = require("pulumi-haleconnect");', ...lines, ""].join("\n") };
}
