import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import type { ProviderProcess } from "../../support/provider-process";
import { fieldsWith, type Row } from "../row";

export const secrets: Row = {
  name: "secrets",
  meaning:
    "A secret appears, in any spelling, only in its own output: in no other output, no log, no error, no journal and no summary. The end-to-end test looks into the state.",
  run: async ({ kind, specimen, stage, declarations, resource, nextProcess }) => {
    const inputs = Object.entries(kind.inputs).filter(([, { secret }]) => secret === true);
    const outputs = Object.entries(kind.outputs).filter(([, { secret }]) => secret === true);
    if (inputs.length + outputs.length === 0) {
      return { doesNotApply: "it has no secret field" };
    }
    const summary = path.join(stage.folder, "summary.json");
    const processes: ProviderProcess[] = [];
    const next = async () => {
      processes.push(await nextProcess({ HALECONNECT_SUMMARY: summary }));
      return processes.at(-1) as ProviderProcess;
    };
    await resource.up(await next(), declarations.full);
    const state = resource.state?.outputs ?? {};
    const given = inputs.map(([name]) => String(declarations.full[name]));
    const gotten = outputs.map(([name]) => String(state[name]));
    for (const name of fieldsWith(specimen, "writeOnly")) {
      assert.ok(!(name in state), `${name} is among the outputs`);
    }
    assert.ok(
      gotten.every((secret) => secret.length > 10),
      "A secret output has no value",
    );

    await stage.arm({ operation: kind.calls.update.flat()[0]?.id ?? "", fault: "500", times: 50 });
    const failure = await resource
      .up(await next(), { ...declarations.full, ...firstChange(declarations) })
      .catch(String);
    await stage.disarm();
    await resource.refresh(await next());
    await resource.destroy(await next());
    await Promise.all(processes.map((process) => process.stop()));

    const shown = [
      ...processes.map(({ output }) => output),
      failure,
      ...filesBelow(path.join(stage.folder, ".haleconnect")),
      fs.readFileSync(summary, "utf8"),
      JSON.stringify(Object.entries(state).filter(([name]) => !outputs.some(([it]) => it === name))),
    ].join("\n");
    for (const secret of [...given, ...gotten]) {
      for (const spelling of spellingsOf(secret)) {
        assert.ok(!shown.includes(spelling), `A secret is shown: ${shown.slice(0, 0)}${kind.name}`);
      }
    }
    return "holds";
  },
};

function firstChange({
  full,
  other,
}: {
  full: Readonly<Record<string, unknown>>;
  other: Readonly<Record<string, unknown>>;
}) {
  const field = ["description", "validDays", "role"].find((name) => full[name] !== undefined);
  return field === undefined ? {} : { [field]: other[field] };
}

function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, encodeURIComponent(secret), bytes.toString("base64").replace(/=+$/, ""), bytes.toString("hex")];
}

function filesBelow(folder: string): string[] {
  return fs.existsSync(folder)
    ? (fs.readdirSync(folder, { recursive: true }) as string[])
        .map((name) => path.join(folder, name))
        .filter((file) => fs.statSync(file).isFile())
        .map((file) => fs.readFileSync(file, "utf8"))
    : [];
}
