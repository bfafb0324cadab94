import fs from "node:fs";
import path from "node:path";
import { faultNames } from "../../emulator/server/fault-plan";
import type { Operation } from "../../provider/contract";
import { installPackage, versionOf } from "../e2e/support/installed-package";
import { Stage } from "../support/stage";
import { liveThrough } from "./faults";
import { isFailure, sumOf, tableOf, type Ending } from "./faults-page";
import { operations } from "./life";
import { writeSection } from "./page";
import { progress } from "./progress";
import { Deviation } from "./witness";

/** Stages that work side by side; each has a server of its own. */
const SIDE_BY_SIDE = 4;

/** Sends an organisation through every fault on every operation it uses, and writes the table into docs/reliability.md. */
async function main(): Promise<void> {
  const { folder } = await installPackage(versionOf("@pulumi/pulumi"));
  const cells = operations.flatMap((operation) => faultNames.map((fault) => ({ operation, fault })));
  const endings = new Map<string, Ending>();
  const left = cells.map((cell, index) => ({ ...cell, name: `Organisation ${index + 1}` }));
  const tell = progress();
  const work = async (): Promise<void> => {
    const stage = await Stage.start(folder);
    try {
      for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
        const { operation, fault, name } = cell;
        endings.set(`${operation.key} ${fault}`, await endingOf(stage, operation, fault, name));
        tell(`${endings.size} of ${cells.length} lives`);
      }
    } finally {
      await stage.stop();
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const sum = sumOf([...endings.values()]);
  const table = tableOf(
    operations.map(({ key }) => key),
    faultNames,
    (key, fault) => endings.get(`${key} ${fault}`),
  );
  await writeSection("faults", `${sum}.\n\n${table}`);
  const failures = [...endings].flatMap(([cell, ending]) => (isFailure(ending) ? [`${cell}: ${ending.failure}`] : []));
  failures.forEach((text) => {
    console.error(text);
  });
  console.log(sum);
  console.log(`written into ${path.relative(process.cwd(), "docs/reliability.md")}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

async function endingOf(stage: Stage, operation: Operation, fault: string, name: string): Promise<Ending> {
  try {
    return await liveThrough(stage, operation, fault, name);
  } catch (error) {
    const failure = (error as Error).message;
    return error instanceof Deviation ? { failure, deviations: error.deviations } : { failure };
  }
}

void main();
