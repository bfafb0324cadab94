import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import type { Kind, Values } from "../../../provider/kinds";
import type { ProviderProcess } from "../../support/provider-process";
import { without, type Row, type Trial } from "../row";

export const checkedTwice: Row = {
  name: "checked twice",
  meaning:
    "A second check takes the checked inputs as they are, as with `ignoreChanges`, even if a file behind them is gone.",
  run: async (trial) => {
    const { declarations, resource, nextRun, kind, stage } = trial;
    const { full, least } = declarations;
    const process = await nextRun();
    for (const declared of [full, least]) {
      const once = await checked(trial, process, {}, resource.inputs(declared));
      assert.deepEqual(await checked(trial, process, once, once), once, "for one that is there");
      assert.deepEqual(await checked(trial, process, {}, once), once, "for one that is made now");
    }
    const folder = fs.mkdtempSync(path.join(stage.folder, "behind-"));
    await resource.up(process, withFilesOnDisk(kind, full, folder));
    fs.rmSync(folder, { recursive: true });
    await expectNothing(trial, process, "after the files are gone");
    await resource.refresh(process);
    await expectNothing(trial, process, "after a refresh");
    return "holds";
  },
};

async function expectNothing({ resource }: Trial, process: ProviderProcess, when: string): Promise<void> {
  const { inputs = {} } = resource.state ?? {};
  assert.equal(await resource.preview(process, without(inputs, "__origin", "__provider")), "same", when);
}

async function checked({ resource }: Trial, process: ProviderProcess, olds: Values, news: Values): Promise<Values> {
  const { inputs, failures } = await process.check(resource.urn, olds, news);
  assert.deepEqual(failures, []);
  return inputs;
}

/** The same files, by their paths. */
function withFilesOnDisk({ inputs }: Kind, declared: Values, folder: string): Values {
  const written = (name: string, { content, base64, ...more }: Values): Values => {
    if (content === undefined && base64 === undefined) {
      return { ...more };
    }
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, typeof content === "string" ? content : Buffer.from(base64 as string, "base64"));
    return { ...more, path: file };
  };
  const changed = Object.entries(declared).map(([name, value]) => {
    const { file, files } = inputs[name] ?? {};
    if (files !== undefined && Array.isArray(value)) {
      return [name, (value as Values[]).map((it) => (typeof it === "object" ? written(String(it["name"]), it) : it))];
    }
    return [name, file === undefined || typeof value !== "object" ? value : written(name, value as Values)];
  });
  return Object.fromEntries(changed) as Values;
}
