import assert from "node:assert/strict";
import type { z } from "zod";
import { traitOf, type Kind, type Values } from "../../../provider/kinds";
import { policyFieldsOf } from "../../../provider/lifecycle/values/inputs";
import { Refused } from "../../support/single-resource";
import type { ProviderProcess } from "../../support/provider-process";
import { fieldsWith, type Row, type Trial } from "../row";

const CANARY = "Kanarie-7Q2xYz";

/** Of the form of an id, and of a number; no object has it. */
const NUMBER = 98_765_432_101;

export const refusedSecrets: Row = {
  name: "refused secrets",
  meaning:
    "Each input is wrong in every possible way, and the program gives it as a secret. No message shows its value, and the engine is not told its name, because it would print the value.",
  run: async (trial) => {
    const { kind, declarations, resource, nextRun } = trial;
    const process = await nextRun();
    const printedBefore = process.output.length;
    const { full } = declarations;
    const inputs = { ...kind.inputs, ...policyFieldsOf(kind) };
    const fields = Object.keys(inputs);
    const wrong = new Map(Object.entries(inputs).map(([name, { type }]) => [name, wrongValues(full[name], type)]));
    let refused = 0;
    for (let round = 0; [...wrong.values()].some((values) => round < values.length); round++) {
      const now = [...wrong]
        .filter(([, values]) => round < values.length)
        .map(([name, values]) => [name, values[round]]);
      const ofThisRound = Object.fromEntries(now) as Values;
      const together = await refusals(trial, process, { ...full, ...ofThisRound, __secrets: fields });
      // What is wrong by itself is told however many others are; the rest is looked at only when all others are right.
      const told = Object.keys(ofThisRound).filter((name) => together.some(({ reason }) => isAbout(reason, name)));
      refused += told.length;
      together.forEach((it) => {
        expectHidden(it, fields, [CANARY, String(NUMBER)], kind);
      });
      for (const name of Object.keys(ofThisRound).filter((it) => !told.includes(it))) {
        const failures = await refusals(trial, process, { ...full, [name]: ofThisRound[name], __secrets: [name] });
        refused += failures.length;
        failures.forEach((it) => {
          expectHidden(it, [name], [CANARY, String(NUMBER)], kind);
        });
      }
    }
    for (const name of fields) {
      const unknownName = await refusals(trial, process, { ...full, [`${name}s`]: CANARY, __secrets: [`${name}s`] });
      unknownName.forEach((it) => {
        expectHidden(it, [`${name}s`], [CANARY], kind);
      });
    }
    assert.ok(refused > Object.keys(kind.inputs).length, "Hardly anything is refused");

    const everything = { ...full, __secrets: Object.keys(inputs) };
    const texts = textsIn(full);
    await resource.up(process, full);
    const namesake = trial.stage.resource(`${resource.name} again`, kind.name);
    const later = await nextRun();
    for (const declared of [everything, { ...everything, adopt: "required", ...changedKey(trial) }]) {
      const failure: unknown = await namesake.up(later, declared).catch((error: unknown) => error);
      failuresOf(failure).forEach((it) => {
        expectHidden(it, Object.keys(inputs), texts, kind);
      });
    }
    for (const name of fieldsWith(trial.specimen, "replace", "mutable")) {
      const other = declarations.other[name];
      const changed = { ...full, ...(other === undefined ? {} : { [name]: other }), __secrets: Object.keys(inputs) };
      const failure: unknown = await resource.preview(later, changed).catch((error: unknown) => error);
      failuresOf(failure).forEach((it) => {
        expectHidden(it, [name], [...textsIn({ it: other }), ...texts], kind);
      });
    }
    // Both are runs of one process. Its end brings the rest of what it prints.
    await later.stop();
    const printed = later.output.slice(printedBefore).toLowerCase();
    for (const secret of [CANARY, String(NUMBER)]) {
      assert.ok(!printed.includes(secret.toLowerCase()), `A secret is printed by ${kind.name}`);
    }
    return "holds";
  },
};

/** Whether the message begins with the field, or with a member of it. */
function isAbout(reason: string, name: string): boolean {
  return [`\`${name}\``, `\`${name}.`].some((it) => reason.replace(/^HC\d{4} /, "").startsWith(it));
}

interface Told {
  readonly property: string;
  readonly reason: string;
}

async function refusals({ resource }: Trial, process: ProviderProcess, declared: Values): Promise<readonly Told[]> {
  return failuresOf(await resource.preview(process, declared).catch((error: unknown) => error));
}

function failuresOf(error: unknown): readonly Told[] {
  if (error instanceof Refused) {
    return error.failures;
  }
  return error instanceof Error ? [{ property: "", reason: error.message }] : [];
}

function expectHidden(
  { property, reason }: Told,
  names: readonly string[],
  secrets: readonly string[],
  { name }: Kind,
): void {
  const [top = ""] = property.split(".");
  assert.ok(!names.includes(top), `${name}: the engine is told to show \`${property}\``);
  const shown = secrets.filter((it) => reason.toLowerCase().includes(it.toLowerCase()));
  assert.equal(shown.length, 0, `${name}: a secret is shown in: ${reason.split("\n")[0] ?? ""}`);
}

/** The field as a whole, and each of its members, in forms of which most are refused. */
function wrongValues(full: unknown, type: z.ZodType): unknown[] {
  const long = CANARY.repeat(1000);
  const anything = [
    CANARY,
    ` ${CANARY}`,
    long,
    NUMBER,
    String(NUMBER),
    -NUMBER - 0.5,
    [CANARY],
    [NUMBER],
    [{ [CANARY]: CANARY }],
    { [CANARY]: CANARY },
    { "": CANARY },
    { [SIGNATURE]: ASSET, uri: CANARY },
  ];
  const files = [
    { base64: `€${CANARY}` },
    { content: CANARY, path: CANARY },
    { content: CANARY },
    { path: `${CANARY}/none.txt` },
    [`${CANARY}/*.gml`],
    [{ path: CANARY }],
    [{ content: CANARY }],
    [
      { name: CANARY, content: "1" },
      { name: CANARY, content: "2" },
    ],
    [
      { name: "x", content: CANARY },
      { name: "x", content: "2" },
    ],
    [
      { name: "x.halex", content: CANARY },
      { name: "x.xsd", content: `<${CANARY}` },
    ],
    [{ name: `../${CANARY}`, content: "1" }],
    { [SIGNATURE]: ASSET, text: CANARY },
    { __asset: "an archive", name: CANARY },
  ];
  const isFile = ["content", "files"].includes(traitOf(type) ?? "");
  return [...anything, ...(isFile ? files : []), ...inside(full)];
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const ASSET = "c44067f5952c0a294b673a41bacd8c17";

/** The value with one of its members made wrong, at every depth. */
function inside(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const list = value as unknown[];
    return [
      [...list, CANARY],
      [...list, { [CANARY]: CANARY }],
      ...list.slice(0, 1).flatMap((member) => inside(member).map((wrong) => [wrong, ...list.slice(1)])),
    ];
  }
  if (typeof value !== "object" || value === null) {
    return [CANARY.repeat(1000), { [CANARY]: CANARY }, String(NUMBER)];
  }
  return [
    { ...value, [CANARY]: CANARY },
    ...Object.entries(value).flatMap(([name, member]) => inside(member).map((wrong) => ({ ...value, [name]: wrong }))),
  ];
}

/** What is long enough not to stand in a message by chance. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return value.length >= 8 && /[^\w]/.test(value) ? [value] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** So that nothing is there to be adopted. */
function changedKey({ kind, declarations: { full } }: Trial): Values {
  const name = kind.identity.fields.find((it) => it.toLowerCase().includes("name"));
  return name === undefined ? {} : { [name]: `${String(full[name])} ${CANARY}` };
}
