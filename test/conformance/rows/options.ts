import assert from "node:assert/strict";
import type { Kind, Values } from "../../../provider/kinds";
import { fieldsWith, without, type Row, type Trial } from "../row";

export const options: Row = {
  name: "Pulumi's options",
  meaning:
    "`ignoreChanges` keeps the former value of each field, and of all fields together. `aliases` give the object to a resource of another name. `transforms` may set every value that a program may set. docs/options.md describes the other options.",
  run: async (trial) => {
    const { declarations, resource, nextRun, kind, specimen } = trial;
    const { full, other } = declarations;
    const process = await nextRun();
    await resource.up(process, full);
    for (const name of fieldsWith(specimen, "mutable", "replace", "local", "writeOnly")) {
      assert.equal(
        await resource.preview(process, ignoring(trial, { ...full, [name]: other[name] }, [name])),
        "same",
        name,
      );
    }
    const all = Object.keys(resource.state?.inputs ?? {});
    assert.equal(await resource.up(process, ignoring(trial, { ...full, ...other }, all)), "same", "*");

    assert.equal(await resource.preview(process, withAssets(kind, full)), "same", "transforms");

    const alias = trial.stage.resource(`${resource.name} alias`, kind.name);
    alias.state = resource.state;
    const nextProcess = await nextRun();
    assert.equal(await alias.up(nextProcess, full), "same", "aliases");
    await resource.refresh(nextProcess);
    await alias.destroy(nextProcess);
    return "holds";
  },
};

/** What the engine makes of the inputs: of what is ignored it hands over the old ones, or leaves out what was not there. */
function ignoring({ resource }: Trial, declared: Values, names: readonly string[]): Values {
  const { inputs = {} } = resource.state ?? {};
  const old = names.filter((name) => inputs[name] !== undefined).map((name) => [name, inputs[name]] as const);
  return without({ ...without(declared, ...names), ...Object.fromEntries(old) }, "__origin", "__provider");
}

/** Files as Pulumi hands over assets that no constructor saw. */
function withAssets({ inputs }: Kind, declared: Values): Values {
  const changed = Object.entries(declared).map(([name, value]) => {
    const content = (value as { content?: unknown } | undefined)?.content;
    return [name, inputs[name]?.file === undefined || typeof content !== "string" ? value : assetOf(content)] as const;
  });
  return Object.fromEntries(changed);
}

const assetOf = (text: string): Values => ({
  "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
  hash: "",
  text,
});
